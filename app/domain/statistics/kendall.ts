import {
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  subtract,
  sum,
  toExact,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";

export interface Concordance {
  readonly w: Fraction;
  readonly uncorrected: Fraction;
  readonly chiSquare: Fraction;
  readonly degreesOfFreedom: number;
}

/**
 * Kendall's coefficient of concordance of ratings[rater][item], at least two raters and items:
 * W = 12S/(m²(n³ − n) − mΣ(t³ − t)), χ² = m(n − 1)W. Null when every rater ties all items.
 */
export function kendallW(
  ratings: readonly (readonly Fraction[])[],
  correctTies: boolean,
): Concordance | null {
  const m = ratings.length;
  const n = ratings[0]?.length ?? 0;
  const ranked = ratings.map(averageRanks);
  const sums = Array.from({ length: n }, (_, item) =>
    sum(ranked.map((ranks) => ranks[item] ?? fraction(0n))),
  );
  const centre = mean(sums);
  const s = multiply(wholeNumber(12), sum(sums.map((total) => square(subtract(total, centre)))));
  const spread = wholeNumber(m * m * (n ** 3 - n));
  const corrected = subtract(spread, wholeNumber(m * ratings.map(tieTerm).reduce((a, b) => a + b, 0)));
  const denominator = correctTies ? corrected : spread;
  if (isZero(corrected)) return null;
  const w = divide(s, denominator);
  return {
    w,
    uncorrected: divide(s, spread),
    chiSquare: multiply(wholeNumber(m * (n - 1)), w),
    degreesOfFreedom: n - 1,
  };
}

const square = (x: Fraction): Fraction => multiply(x, x);

/** Ranks from 1; equal values share the mean of the ranks they take. */
function averageRanks(values: readonly Fraction[]): readonly Fraction[] {
  return values.map((value) => {
    const below = values.filter((other) => compare(other, value) < 0).length;
    const equal = values.filter((other) => compare(other, value) === 0).length;
    return fraction(BigInt(2 * below + equal + 1), 2n);
  });
}

/** Σ(t³ − t) over the ties of one rater. */
function tieTerm(values: readonly Fraction[]): number {
  const sizes = new Map<string, number>();
  for (const value of values) sizes.set(toExact(value), (sizes.get(toExact(value)) ?? 0) + 1);
  return [...sizes.values()].reduce((total, t) => total + t ** 3 - t, 0);
}
