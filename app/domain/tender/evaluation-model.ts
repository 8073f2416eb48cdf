import type { EvaluationModel, TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

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
      ...(tender.evaluation.type === "weighted_points"
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

/** Price by formula, name and version: a later version of the program computes this version's figures. */
function priceRule(model: EvaluationModel) {
  switch (model.type) {
    case "added_value_deduction":
      return { function: "comparison_price", version: 1, formula: "p − Σ v · s", best: "lowest" };
    case "weighted_points":
      return {
        function: "linear_fixed_bounds",
        version: 1,
        formula: "max(0, M · (b − p) / (b − a)) + Σ w · s",
        best: "highest",
        weight: model.priceWeight,
        lower: model.priceBounds.lower,
        upper: model.priceBounds.upper,
        clip_lower: false,
        clip_upper: true,
        weight_total: model.weightTotal,
      };
  }
}
