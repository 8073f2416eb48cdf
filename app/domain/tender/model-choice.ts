import type { EvaluationModel } from "#app/domain/tender/tender.ts";

/**
 * What a buyer chooses from, the recommended first: the models, and in place of `weighted_points` its price functions.
 * Absolute ones come before those that depend on other bids.
 */
export const modelChoices = [
  "added_value_deduction",
  "linear_fixed_bounds",
  "threshold_lowest_price",
  "lowest_price",
  "fixed_price_quality_only",
  "quality_price_ratio",
  "linear_from_lowest",
  "inverse_proportional",
] as const;
export type ModelChoice = (typeof modelChoices)[number];

export const isModelChoice = (name: string): name is ModelChoice =>
  modelChoices.some((choice) => choice === name);

export const modelChoiceOf = (model: EvaluationModel): ModelChoice =>
  model.type === "weighted_points" ? model.priceFunction.type : model.type;
