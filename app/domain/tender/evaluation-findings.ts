import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  add,
  compare,
  equal,
  type Fraction,
  fraction,
  isNegative,
  isPositive,
  multiply,
  parseDecimal,
  sum,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { error, type Finding, warning } from "#app/domain/tender/finding.ts";
import type { DraftTender, TenderRequirement } from "#app/domain/tender/tender.ts";

/** The evaluation model as a whole; what a single should is worth stands with its requirement. */
export function evaluationFindings(draft: DraftTender): Finding[] {
  const shoulds = draft.requirements.filter(({ level }) => level === "should");
  return [
    ...(draft.evaluation.type === "weighted_points"
      ? pointsFindings(draft, shoulds)
      : sekFindings(draft, shoulds)),
    ...tieBreakFindings(draft),
  ];
}

function pointsFindings({ evaluation }: DraftTender, shoulds: readonly TenderRequirement[]): Finding[] {
  if (evaluation.type !== "weighted_points") return [];
  const findings: Finding[] = [];
  const lower = parseDecimal(evaluation.priceBounds.lower);
  const upper = parseDecimal(evaluation.priceBounds.upper);
  const priceWeight = parseDecimal(evaluation.priceWeight);
  const total = parseDecimal(evaluation.weightTotal);
  if (lower === null || isNegative(lower)) {
    findings.push(error("MOD-01", "evaluation.priceBounds.lower", "bound_malformed"));
  }
  if (upper === null) findings.push(error("MOD-01", "evaluation.priceBounds.upper", "bound_malformed"));
  if (lower && upper && compare(upper, lower) <= 0) {
    findings.push(error("MOD-01", "evaluation.priceBounds.upper", "bounds_not_ascending"));
  }
  if (priceWeight === null || !isPositive(priceWeight)) {
    findings.push(error("MOD-01", "evaluation.priceWeight", "price_weight_missing"));
  }
  const weights = add(priceWeight ?? zero, totalOf(shoulds, "weight"));
  if (total === null || !equal(weights, total)) {
    const said = toDecimal(weights, 12, halfUp);
    findings.push(
      error("MOD-07", "evaluation.weightTotal", "weights_not_total", {
        sum: said,
        total: evaluation.weightTotal,
      }),
    );
  }
  return findings;
}

/** Above this share of the estimated value, quality decides more than price. */
const largestShare: Fraction = fraction(1n, 2n);

function sekFindings({ estimatedValueSek }: DraftTender, shoulds: readonly TenderRequirement[]): Finding[] {
  const estimated = estimatedValueSek === null ? null : parseDecimal(estimatedValueSek);
  if (estimated === null || !isPositive(estimated)) return [];
  const added = totalOf(shoulds, "valueSek");
  if (compare(added, multiply(estimated, largestShare)) <= 0) return [];
  const params = { added: toDecimal(added, 2, halfUp), estimated: toDecimal(estimated, 2, halfUp) };
  return [warning("MOD-20", "evaluation", "added_value_large", params)];
}

const totalOf = (shoulds: readonly TenderRequirement[], worth: "weight" | "valueSek"): Fraction =>
  sum(shoulds.map((should) => parseDecimal(should[worth] ?? "0") ?? zero));

function tieBreakFindings({ evaluation: { tieBreak } }: DraftTender): Finding[] {
  if (tieBreak.length === 0) return [error("MOD-09", "evaluation.tieBreak", "tie_break_missing")];
  const findings: Finding[] = [];
  if (new Set(tieBreak).size < tieBreak.length) {
    findings.push(error("MOD-09", "evaluation.tieBreak", "tie_break_repeated"));
  }
  // Only a lottery always separates; a rule after it would never be asked.
  if (tieBreak.indexOf("lottery") !== tieBreak.length - 1) {
    findings.push(error("MOD-09", "evaluation.tieBreak", "lottery_not_last"));
  }
  return findings;
}
