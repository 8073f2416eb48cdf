import { type NamedModel, priceFunctionTiers, tierOf } from "#app/domain/evaluation/model-tiers.ts";

/** The rule that keeps a model out of tenders, and the code of its words. */
export interface ModelRefusal {
  readonly ruleId: string;
  readonly code: string;
}

/** A blocked price function by the rule that it breaks. */
const blockedBy: Readonly<Record<string, ModelRefusal>> = {
  linear_min_max: { ruleId: "MOD-05", code: "worst_bid_steers" },
  banded: { ruleId: "MOD-02", code: "price_in_bands" },
  // Zero points from some price on, and where that is depends on the lowest bid: no ceiling price can end it.
  parabolic_from_lowest: { ruleId: "MOD-01", code: "price_without_effect" },
  linear_fixed_bounds: { ruleId: "MOD-01", code: "price_without_effect" },
};

const unknown: ModelRefusal = { ruleId: "TENDER-12", code: "model_unknown" };

/** Why a model or price function that is no choice of a buyer is refused. */
export const refusalOfName = (name: string): ModelRefusal =>
  modelRefusal(
    Object.hasOwn(priceFunctionTiers, name)
      ? { type: "weighted_points", priceFunction: { type: name } }
      : { type: name },
  ) ?? unknown;

/** Why a model may not be chosen in a tender, whatever file or form it comes from; null when it may. */
export function modelRefusal(model: NamedModel): ModelRefusal | null {
  switch (tierOf(model)) {
    case "absolute":
    case "acknowledged":
      return null;
    case "blocked":
      return blockedBy[model.priceFunction?.type ?? ""] ?? { ruleId: "MOD-01", code: "price_without_effect" };
    case "analysis":
      return { ruleId: "TENDER-12", code: "model_for_analysis_only" };
    case "case_file":
      return { ruleId: "TENDER-12", code: "model_not_offered" };
    case null:
      return unknown;
  }
}
