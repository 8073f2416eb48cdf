import type { Priced } from "#app/domain/evaluation/analysis/abnormally-low/priced.ts";
import {
  compare,
  divide,
  equal,
  type Fraction,
  hundred,
  multiply,
  subtract,
} from "#app/domain/money/fraction.ts";
import { mean, median } from "#app/domain/statistics/average.ts";

export const lowBidRules = [
  "pct_below_mean",
  "pct_below_median",
  "gap_to_second_lowest",
  "pct_below_estimate",
] as const;
export type LowBidRuleId = (typeof lowBidRules)[number];

export interface LowBidRule {
  readonly id: LowBidRuleId;
  readonly percent: Fraction;
  /** Only for `pct_below_estimate`. */
  readonly estimate: Fraction | null;
}

export interface LowBidLimit {
  readonly rule: LowBidRuleId;
  /** Null where the reference does not exist, for example no second lowest. */
  readonly limit: Fraction | null;
  /** Bids strictly below the limit. */
  readonly flagged: readonly string[];
}

/**
 * The four generic indicators of a low bid. All are relative: recompute when a bid is excluded. A flag asks for an
 * explanation (LOU 16:7) and never excludes by itself. At least one bid.
 */
export function lowBidLimits(bids: readonly Priced[], rules: readonly LowBidRule[]) {
  const prices = bids.map(({ price }) => price);
  const [lowest, second] = [...prices].sort(compare);
  const average = mean(prices);
  const middle = median(prices);
  const references: Record<LowBidRuleId, (rule: LowBidRule) => Fraction | null> = {
    pct_below_mean: () => average,
    pct_below_median: () => middle,
    gap_to_second_lowest: () => second ?? null,
    pct_below_estimate: ({ estimate }) => estimate,
  };
  const limits = rules.map((rule): LowBidLimit => {
    const reference = references[rule.id](rule);
    const limit = reference && divide(multiply(reference, subtract(hundred, rule.percent)), hundred);
    const candidates =
      rule.id === "gap_to_second_lowest" ? bids.filter(({ price }) => lowest && equal(price, lowest)) : bids;
    const below = candidates.filter(({ price }) => limit && compare(price, limit) < 0);
    return { rule: rule.id, limit, flagged: below.map(({ id }) => id) };
  });
  return { mean: average, median: middle, limits };
}
