import { toDecimal } from "#app/domain/money/decimal.ts";
import { add, equal, isPositive, parseDecimal, zero } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { criteriaFindings } from "#app/domain/tender/criteria-findings.ts";
import { error, type Finding } from "#app/domain/tender/finding.ts";
import { modelRefusal } from "#app/domain/tender/model-refusal.ts";
import { pointCostFindings } from "#app/domain/tender/point-cost.ts";
import { priceFunctionFindings } from "#app/domain/tender/price-function-findings.ts";
import { qualityFloorFindings } from "#app/domain/tender/quality-floor-findings.ts";
import { relativeFindings } from "#app/domain/tender/relative-findings.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import { totalWorth } from "#app/domain/tender/total-worth.ts";

/** The evaluation model as a whole; what a single should is worth stands with its requirement. */
export function evaluationFindings(draft: DraftTender): Finding[] {
  // The type has no such model, but a file may: what is refused is not looked at any further.
  const refusal = modelRefusal(draft.evaluation);
  if (refusal !== null) {
    const params = { rule: refusal.ruleId, model: draft.evaluation.type };
    return [error(refusal.ruleId, "evaluation", refusal.code, params)];
  }
  return [
    ...criteriaFindings(draft),
    ...priceFunctionFindings(draft),
    ...weightFindings(draft),
    ...qualityFloorFindings(draft),
    ...shouldFindings(draft),
    ...fixedPriceFindings(draft),
    ...pointCostFindings(draft),
    ...relativeFindings(draft),
    ...tieBreakFindings(draft),
  ];
}

/** The weights of a model in points are declared with their sum. */
function weightFindings(draft: DraftTender): Finding[] {
  const { evaluation } = draft;
  if (!("weightTotal" in evaluation)) return [];
  const price = evaluation.type === "weighted_points" ? parseDecimal(evaluation.priceWeight) : null;
  const weights = add(price ?? zero, totalWorth(draft));
  const total = parseDecimal(evaluation.weightTotal);
  if (total !== null && equal(weights, total)) return [];
  const params = { sum: toDecimal(weights, 12, halfUp), total: evaluation.weightTotal };
  return [error("MOD-07", "evaluation.weightTotal", "weights_not_total", params)];
}

/** A model that compares quality needs some; one that compares prices alone has no use for shoulds. */
function shouldFindings({ evaluation, requirements }: DraftTender): Finding[] {
  const shoulds = requirements.filter(({ level }) => level === "should").length;
  switch (evaluation.type) {
    case "lowest_price":
      return shoulds === 0
        ? []
        : [error("REQ-26", "evaluation", "shoulds_without_effect", { count: shoulds })];
    case "threshold_lowest_price":
    case "fixed_price_quality_only":
    case "quality_price_ratio":
      return shoulds === 0 ? [error("REQ-26", "evaluation", "model_without_shoulds")] : [];
    case "added_value_deduction":
    case "weighted_points":
      return [];
  }
}

function fixedPriceFindings({ evaluation, priceItems }: DraftTender): Finding[] {
  if (evaluation.type !== "fixed_price_quality_only") return [];
  const price = parseDecimal(evaluation.fixedPriceSek);
  return [
    ...(price === null || !isPositive(price)
      ? [error("MOD-21", "evaluation.fixedPriceSek", "fixed_price_missing")]
      : []),
    ...(priceItems.length > 0 ? [error("MOD-21", "priceItems", "price_rows_beside_fixed_price")] : []),
  ];
}

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
