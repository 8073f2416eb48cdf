import type { Report } from "#app/domain/catalogue/check/fault-in-file.ts";
import type { Level, Requirement, UseOfMeasurement } from "#app/domain/catalogue/requirement.ts";

/** A must decides who may win and cannot earn value; a should earns value and cannot exclude anybody. */
const barredUses: { readonly [L in Level]: readonly UseOfMeasurement[] } = {
  must: ["award"],
  should: ["qualification", "verification"],
};

/** What the level allows: where the proof may be used, now and after a switch. */
export function checkUse(requirement: Requirement, report: Report): void {
  const { level, levelSwitch, useOfMeasurement, useWhenSwitched } = requirement;
  const mayNotSwitch = levelSwitch === "must_only";
  if (mayNotSwitch && level !== "must") report("must_only_is_should", "level");
  if (barredUses[level].includes(useOfMeasurement)) {
    report("use_against_level", "use_of_measurement", { level, use: useOfMeasurement });
  }
  if (mayNotSwitch !== (useWhenSwitched === null)) report("use_when_switched", "use_when_switched");
  const other = level === "must" ? "should" : "must";
  if (useWhenSwitched !== null && barredUses[other].includes(useWhenSwitched)) {
    report("use_against_level", "use_when_switched", { level: other, use: useWhenSwitched });
  }
}
