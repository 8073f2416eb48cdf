import { analysed, readBaseCase } from "#app/domain/evaluation/analysis/base-case.ts";
import { firstTierAfter } from "#app/domain/evaluation/analysis/first-tier.ts";
import { sameTier } from "#app/domain/evaluation/analysis/leave-one-out.ts";
import { limitBids } from "#app/domain/evaluation/analysis/values.ts";
import type { AwardCase, Bid, Criterion } from "#app/domain/evaluation/award/award-case.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { score20 } from "#app/domain/evaluation/case/scores-answer.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { byId } from "#app/domain/evaluation/ranking.ts";
import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  isZero,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

export interface ScoreFlip {
  readonly bid: string;
  readonly criterion: string;
  readonly from: Fraction;
  readonly to: Fraction;
  readonly delta: Fraction;
  /** Two or more ids are a tie. */
  readonly newFirst: readonly string[];
}

/** More levels than any scale has: a step so small is a mistake. */
const mostLevels = 1000;

/**
 * For each bid and criterion the nearest of the criterion's levels (in points) that changes who comes first, the lower
 * one on equal distance; smallest change first. What an award hangs on, by one score.
 */
export function singleScoreFlips(
  base: AwardCase,
  levelsOf: (criterion: Criterion) => readonly Fraction[],
): readonly ScoreFlip[] {
  const first = evaluate(base).ranking[0] ?? [];
  const firstAfter = firstTierAfter(base);
  const flips = base.criteria.flatMap((criterion) => {
    const levels = levelsOf(criterion);
    return base.bids.flatMap((bid) => nearestFlip(bid, criterion, levels, first, firstAfter) ?? []);
  });
  return flips.sort(
    (a, b) =>
      compare(absolute(a.delta), absolute(b.delta)) || byId(a.bid, b.bid) || byId(a.criterion, b.criterion),
  );
}

function nearestFlip(
  bid: Bid,
  criterion: Criterion,
  levels: readonly Fraction[],
  first: readonly string[],
  firstAfter: ReturnType<typeof firstTierAfter>,
): ScoreFlip | null {
  const from = bid.points.get(criterion.id) ?? zero;
  const others = levels
    .map((to) => ({ to, delta: subtract(to, from) }))
    .filter(({ delta }) => !isZero(delta))
    .sort((a, b) => compare(absolute(a.delta), absolute(b.delta)) || compare(a.to, b.to));
  for (const { to, delta } of others) {
    const newFirst = firstAfter(bid, criterion, to);
    if (!sameTier(newFirst, first))
      return { bid: bid.id, criterion: criterion.id, from, to, delta, newFirst };
  }
  return null;
}

/** 0, step, 2·step … and the maximum itself. */
export function stepsTo(max: Fraction, step: Fraction): readonly Fraction[] {
  const levels: Fraction[] = [];
  for (let level = zero; compare(level, max) < 0; level = add(level, step)) levels.push(level);
  return [...levels, max];
}

export const singleScoreFlipCase: CaseKind = (input) => {
  const { params, bids } = input;
  limitBids(params, bids, 100);
  const step = params.decimal("step", "positive");
  const base = readBaseCase(input, "base_model");
  base?.criteria.forEach(({ max }, i) => {
    if (isZero(step) || compare(divide(max, step), { n: BigInt(mostLevels), d: 1n }) > 0) {
      params.fault("too_many_levels", `criteria[${i}].max`);
    }
  });
  return analysed(base, (award) => ({
    flips: singleScoreFlips(award, ({ max }) => stepsTo(max, step)).map(
      ({ bid, criterion, from, to, newFirst, delta }) => ({
        bid,
        criterion,
        from: score20(from),
        to: score20(to),
        new_first: newFirst,
        delta: score20(delta),
      }),
    ),
  }));
};
