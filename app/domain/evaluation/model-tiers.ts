import type { AwardModelName } from "#app/domain/evaluation/award/award-models.ts";
import type { PriceFunctionName } from "#app/domain/evaluation/award/price-function/price-functions.ts";
import type { AnalysisName } from "#app/domain/evaluation/case/case-kinds.ts";
import type { EvaluationModel } from "#app/domain/tender/tender.ts";

/**
 * Where a model or price function may be used:
 * - `absolute`: chosen freely in a tender; no bid's result depends on another bid;
 * - `acknowledged`: relative; chosen in a tender only with a recorded simulation that the buyer has acknowledged;
 * - `blocked`: refused in a tender, because the law or a court refuses what it does; computes for case files;
 * - `case_file`: computes for case files of other buyers; no tender offers it;
 * - `analysis`: says something about an outcome; never in a tender and never in an award record.
 */
export type ModelTier = "absolute" | "acknowledged" | "blocked" | "case_file" | "analysis";

/** Every model that the engine computes. `weighted_points` is as its price function is. */
export const modelTiers = {
  added_value_deduction: "absolute",
  weighted_points: "absolute",
  lowest_price: "absolute",
  fixed_price_quality_only: "absolute",
  quality_price_ratio: "absolute",
  lowest_cost_lcc: "case_file",
  added_value_addition: "case_file",
  added_value_percent_of_own_price: "case_file",
  price_model_percent_weights: "case_file",
  world_bank_rated: "case_file",
  relative_value_cost: "case_file",
  price_per_quality_point: "case_file",
  ufab_gewichtet_mittelwert: "case_file",
  ufab_gewichtet_median: "case_file",
  ufab_gewichtet_referenz: "case_file",
  ufab_erweiterte_richtwertmethode: "case_file",
  meat_coefficient: "case_file",
  value_function: "analysis",
  wsm_sum_scaled: "analysis",
  wpm_log10: "analysis",
  topsis: "analysis",
  promethee_ii: "analysis",
  ahp_weights: "analysis",
  "sensitivity.weight_stability_interval": "analysis",
  "sensitivity.tornado": "analysis",
  "sensitivity.break_even_price": "analysis",
  "sensitivity.single_score_flip": "analysis",
  "sensitivity.leave_one_out": "analysis",
  smaa_rank_acceptability: "analysis",
  committee: "analysis",
  tie_break: "analysis",
  measured_requirement: "analysis",
  service_credit: "analysis",
  abnormally_low: "analysis",
  numeric: "analysis",
} as const satisfies Record<AwardModelName | AnalysisName, ModelTier>;

/** Every price function of `weighted_points`. */
export const priceFunctionTiers = {
  linear_fixed_bounds: "absolute",
  inverse_proportional: "acknowledged",
  linear_from_lowest: "acknowledged",
  linear_min_max: "blocked",
  banded: "blocked",
  parabolic_from_lowest: "blocked",
  logarithmic: "case_file",
  zscore: "case_file",
  average_based: "case_file",
  anac_linear: "case_file",
  anac_power: "case_file",
  anac_bilinear: "case_file",
  aragon_corrected_proportional: "case_file",
} as const satisfies Record<PriceFunctionName, ModelTier>;

/** The engine's model that computes a tender's model. */
export const engineModels = {
  added_value_deduction: "added_value_deduction",
  weighted_points: "weighted_points",
  threshold_lowest_price: "lowest_price",
  lowest_price: "lowest_price",
  fixed_price_quality_only: "fixed_price_quality_only",
  quality_price_ratio: "quality_price_ratio",
} as const satisfies Record<EvaluationModel["type"], AwardModelName>;

/** A model as it may stand in a file that nobody has checked. */
export interface NamedModel {
  readonly type: string;
  readonly priceFunction?: { readonly type: string; readonly clipLower?: boolean | undefined } | undefined;
}

/** The tier of a tender's model by its names alone, whatever wrote them; null for a name that nobody knows. */
export function tierOf({ type, priceFunction }: NamedModel): ModelTier | null {
  const tier = named(modelTiers, named(engineModels, type) ?? type);
  if (type !== "weighted_points") return tier;
  return priceFunction?.clipLower === true ? "blocked" : named(priceFunctionTiers, priceFunction?.type ?? "");
}

const named = <T>(list: Readonly<Record<string, T>>, name: string): T | null =>
  Object.hasOwn(list, name) ? (list[name] ?? null) : null;

/** Whether a bid's result depends on other bids. */
export const isRelative = (model: EvaluationModel): boolean => tierOf(model) === "acknowledged";
