import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  compare,
  divide,
  type Fraction,
  fraction,
  isPositive,
  multiply,
  parseDecimal,
} from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { sekPerPointOf } from "#app/domain/tender/convert-model.ts";
import { type Finding, warning } from "#app/domain/tender/finding.ts";
import type { DraftTender, EvaluationModel } from "#app/domain/tender/tender.ts";
import { totalWorth } from "#app/domain/tender/total-worth.ts";

/** A bid among others, as far as the price of its quality depends on them. */
export interface PricedQuality {
  readonly price: Fraction;
  /** Points of its shoulds. */
  readonly quality: Fraction;
  /** Lowest price of all bids. */
  readonly lowest: Fraction;
}

/**
 * By how many SEK a bid would have to lower its price to make up for one quality point, where it stands: the slope dp/dQ of
 * equal results, other bids as they are. Null in a model in which no price makes up for quality, and above the upper price
 * bound, where a lower price first has to reach it.
 */
export function pointCost(
  model: EvaluationModel,
  { price, quality, lowest }: PricedQuality,
): Fraction | null {
  if (model.type === "quality_price_ratio") return isPositive(quality) ? divide(price, quality) : null;
  if (model.type !== "weighted_points") return null;
  const weight = parseDecimal(model.priceWeight);
  if (weight === null || !isPositive(weight)) return null;
  switch (model.priceFunction.type) {
    case "linear_fixed_bounds": {
      const upper = parseDecimal(model.priceFunction.upper);
      return upper !== null && compare(price, upper) <= 0 ? sekPerPointOf(model) : null;
    }
    case "inverse_proportional":
      return isPositive(lowest) ? divide(multiply(price, price), multiply(weight, lowest)) : null;
    case "linear_from_lowest": {
      const slope = parseDecimal(model.priceFunction.slope);
      return slope !== null && isPositive(slope) ? divide(lowest, multiply(slope, weight)) : null;
    }
  }
}

/** What a point costs at prices that may be expected, in whole SEK as decimal strings. */
export type TypicalCosts =
  | { readonly kind: "sek" | "none" | "unknown" }
  /** Alike for every bid, or for every bid once the lowest price is known. */
  | { readonly kind: "same"; readonly cost: string }
  | { readonly kind: "lowest"; readonly price: string; readonly cost: string }
  | { readonly kind: "varies"; readonly at: readonly { readonly price: string; readonly cost: string }[] };

/** The consequence of the model in SEK: what one quality point weighs in price. */
export function typicalCosts(draft: DraftTender): TypicalCosts {
  const { evaluation } = draft;
  if (evaluation.type === "added_value_deduction") return { kind: "sek" };
  if (evaluation.type !== "weighted_points" && evaluation.type !== "quality_price_ratio") {
    return { kind: "none" };
  }
  const sekPerPoint = sekPerPointOf(evaluation);
  if (sekPerPoint !== null) return { kind: "same", cost: whole(sekPerPoint) };
  const expected = parseDecimal(draft.estimatedValueSek ?? draft.ceilingPriceSek ?? "");
  if (expected === null || !isPositive(expected)) return { kind: "unknown" };
  const quality = totalWorth(draft);
  if (!costVaries(evaluation)) {
    const cost = pointCost(evaluation, { price: expected, quality, lowest: expected });
    return cost ? { kind: "lowest", price: whole(expected), cost: whole(cost) } : { kind: "unknown" };
  }
  const lowest = multiply(expected, cheap);
  const at = [lowest, expected, multiply(expected, dear)].flatMap((price) => {
    const cost = pointCost(evaluation, { price, quality, lowest });
    return cost ? [{ price: whole(price), cost: whole(cost) }] : [];
  });
  return at.length === 0 ? { kind: "unknown" } : { kind: "varies", at };
}

const whole = (value: Fraction): string => toDecimal(value, 0, halfUp);

/** For a sentence in either language: thousands apart by a blank that does not break. */
const grouped = (value: Fraction): string => whole(value).replace(/\B(?=(\d{3})+$)/g, "\u00a0");

/** Whether the same point costs more the higher the own price is. */
const costVaries = (model: EvaluationModel): boolean =>
  model.type === "quality_price_ratio" ||
  (model.type === "weighted_points" && model.priceFunction.type === "inverse_proportional");

/** Above this share of the estimated value, quality decides more than price. */
const largestShare: Fraction = fraction(1n, 2n);
/** Prices at which the cost of a point is compared, in shares of the estimated value: those of simulated markets. */
const [cheap, dear] = [fraction(7n, 10n), fraction(13n, 10n)];

/** Quality that is worth more than half of what is bought, and points that cost a dear bid more than a cheap one. */
export function pointCostFindings(draft: DraftTender): Finding[] {
  const estimated = parseDecimal(draft.estimatedValueSek ?? "");
  if (estimated === null || !isPositive(estimated)) return [];
  return [...largeWorth(draft, estimated), ...varyingCost(draft, estimated)];
}

function largeWorth(draft: DraftTender, estimated: Fraction): Finding[] {
  const { evaluation } = draft;
  const sekPerPoint = sekPerPointOf(evaluation);
  if (evaluation.type !== "added_value_deduction" && sekPerPoint === null) return [];
  const worth = totalWorth(draft);
  const added = sekPerPoint === null ? worth : multiply(worth, sekPerPoint);
  if (compare(added, multiply(estimated, largestShare)) <= 0) return [];
  const params = { added: toDecimal(added, 2, halfUp), estimated: toDecimal(estimated, 2, halfUp) };
  return [warning("MOD-20", "evaluation", "added_value_large", params)];
}

function varyingCost(draft: DraftTender, estimated: Fraction): Finding[] {
  const { evaluation } = draft;
  if (!costVaries(evaluation)) return [];
  const [low, high] = [multiply(estimated, cheap), multiply(estimated, dear)];
  const costAt = (price: Fraction) =>
    pointCost(evaluation, { price, quality: totalWorth(draft), lowest: low });
  const [lowCost, highCost] = [costAt(low), costAt(high)];
  if (lowCost === null || highCost === null) return [];
  const params = {
    low: grouped(low),
    lowCost: grouped(lowCost),
    high: grouped(high),
    highCost: grouped(highCost),
  };
  return [warning("MOD-20", "evaluation", "point_cost_varies", params)];
}
