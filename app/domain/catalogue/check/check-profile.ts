import type { Catalogue, Profile } from "#app/domain/catalogue/catalogue.ts";
import type { Report } from "#app/domain/catalogue/check/fault-in-file.ts";

/** A profile picks known requirements once each, weighs its shoulds, and keeps musts that may not be switched. */
export function checkProfile({ items }: Profile, catalogue: Catalogue, report: Report): void {
  const seen = new Set<string>();
  items.forEach(({ id, level, weight }, index) => {
    const field = `items.${index}`;
    const requirement = catalogue.requirements.get(id);
    if (requirement === undefined) report("requirement_unknown", `${field}.id`, { id });
    if (seen.has(id)) report("requirement_duplicate", `${field}.id`, { id });
    seen.add(id);
    if (level === "should" && requirement?.levelSwitch === "must_only") {
      report("must_only_as_should", `${field}.level`, { id });
    }
    if ((weight === null) !== (level === "must")) report("weight_against_level", `${field}.weight`, { id });
    if (weight !== null && !/^([1-9]|10)$/.test(weight)) {
      report("weight_out_of_range", `${field}.weight`, { weight });
    }
  });
}
