import type { Report } from "#app/domain/catalogue/check/fault-in-file.ts";
import type { Requirement } from "#app/domain/catalogue/requirement.ts";
import { isUseOfLevel } from "#app/domain/catalogue/use-of-level.ts";

/** What the level allows: where the proof may be used, now and after a switch. */
export function checkUse(requirement: Requirement, report: Report): void {
  const { level, levelSwitch, useOfMeasurement, useWhenSwitched } = requirement;
  const mayNotSwitch = levelSwitch === "must_only";
  if (mayNotSwitch && level !== "must") report("must_only_is_should", "level");
  if (!isUseOfLevel(useOfMeasurement, level)) {
    report("use_against_level", "use_of_measurement", { level, use: useOfMeasurement });
  }
  if (mayNotSwitch !== (useWhenSwitched === null)) report("use_when_switched", "use_when_switched");
  const other = level === "must" ? "should" : "must";
  if (useWhenSwitched !== null && !isUseOfLevel(useWhenSwitched, other)) {
    report("use_against_level", "use_when_switched", { level: other, use: useWhenSwitched });
  }
}
