import type { AwardCase, Bid, Criterion } from "#app/domain/evaluation/award/award-case.ts";
import { gateReasons } from "#app/domain/evaluation/award/gates.ts";
import { qualityOf } from "#app/domain/evaluation/award/quality.ts";
import { canonical, evaluate } from "#app/domain/evaluation/evaluate.ts";
import { byId } from "#app/domain/evaluation/ranking.ts";
import { add, compare, divide, type Fraction, multiply, subtract, zero } from "#app/domain/money/fraction.ts";

/**
 * Who comes first when one bid has other points on one criterion: the first tier of a full evaluation, without summing
 * what has not changed. With 100 criteria this is what makes some ten thousand such questions a matter of a moment.
 */
export function firstTierAfter(
  base: AwardCase,
): (bid: Bid, criterion: Criterion, to: Fraction) => readonly string[] {
  const { model, criteria, gates } = base;
  const quality = qualityOf(criteria);
  const reasonsOf = gateReasons(gates, criteria, quality);
  const summed = new Map(base.bids.map((bid) => [bid.id, { ...bid, quality: quality.total(bid) }]));
  const admitted = [...summed.values()].filter((bid) => reasonsOf(bid).length === 0);
  return (bid, criterion, to) => {
    const from = bid.points.get(criterion.id) ?? zero;
    const points = new Map(bid.points).set(criterion.id, to);
    // A given total does not follow the points.
    const total =
      bid.quality ??
      add(quality.total(bid), divide(multiply(criterion.weight, subtract(to, from)), criterion.max));
    const changed = { ...bid, points, quality: total };
    const others = admitted.filter(({ id }) => id !== bid.id);
    const bids = reasonsOf(changed).length === 0 ? [...others, changed] : others;
    const scored = bids.length === 0 ? null : model.score(bids, quality);
    if (scored === null || "error" in scored) return [];
    if (scored.band) {
      const all = [...summed.values()].map((other) => (other.id === bid.id ? changed : other));
      return evaluate({ ...base, bids: all }).ranking[0] ?? [];
    }
    const sign = model.direction === "higher_is_better" ? 1 : -1;
    let best: Fraction | null = null;
    let first: string[] = [];
    for (const one of bids) {
      const score = canonical(scored.score(one), model.rational);
      const order: number = best === null ? 1 : sign * compare(score, best);
      if (order > 0) {
        best = score;
        first = [one.id];
      } else if (order === 0) first.push(one.id);
    }
    return first.sort(byId);
  };
}
