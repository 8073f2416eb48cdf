import type { EvaluationModel, TenderRequirement } from "#app/domain/tender/tender.ts";

/** What a should earns: an amount that is deducted from the price, or points. */
export type WorthUnit = "sek" | "points";

export const worthUnit = ({ type }: EvaluationModel): WorthUnit =>
  type === "added_value_deduction" ? "sek" : "points";

/** The field of a should that holds what it is worth in the model. */
export const worthField = (model: EvaluationModel): "valueSek" | "weight" =>
  worthUnit(model) === "sek" ? "valueSek" : "weight";

/** What a should is worth at full share in the model, decimal string; null while nothing is said. */
export const worthIn = (
  model: EvaluationModel,
  requirement: Pick<TenderRequirement, "valueSek" | "weight">,
): string | null => requirement[worthField(model)];

/** What the result of a bid is counted in: a price, points, or quality points per million SEK. */
export type ScoreUnit = "sek" | "points" | "points_per_million";

export function scoreUnit({ type }: EvaluationModel): ScoreUnit {
  switch (type) {
    case "added_value_deduction":
    case "lowest_price":
    case "threshold_lowest_price":
      return "sek";
    case "weighted_points":
    case "fixed_price_quality_only":
      return "points";
    case "quality_price_ratio":
      return "points_per_million";
  }
}

/** How a page writes the numbers of a model. */
export interface ModelUnits {
  readonly worth: WorthUnit;
  readonly score: ScoreUnit;
}

export const unitsOf = (model: EvaluationModel): ModelUnits => ({
  worth: worthUnit(model),
  score: scoreUnit(model),
});

/** Whether the result is the price's part plus or minus the sum of the shoulds' parts, so that each part can be weighed alone. */
export const isAdditive = ({ type }: EvaluationModel): boolean =>
  type === "added_value_deduction" || type === "weighted_points" || type === "fixed_price_quality_only";

/** Whether the model divides by a price, which must then be above 0. */
export const dividesByPrice = (model: EvaluationModel): boolean =>
  model.type === "quality_price_ratio" ||
  (model.type === "weighted_points" && model.priceFunction.type !== "linear_fixed_bounds");
