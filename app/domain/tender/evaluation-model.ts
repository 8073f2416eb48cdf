import { worthUnit } from "#app/domain/tender/model-units.ts";
import type {
  EvaluationModel,
  PriceFunction,
  TenderContent,
  TenderRequirement,
} from "#app/domain/tender/tender.ts";

/**
 * Everything that decides how bids are ranked, as one object to be frozen: what a reader needs to compute the award
 * again without the application, and what no later act may change. Numbers are decimal strings.
 */
export function evaluationModelOf(tender: TenderContent) {
  const shoulds = tender.requirements.filter(({ level }) => level === "should");
  const musts = tender.requirements.filter(({ level }) => level === "must");
  return {
    v: 1,
    model: tender.evaluation.type,
    price: priceRule(tender.evaluation),
    criteria: shoulds.map((requirement) => ({
      ...judged(requirement),
      scale: requirement.scoring,
      ...(worthUnit(tender.evaluation) === "points"
        ? { weight: requirement.weight }
        : { value_sek: requirement.valueSek }),
    })),
    musts: musts.map(judged),
    price_rows: tender.priceItems.map(({ id, volume }) => ({ id, volume })),
    ceiling_price_sek: tender.ceilingPriceSek,
    forbid_negative_prices: tender.forbidNegativePrices,
    missing_answer: { must: "reason", should: "zero_shown_as_missing" },
    committee: "consensus",
    rounding: { ranking: "exact", display: { decimals: 2, mode: "half_up" } },
    tie_break: tender.evaluation.tieBreak,
    lots: 1,
    envelopes: ["quality", "price"],
  };
}

/** What a requirement is held against: the answer asked for and the measure with its threshold. */
const judged = ({ id, useOfMeasurement, answer, measure }: TenderRequirement) => ({
  id,
  use_of_measurement: useOfMeasurement,
  answer,
  measure,
});

/** Result by formula, name and version: a later version of the program computes this version's figures. */
function priceRule(model: EvaluationModel) {
  switch (model.type) {
    case "added_value_deduction":
      return { function: "comparison_price", version: 1, formula: "p − Σ v · s", best: "lowest" };
    case "lowest_price":
      return { function: "price", version: 1, formula: "p", best: "lowest" };
    case "threshold_lowest_price": {
      const floor = { min_quality: model.minQuality, weight_total: model.weightTotal };
      return { function: "price", version: 1, formula: "p; Σ w · s ≥ T", best: "lowest", ...floor };
    }
    case "fixed_price_quality_only": {
      const price = { fixed_price_sek: model.fixedPriceSek, weight_total: model.weightTotal };
      return { function: "fixed_price", version: 1, formula: "Σ w · s", best: "highest", ...price };
    }
    case "quality_price_ratio":
      return {
        function: "quality_price_ratio",
        version: 1,
        formula: "1000000 · Σ w · s / p; Σ w · s ≥ T",
        best: "highest",
        min_quality: model.minQuality,
        weight_total: model.weightTotal,
      };
    case "weighted_points":
      return {
        ...pointsRule(model.priceFunction),
        version: 1,
        best: "highest",
        weight: model.priceWeight,
        weight_total: model.weightTotal,
      };
  }
}

function pointsRule(priceFunction: PriceFunction) {
  switch (priceFunction.type) {
    case "linear_fixed_bounds":
      return {
        function: priceFunction.type,
        formula: "max(0, M · (b − p) / (b − a)) + Σ w · s",
        lower: priceFunction.lower,
        upper: priceFunction.upper,
        clip_lower: false,
        clip_upper: true,
      };
    case "inverse_proportional":
      return { function: priceFunction.type, formula: "M · lo / p + Σ w · s", depends_on_other_bids: true };
    case "linear_from_lowest":
      return {
        function: priceFunction.type,
        formula: "M · (1 − k · (p − lo) / lo) + Σ w · s",
        slope: priceFunction.slope,
        clip_zero: false,
        depends_on_other_bids: true,
      };
  }
}
