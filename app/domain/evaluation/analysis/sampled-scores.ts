import type { AwardCase, Bid } from "#app/domain/evaluation/award/award-case.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { type Random, seededRandom, wholeBelow } from "#app/domain/example/random.ts";
import { add, clamp, compare, type Fraction, subtract, zero } from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";

/** What the evaluators gave one bid on one criterion before they agreed. */
export interface JudgedScore {
  readonly bid: string;
  readonly criterion: string;
  /** Points by evaluator, in the same order everywhere; null where one gave none. */
  readonly own: readonly (Fraction | null)[];
  /** The points that the scale has. */
  readonly levels: readonly Fraction[];
}

/**
 * What could have been otherwise. `one_step`: each evaluator's each level, one step lower or higher or as it is, all as
 * likely. `other_evaluators`: the panel itself, drawn anew from its members, each as often as chance has it.
 */
export type ScoreDoubt = "one_step" | "other_evaluators";

export interface SampledScores {
  readonly samples: number;
  /** By admitted bid, how many samples gave rank 1, 2, …; bids that are level share the better rank. */
  readonly counts: readonly { readonly id: string; readonly ranks: readonly number[] }[];
}

/** Draws by how much the mean of the evaluators moves. */
type Draw = (random: Random, drawn: readonly number[]) => Fraction;

/**
 * How often each bid would have had each rank, had the evaluators judged a little otherwise: the agreed points move by as
 * much as the mean of the evaluators' own does, within the scale. Every sample is a whole evaluation in exact numbers;
 * the same seed gives the same counts.
 */
export function sampleScores(
  base: AwardCase,
  judged: readonly JudgedScore[],
  doubt: ScoreDoubt,
  samples: number,
  seed: number,
): SampledScores {
  const evaluators = judged[0]?.own.length ?? 0;
  const maxima = new Map(base.criteria.map(({ id, max }) => [id, max]));
  const draws = new Map(
    base.bids.map(({ id }) => [
      id,
      judged
        .filter(({ bid, criterion }) => bid === id && maxima.has(criterion))
        .map((one) => ({
          criterion: one.criterion,
          max: maxima.get(one.criterion) ?? zero,
          draw: doubt === "one_step" ? stepDraw(one) : panelDraw(one),
        })),
    ]),
  );
  const random = seededRandom(seed);
  const untied = { ...base, tieBreak: { rules: [], seed: null } };
  const counts = new Map([...evaluate(base).scores.keys()].map((id) => [id, base.bids.map(() => 0)]));
  for (let sample = 0; sample < samples; sample += 1) {
    const drawn = Array.from({ length: evaluators }, () => wholeBelow(random, evaluators));
    const bids = base.bids.map((bid): Bid => {
      const points = new Map(bid.points);
      for (const { criterion, max, draw } of draws.get(bid.id) ?? []) {
        const moved = add(points.get(criterion) ?? zero, draw(random, drawn));
        points.set(criterion, clamp(moved, zero, max));
      }
      return { ...bid, points };
    });
    for (const [id, rank] of evaluate({ ...untied, bids }).ranks) {
      const ranks = counts.get(id);
      if (ranks) ranks[rank - 1] = (ranks[rank - 1] ?? 0) + 1;
    }
  }
  const shown = [...counts].map(([id, ranks]) => ({ id, ranks: ranks.slice(0, counts.size) }));
  return { samples, counts: shown };
}

/** Of yes and no a step is the other answer, which is more than a doubt. */
const fewestLevels = 3;

function stepDraw({ own, levels }: JudgedScore): Draw {
  const sorted = [...levels].sort(compare);
  const given = own.flatMap((points) => points ?? []);
  const moves = given.map((points) => {
    const place = sorted.findIndex((level) => compare(level, points) === 0);
    // A step off the scale is none.
    return [-1, 0, 1].map((step) => subtract((place < 0 ? null : sorted[place + step]) ?? points, points));
  });
  if (moves.length === 0 || levels.length < fewestLevels) return () => zero;
  return (random) => mean(moves.map((steps) => steps[wholeBelow(random, steps.length)] ?? zero));
}

function panelDraw({ own }: JudgedScore): Draw {
  const given = own.flatMap((points) => points ?? []);
  if (given.length === 0) return () => zero;
  const agreed = mean(given);
  return (_random, drawn) => {
    const panel = drawn.flatMap((evaluator) => own[evaluator] ?? []);
    return panel.length === 0 ? zero : subtract(mean(panel), agreed);
  };
}
