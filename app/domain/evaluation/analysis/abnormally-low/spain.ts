import { type Priced, percentOf } from "#app/domain/evaluation/analysis/abnormally-low/priced.ts";
import { compare, type Fraction, larger } from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";

/**
 * RGLCAP art. 85: one bid against the budget, two against each other, three or more against a mean that leaves out what
 * lies more than 10 % above it. "Unidades porcentuales" are read as percent of the reference. A flag, never a rejection.
 */
export function spanishAbnormallyLow(bids: readonly Priced[], budget: Fraction) {
  const threshold = thresholdOf(
    bids.map(({ price }) => price),
    budget,
  );
  const farBelowBudget = percentOf(budget, 75);
  const flagged = bids.filter(
    ({ price }) => compare(price, threshold) < 0 || (bids.length === 3 && compare(price, farBelowBudget) < 0),
  );
  return { threshold, flagged: flagged.map(({ id }) => id) };
}

function thresholdOf(prices: readonly Fraction[], budget: Fraction): Fraction {
  if (prices.length <= 1) return percentOf(budget, 75);
  if (prices.length === 2) return percentOf(prices.reduce(larger), 80);
  const sorted = [...prices].sort(compare);
  const limit = percentOf(mean(sorted), 110);
  const within = sorted.filter((price) => compare(price, limit) <= 0);
  const kept =
    sorted.length === 3
      ? sorted.slice(0, Math.max(2, within.length))
      : sorted.slice(0, Math.max(3, within.length));
  return percentOf(mean(kept), 90);
}
