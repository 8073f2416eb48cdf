import type { AwardModelName } from "#app/domain/evaluation/award/award-models.ts";
import { engineModels } from "#app/domain/evaluation/model-tiers.ts";
import { modelRefusal } from "#app/domain/tender/model-refusal.ts";
import type { EvaluationModel, PriceFunction, TenderContent } from "#app/domain/tender/tender.ts";

/** The tender's model as the case format says it, without criteria and bids. */
export interface CaseModel {
  readonly model: AwardModelName;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Quality points per so many SEK: a ratio that people can read. */
const ratioFactor = "1000000";

/** Throws on a model that no tender may have: nothing unchecked decides an award. */
export function caseModelOf({ evaluation, ceilingPriceSek }: TenderContent): CaseModel {
  const refusal = modelRefusal(evaluation);
  if (refusal !== null) throw new TypeError(`${evaluation.type} is no model of a tender: ${refusal.code}`);
  return {
    model: engineModels[evaluation.type],
    params: {
      ...ownParams(evaluation),
      ...(ceilingPriceSek === null ? {} : { ceiling_price: ceilingPriceSek }),
    },
  };
}

function ownParams(model: EvaluationModel): CaseModel["params"] {
  switch (model.type) {
    case "added_value_deduction":
    case "lowest_price":
    case "fixed_price_quality_only":
      return {};
    case "threshold_lowest_price":
      return { min_total_quality: model.minQuality };
    case "quality_price_ratio":
      return { factor: ratioFactor, min_total_quality: model.minQuality };
    case "weighted_points":
      return { price_weight: model.priceWeight, price_function: caseFunction(model.priceFunction) };
  }
}

function caseFunction(priceFunction: PriceFunction) {
  switch (priceFunction.type) {
    case "linear_fixed_bounds":
      // Clipped above, where the ceiling price ends the attainable prices; never below, where price must keep its effect.
      return { ...priceFunction, clip_lower: false, clip_upper: true };
    case "linear_from_lowest":
      // Never clipped: above the price that earns nothing, a lower one must still gain.
      return { ...priceFunction, clip_zero: false };
    case "inverse_proportional":
      return priceFunction;
  }
}
