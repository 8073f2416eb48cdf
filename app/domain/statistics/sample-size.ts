import { divide, type Fraction, fraction, one, subtract, wholeNumber } from "#app/domain/money/fraction.ts";
import { binomialAtLeast, binomialAtMost } from "#app/domain/statistics/binomial.ts";
import { atMost } from "#app/domain/statistics/closeness.ts";
import { naturalLogarithm, power } from "#app/domain/statistics/irrational.ts";

/** The smallest whole number from `from` on that fulfils a condition which stays fulfilled once it is; null up to `limit`. */
function smallest(from: number, limit: number, fulfilled: (n: number) => boolean): number | null {
  if (fulfilled(from)) return from;
  let low = from;
  let step = 1;
  while (!fulfilled(Math.min(low + step, limit))) {
    if (low + step >= limit) return null;
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, limit);
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
  from = 1,
): number | null {
  const error = subtract(one, confidence);
  const failureRate = subtract(one, target);
  return smallest(Math.max(from, allowedFailures + 1), largestSample, (n) =>
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
  const k = smallest(0, n + 1, (failures) => atMost(atLeast(failures), alpha));
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
const mostFailures = 2000;

/** The first c = 0, 1, … whose smallest n keeps the buyer's risk and lets a supplier at `trueShare` pass often enough. */
export function acceptancePlan(
  target: Fraction,
  trueShare: Fraction,
  alpha: Fraction,
  wanted: Fraction,
): AcceptancePlan | null {
  let from = 1;
  for (let c = 0; c <= mostFailures; c += 1) {
    const n = requiredSampleSize(target, subtract(one, alpha), c, from);
    if (n === null) return null;
    const reached = binomialAtMost(c, n, subtract(one, trueShare));
    if (atMost(wanted, reached)) {
      return { n, maxFailures: c, consumerRisk: binomialAtMost(c, n, subtract(one, target)), power: reached };
    }
    from = n;
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
