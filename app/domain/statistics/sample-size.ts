import { divide, type Fraction, fraction, one, subtract, wholeNumber } from "#app/domain/money/fraction.ts";
import { binomialAtLeast, binomialAtMost } from "#app/domain/statistics/binomial.ts";
import { atMost } from "#app/domain/statistics/closeness.ts";
import { naturalLogarithm, power } from "#app/domain/statistics/irrational.ts";

/**
 * The smallest whole number in [least, most] that fulfils a condition which stays fulfilled once it is; null when none
 * does. Searches outwards from a guess, so that a good guess costs few of the expensive tests.
 */
function smallest(
  least: number,
  most: number,
  guess: number,
  fulfilled: (n: number) => boolean,
): number | null {
  let high = Math.min(Math.max(guess, least), most);
  let low = least - 1;
  for (let step = 1; !fulfilled(high); step *= 2) {
    if (high === most) return null;
    low = high;
    high = Math.min(high + step, most);
  }
  for (let step = 1; high - step > low && fulfilled(high - step); step *= 2) high -= step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fulfilled(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** No sample of telephone calls is larger. */
const largestSample = 100_000_000_000;

/** The smallest n with P(X ≤ allowed failures) ≤ 1 − confidence when the true share is `target`; 0 < target < 1. */
export function requiredSampleSize(
  target: Fraction,
  confidence: Fraction,
  allowedFailures: number,
  guess = 1,
): number | null {
  const error = subtract(one, confidence);
  const failureRate = subtract(one, target);
  return smallest(allowedFailures + 1, largestSample, guess, (n) =>
    atMost(binomialAtMost(allowedFailures, n, failureRate), error),
  );
}

export interface Refutation {
  readonly k: number;
  readonly pValue: Fraction;
  readonly pValueBefore: Fraction;
}

/** The smallest number of failures that refutes a target: P(X ≥ k) ≤ alpha; null when n is too small to refute it at all. */
export function refutingFailures(n: number, target: Fraction, alpha: Fraction): Refutation | null {
  const failureRate = subtract(one, target);
  const atLeast = (k: number) => binomialAtLeast(k, n, failureRate);
  const k = smallest(0, n + 1, 0, (failures) => atMost(atLeast(failures), alpha));
  return k === null || k > n ? null : { k, pValue: atLeast(k), pValueBefore: atLeast(k - 1) };
}

export interface AcceptancePlan {
  readonly n: number;
  readonly maxFailures: number;
  /** P(accept) at the target. */
  readonly consumerRisk: Fraction;
  /** P(accept) at the true share. */
  readonly power: Fraction;
}

/** Beyond this a plan is no plan: the true share is too near the target. */
const mostFailures = 500;

/** The first c = 0, 1, … whose smallest n keeps the buyer's risk and lets a supplier at `trueShare` pass often enough. */
export function acceptancePlan(
  target: Fraction,
  trueShare: Fraction,
  alpha: Fraction,
  wanted: Fraction,
): AcceptancePlan | null {
  let [previous, n] = [0, 1];
  for (let c = 0; c <= mostFailures; c += 1) {
    // One failure more costs about as many observations as the last one did.
    const next = requiredSampleSize(target, subtract(one, alpha), c, 2 * n - previous);
    if (next === null) return null;
    [previous, n] = [n, next];
    const reached = binomialAtMost(c, n, subtract(one, trueShare));
    if (atMost(wanted, reached)) {
      return { n, maxFailures: c, consumerRisk: binomialAtMost(c, n, subtract(one, target)), power: reached };
    }
  }
  return null;
}

/** Largest number of failures in a population of N that a sample of n without failures leaves possible. n = N is a census: 0. */
export function possibleFailures(populationSize: number, n: number, confidence: Fraction): number {
  const error = subtract(one, confidence);
  const scale = 10n ** 60n;
  let probability = scale;
  let failures = 0;
  for (; failures < populationSize - n; failures += 1) {
    const left = BigInt(populationSize - failures);
    probability = (probability * (left - BigInt(n))) / left;
    if (atMost(fraction(probability, scale), error)) break;
  }
  return failures;
}

/** The smallest n with quantileⁿ ≤ 1 − confidence: the sample whose maximum bounds the quantile. */
export function quantileBoundSampleSize(quantile: Fraction, confidence: Fraction): number {
  const error = subtract(one, confidence);
  const estimate = divide(naturalLogarithm(error), naturalLogarithm(quantile));
  const near = Math.max(1, Number(estimate.n / estimate.d));
  const met = (n: number) => atMost(power(quantile, wholeNumber(n)), error);
  let n = near;
  while (n > 1 && met(n - 1)) n -= 1;
  while (!met(n)) n += 1;
  return n;
}

/** P(at least k of n months are met) when each is met with probability p. */
export const monthsMet = (p: Fraction, n: number, k: number): Fraction => binomialAtLeast(k, n, p);
