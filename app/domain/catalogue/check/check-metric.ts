import type { Catalogue, Metric, Trap } from "#app/domain/catalogue/catalogue.ts";
import { checkSources } from "#app/domain/catalogue/check/check-links.ts";
import type { Report } from "#app/domain/catalogue/check/fault-in-file.ts";

export function checkMetric(metric: Metric, catalogue: Catalogue, report: Report): void {
  if (!catalogue.units.has(metric.unit)) report("unit_unknown", "unit", { unit: metric.unit });
  if (metric.variants.filter(({ isDefault }) => isDefault).length !== 1)
    report("default_variant", "variants");
  metric.variants.forEach(({ sentence }, index) => {
    if (sentence !== null && !(sentence.sv.includes("{limit}") && sentence.en.includes("{limit}"))) {
      report("sentence_without_limit", `variants.${index}.sentence`);
    }
  });
  metric.inputs.forEach((input, index) => {
    const [record = "", field = ""] = input.split(".");
    if (!catalogue.records.get(record)?.includes(field))
      report("input_unknown", `inputs.${index}`, { input });
  });
  metric.windows.forEach((window, index) => {
    if (!catalogue.windows.has(window)) report("window_unknown", `windows.${index}`, { window });
  });
  checkSources(metric.provenance, catalogue, report);
}

export function checkTrap(trap: Trap, catalogue: Catalogue, report: Report): void {
  trap.appliesTo.forEach((metric, index) => {
    if (metric !== "*" && !catalogue.metrics.has(metric)) {
      report("metric_unknown", `applies_to.${index}`, { metric });
    }
  });
  checkSources(trap.provenance, catalogue, report);
}
