import {
  absolute,
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  larger,
  multiply,
  smaller,
  subtract,
} from "#app/domain/money/fraction.ts";
import { median } from "#app/domain/statistics/average.ts";

export interface ScoreSpread {
  readonly median: Fraction;
  /** Median absolute deviation; 0 for most panels of three to five, which is why steps decide. */
  readonly mad: Fraction;
  readonly range: Fraction;
  /** From 0: who is so many steps or more from the median and has to explain. */
  readonly flagged: readonly number[];
  /** 0.6745(x − median)/MAD, null where MAD is 0. */
  readonly modifiedZ: readonly (Fraction | null)[];
}

/** How far the evaluators of one answer lie apart; at least one score. */
export function scoreSpread(scores: readonly Fraction[], step: Fraction, limitSteps: Fraction): ScoreSpread {
  const centre = median(scores);
  const distances = scores.map((score) => absolute(subtract(score, centre)));
  const mad = median(distances);
  const limit = multiply(step, limitSteps);
  return {
    median: centre,
    mad,
    range: subtract(scores.reduce(larger), scores.reduce(smaller)),
    flagged: distances.flatMap((distance, i) => (compare(distance, limit) >= 0 ? [i] : [])),
    modifiedZ: scores.map((score) =>
      isZero(mad) ? null : divide(multiply(fraction(6745n, 10_000n), subtract(score, centre)), mad),
    ),
  };
}
