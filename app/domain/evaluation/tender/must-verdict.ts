import type { Comparator, Measure } from "#app/domain/catalogue/requirement.ts";
import { published, shareOfWeight } from "#app/domain/evaluation/tender/share-of-weight.ts";
import { compare, type Fraction, isPositive, parseDecimal } from "#app/domain/money/fraction.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

export type MustVerdict = "met" | "failed" | "missing" | "not_judged";

/**
 * Whether an answer meets a must. A level set by the committee decides first (it has seen the proof); then "no", a number
 * outside the range or past the measure's threshold, and a choice worth nothing fail. A file or a text waits for the committee.
 */
export function mustVerdict(
  requirement: TenderRequirement,
  answer: Answer | null,
  committeeLevel: string | null,
): MustVerdict {
  if (answer === null) return "missing";
  if (committeeLevel !== null) return levelMeets(requirement, committeeLevel) ? "met" : "failed";
  switch (answer.type) {
    case "yes-no":
      return answer.value ? "met" : "failed";
    case "number":
      return numberVerdict(requirement, answer.value);
    case "choice":
      if (answer.values.length === 0) return "missing";
      return isWorthSomething(requirement, answer.values) ? "met" : "failed";
    case "file":
      return answer.met ? "not_judged" : "failed";
    case "text":
      return answer.value.trim() === "" ? "missing" : "not_judged";
  }
}

function numberVerdict({ answer: asked, measure }: TenderRequirement, given: string): MustVerdict {
  const value = parseDecimal(given);
  if (value === null) return "failed";
  if (asked.type === "number") {
    if (asked.min !== null && compare(value, published(asked.min)) < 0) return "failed";
    if (asked.max !== null && compare(value, published(asked.max)) > 0) return "failed";
  }
  return measure === null || keepsLimit(measure, value) ? "met" : "failed";
}

/** Whether a value keeps the limit of a measure; a trigger or a report sets none. Compared unrounded. */
function keepsLimit({ role, comparator, threshold, thresholdUpper }: Measure, value: Fraction): boolean {
  if (role !== "limit" || comparator === null || threshold === null) return true;
  const order = compare(value, published(threshold));
  const below = thresholdUpper === null || compare(value, published(thresholdUpper)) <= 0;
  const kept: Record<Comparator, boolean> = {
    ">=": order >= 0,
    ">": order > 0,
    "<=": order <= 0,
    "<": order < 0,
    "=": order === 0,
    between: order >= 0 && below,
  };
  return kept[comparator];
}

function levelMeets(requirement: TenderRequirement, level: string): boolean {
  if (level === "met" || level === "not_met") return level === "met";
  return isWorthSomething(requirement, [level]);
}

function isWorthSomething({ scoring }: TenderRequirement, values: readonly string[]): boolean {
  const share = shareOfWeight(scoring, { values });
  // A must may carry a value function that reads numbers; then a choice has no worth to fail by.
  return share === null ? scoring.type !== "levels" : isPositive(share);
}
