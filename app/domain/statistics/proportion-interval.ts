import { round } from "#app/domain/money/decimal.ts";
import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  isNegative,
  multiply,
  one,
  subtract,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { binomialAtLeast, binomialProbability } from "#app/domain/statistics/binomial.ts";
import { power, squareRoot } from "#app/domain/statistics/irrational.ts";
import { normalQuantile } from "#app/domain/statistics/normal.ts";

export interface Interval {
  readonly low: Fraction;
  readonly high: Fraction;
}

export interface Sample {
  readonly successes: number;
  /** At least 1. */
  readonly n: number;
}

/** The error of each side: α, or α/2 when both bounds are asked for together. */
export function tailError(confidence: Fraction, sides: "one" | "two"): Fraction {
  const alpha = subtract(one, confidence);
  return sides === "two" ? divide(alpha, fraction(2n)) : alpha;
}

/** Wilson's score interval (Wilson 1927; Newcombe 1998). For display: verdicts use Clopper–Pearson. */
export function wilson({ successes, n }: Sample, error: Fraction): Interval {
  const z = normalQuantile(subtract(one, error));
  const share = fraction(BigInt(successes), BigInt(n));
  const perN = divide(multiply(z, z), wholeNumber(n));
  const variance = divide(multiply(share, subtract(one, share)), wholeNumber(n));
  const centre = add(share, divide(perN, wholeNumber(2)));
  const spread = squareRoot(add(variance, divide(perN, wholeNumber(4 * n))));
  const width = multiply(z, spread);
  const whole = add(one, perN);
  return {
    low: successes === 0 ? zero : divide(subtract(centre, width), whole),
    high: successes === n ? one : divide(add(centre, width), whole),
  };
}

/** The exact interval (Clopper and Pearson 1934): low = Beta⁻¹(error; x, n − x + 1), high = Beta⁻¹(1 − error; x + 1, n − x). */
export function clopperPearson(sample: Sample, error: Fraction): Interval {
  const { successes, n } = sample;
  return {
    low: clopperPearsonLower(sample, error),
    high: subtract(one, clopperPearsonLower({ successes: n - successes, n }, error)),
  };
}

/** The p at which so many successes or more have just the probability `error`. */
export function clopperPearsonLower({ successes, n }: Sample, error: Fraction): Fraction {
  if (successes === 0) return zero;
  if (successes === n) return power(error, fraction(1n, BigInt(n)));
  let low = zero;
  let high = one;
  let p = fraction(BigInt(successes), BigInt(n));
  for (let i = 0; i < 400; i += 1) {
    const excess = subtract(binomialAtLeast(successes, n, p), error);
    if (isNegative(excess)) low = p;
    else high = p;
    // d/dp P(X ≥ x) = x/p · P(X = x)
    const slope = multiply(divide(wholeNumber(successes), p), binomialProbability(successes, n, p));
    const newton = slope.n === 0n ? zero : subtract(p, divide(excess, slope));
    const inside = compare(newton, low) > 0 && compare(newton, high) < 0;
    const next = round(inside ? newton : divide(add(low, high), fraction(2n)), 60, halfEven);
    const change = subtract(next, p);
    p = next;
    if (inside && compare(absolute(change), settled) < 0) break;
  }
  return p;
}

const settled = fraction(1n, 10n ** 35n);
