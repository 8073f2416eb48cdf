import { weightStability } from "#app/domain/evaluation/analysis/weight-stability.ts";
import { weightedRows } from "#app/domain/evaluation/analysis/weighted-rows.ts";
import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import type { EvaluationResult } from "#app/domain/evaluation/evaluate.ts";
import { byId } from "#app/domain/evaluation/ranking.ts";
import {
  compare,
  divide,
  type Fraction,
  isPositive,
  isZero,
  multiply,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

/** Between which worths of one criterion the winner stays first. */
export interface WorthInterval {
  /** Null is the price of a points model. */
  readonly criterion: string | null;
  readonly worth: Fraction;
  readonly low: Fraction;
  /** Who is level at `low` and first below it; null when nobody is. */
  readonly lowRival: string | null;
  /** Null when no worth is too high. */
  readonly high: Fraction | null;
  readonly highRival: string | null;
}

/**
 * Each worth varied alone. In a points model the other weights are scaled so that the total stays (Σ w unchanged); SEK
 * values stand on their own, so there the others stay as they are. Empty without a sole winner.
 */
export function worthStability(base: AwardCase, result: EvaluationResult): readonly WorthInterval[] {
  if (result.winner === null) return [];
  return base.model.direction === "lower_is_better"
    ? valueStability(base, result, result.winner)
    : pointsStability(base, result, result.winner);
}

/** gap(v) = gap + (v − v₀)·d with d the winner's lead in share: the root is v₀ − gap/d. */
function valueStability(
  base: AwardCase,
  { scores }: EvaluationResult,
  winner: string,
): readonly WorthInterval[] {
  const own = scores.get(winner) ?? zero;
  const pointsOf = new Map(base.bids.map(({ id, points }) => [id, points]));
  const rivals = [...scores].filter(([id]) => id !== winner).sort(([a], [b]) => byId(a, b));
  return base.criteria.map(({ id, weight, max }) => {
    const share = (bid: string) => divide(pointsOf.get(bid)?.get(id) ?? zero, max);
    let interval: WorthInterval = {
      criterion: id,
      worth: weight,
      low: zero,
      lowRival: null,
      high: null,
      highRival: null,
    };
    for (const [rival, score] of rivals) {
      const lead = subtract(share(winner), share(rival));
      if (isZero(lead)) continue;
      const root = subtract(weight, divide(subtract(score, own), lead));
      if (isPositive(lead)) {
        if (compare(root, interval.low) > 0) interval = { ...interval, low: root, lowRival: rival };
      } else if (interval.high === null || compare(root, interval.high) < 0) {
        interval = { ...interval, high: root, highRival: rival };
      }
    }
    return interval;
  });
}

function pointsStability(
  base: AwardCase,
  result: EvaluationResult,
  winner: string,
): readonly WorthInterval[] {
  const { rows, weights, names, total } = weightedRows(base, result);
  const first = rows.find(({ id }) => id === winner);
  if (first === undefined) return [];
  return names.map((criterion, j) => {
    const { low, lowRival, high, highRival } = weightStability(rows, weights, first, j);
    return {
      criterion,
      worth: multiply(weights[j] ?? zero, total),
      low: multiply(low, total),
      lowRival,
      high: highRival === null ? null : multiply(high, total),
      highRival,
    };
  });
}
