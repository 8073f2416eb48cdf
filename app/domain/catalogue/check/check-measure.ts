import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { exceeds } from "#app/domain/catalogue/check/decimal-order.ts";
import type { Report } from "#app/domain/catalogue/check/fault-in-file.ts";
import type { AnswerDefinition, Measure, Requirement } from "#app/domain/catalogue/requirement.ts";

/** That answer and measure name what the catalogue knows, and that its numbers fit one another. */
export function checkMeasure(requirement: Requirement, catalogue: Catalogue, report: Report): void {
  const { measure, answer } = requirement;
  if (answer.type === "number" && answer.unit !== null && !catalogue.units.has(answer.unit)) {
    report("unit_unknown", "answer.unit", { unit: answer.unit });
  }
  if (measure === null) return;
  checkNames(measure, catalogue, report);
  checkThresholds(measure, answer, report);
  if (answer.type === "number" && answer.unit !== measure.unit) {
    report("unit_differs", "answer.unit", { expected: measure.unit });
  }
  const { aggregation, aggregationK: k, aggregationN: n } = measure;
  const isWhole = aggregation === "k_of_n" ? k !== null && n !== null && k <= n : k === null && n === null;
  if (!isWhole) report("aggregation_incomplete", "measure.aggregation");
}

function checkNames(measure: Measure, catalogue: Catalogue, report: Report): void {
  const metric = catalogue.metrics.get(measure.metric);
  if (metric === undefined) {
    report("metric_unknown", "measure.metric", { metric: measure.metric });
  } else {
    if (!metric.variants.some(({ id }) => id === measure.variant)) {
      report("variant_unknown", "measure.variant", { variant: measure.variant });
    }
    if (metric.unit !== measure.unit) report("unit_differs", "measure.unit", { expected: metric.unit });
  }
  if (!catalogue.windows.has(measure.window)) {
    report("window_unknown", "measure.window", { window: measure.window });
  }
  const { parameters } = catalogue.sentences;
  const isSaid = (key: string, value: string | number) =>
    parameters.has(key) || parameters.has(`${key}.${value}`);
  // A second bound is said with the first, as in "between {from} and {to}".
  const isSaidWithAnother = (key: string) =>
    [...parameters.values()].some(({ sv, en }) => sv.includes(`{${key}}`) && en.includes(`{${key}}`));
  for (const [key, value] of Object.entries(measure.parameters)) {
    if (!isSaid(key, value) && !isSaidWithAnother(key)) {
      report("parameter_unknown", `measure.parameters.${key}`, { parameter: key });
    }
  }
}

function checkThresholds(measure: Measure, answer: AnswerDefinition, report: Report): void {
  const { role, comparator, threshold, thresholdUpper } = measure;
  const isReport = role === "report";
  if ((comparator === null) !== isReport) report("comparator_against_role", "measure.comparator", { role });
  if ((threshold === null) !== isReport) report("threshold_against_role", "measure.threshold", { role });
  if ((thresholdUpper === null) === (comparator === "between")) {
    report("upper_threshold_against_comparator", "measure.threshold_upper");
  }
  if (exceeds(threshold, thresholdUpper)) report("thresholds_reversed", "measure.threshold_upper");
  if ((measure.thresholdBasis === "none") !== isReport) {
    report("threshold_basis_against_role", "measure.threshold_basis", { role });
  }
  if (answer.type !== "number") return;
  for (const [field, value] of [
    ["threshold", threshold],
    ["threshold_upper", thresholdUpper],
  ] as const) {
    if (exceeds(answer.min, value) || exceeds(value, answer.max)) {
      report("threshold_outside_answer", `measure.${field}`, { threshold: value ?? "" });
    }
  }
}
