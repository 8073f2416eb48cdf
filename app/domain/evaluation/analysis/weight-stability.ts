import { limitBids, type Row, readRows, weighted } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { score20, scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import { byId, soleWinner, tiersOf } from "#app/domain/evaluation/ranking.ts";
import {
  compare,
  divide,
  equal,
  type Fraction,
  isNegative,
  isZero,
  one,
  subtract,
  sum,
  toExact,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";

interface StabilityInterval {
  readonly low: Fraction;
  /** Who takes over below `low`; null when nobody does. */
  readonly lowRival: string | null;
  readonly high: Fraction;
  readonly highRival: string | null;
}

/**
 * Between which values of weight j the winner stays first, the other weights scaled in proportion. With t the weight,
 * gap(t) = t·d + (1 − t)·R against each rival: d the lead on j, R the lead on the others by their shares.
 */
export function weightStability(
  rows: readonly Row[],
  weights: readonly Fraction[],
  winner: Row,
  j: number,
): StabilityInterval {
  const others = othersShares(weights, j);
  let interval: StabilityInterval = { low: zero, lowRival: null, high: one, highRival: null };
  for (const rival of [...rows].sort((a, b) => byId(a.id, b.id))) {
    if (rival.id === winner.id) continue;
    const leads = winner.values.map((value, k) => subtract(value, rival.values[k] ?? zero));
    const d = leads[j] ?? zero;
    const r = weighted(others, leads);
    if (isNegative(r) && compare(d, r) > 0) {
      const t = divide(r, subtract(r, d));
      if (compare(t, interval.low) > 0) interval = { ...interval, low: t, lowRival: rival.id };
    }
    if (isNegative(d) && compare(d, r) < 0) {
      const t = divide(r, subtract(r, d));
      if (compare(t, interval.high) < 0) interval = { ...interval, high: t, highRival: rival.id };
    }
  }
  return interval;
}

/** Shares of the other weights; equal ones where weight j is everything. */
export function othersShares(weights: readonly Fraction[], j: number): readonly Fraction[] {
  const rest = subtract(one, weights[j] ?? zero);
  const count = wholeNumber(Math.max(1, weights.length - 1));
  return weights.map((weight, k) => {
    if (k === j) return zero;
    return isZero(rest) ? divide(one, count) : divide(weight, rest);
  });
}

/** Reads named weights that add up to 1, and rows with one value for each. */
export function readWeightedRows(params: Fields, bids: readonly Fields[]) {
  limitBids(params, bids, 1000);
  const named = [...params.decimalsByName("weights", "not_negative")];
  const weights = named.map(([, weight]) => weight);
  if (!equal(sum(weights), one)) params.fault("weights_do_not_add_up", "weights");
  const rows = readRows(bids, weights.length);
  const scored = rows.map(({ id, values }) => ({ id, value: weighted(weights, values) }));
  const ranking = tiersOf(scored, "higher_is_better");
  const first = soleWinner(ranking);
  return {
    names: named.map(([name]) => name),
    weights,
    rows,
    scored,
    ranking,
    winner: rows.find(({ id }) => id === first),
  };
}

export const weightStabilityCase: CaseKind = ({ params, bids }) => {
  params.ignore("rule");
  const { names, weights, rows, scored, ranking, winner } = readWeightedRows(params, bids);
  return () => ({
    ...scoresAnswer(
      scored.map(({ id, value }) => [id, value] as const),
      true,
    ),
    winner: winner?.id ?? null,
    intervals: winner
      ? Object.fromEntries(
          names.map((name, j) => [name, intervalAnswer(weightStability(rows, weights, winner, j))]),
        )
      : {},
    ranking,
  });
};

const intervalAnswer = ({ low, lowRival, high, highRival }: StabilityInterval) => ({
  low: score20(low),
  low_exact: toExact(low),
  low_rival: lowRival,
  high: score20(high),
  high_exact: toExact(high),
  high_rival: highRival,
});
