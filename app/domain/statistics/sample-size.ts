import { toSignificant } from "#app/domain/money/decimal.ts";
import {
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  negate,
  one,
  subtract,
  sum,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { binomialAtLeast, binomialAtMost } from "#app/domain/statistics/binomial.ts";
import { atMost } from "#app/domain/statistics/closeness.ts";
import { exponential, naturalLogarithm, power } from "#app/domain/statistics/irrational.ts";
import { logFactorial } from "#app/domain/statistics/log-factorial.ts";
import { normalQuantile } from "#app/domain/statistics/normal.ts";

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
const mostFailures = 2000;
/** Up to here every number of allowed failures is tried. */
const triedOneByOne = 50;

/** What a plan is asked for: the buyer's risk `alpha` at `target`, and that a supplier at `trueShare` passes so often. */
export interface PlanWish {
  readonly target: Fraction;
  readonly trueShare: Fraction;
  readonly alpha: Fraction;
  readonly power: Fraction;
}

/** The first c = 0, 1, … whose smallest n keeps the buyer's risk and lets the supplier pass often enough. */
export function acceptancePlan(wish: PlanWish): AcceptancePlan | null {
  const { failures, sizeFor } = estimate(wish);
  if (failures > mostFailures) return null;
  const plan = (c: number) => planOf(wish, c, sizeFor(c));
  const nearly = subtract(wish.power, hundredth);
  // Power grows with c but for a ripple, of whole observations, far smaller than a hundredth: below a plan that is short by
  // so much none is powerful enough.
  const start =
    failures < triedOneByOne
      ? 0
      : smallest(0, 2 * mostFailures, Math.floor(failures), (c) => atMost(nearly, plan(c)?.power ?? one));
  for (let c = start ?? 0; c <= 2 * mostFailures; c += 1) {
    const found = plan(c);
    if (found === null || atMost(wish.power, found.power)) return found;
  }
  return null;
}

const hundredth = fraction(1n, 100n);

function planOf({ target, trueShare, alpha }: PlanWish, c: number, guess: number): AcceptancePlan | null {
  const n = requiredSampleSize(target, subtract(one, alpha), c, guess);
  if (n === null) return null;
  return {
    n,
    maxFailures: c,
    consumerRisk: binomialAtMost(c, n, subtract(one, target)),
    power: binomialAtMost(c, n, subtract(one, trueShare)),
  };
}

/** By the normal distribution: it only sets where the searches start, and when they are hopeless. */
function estimate({ target, trueShare, alpha, power }: PlanWish) {
  const asNumber = (value: Fraction) => Number(toSignificant(value, 15, halfEven));
  const [p0, p1] = [asNumber(subtract(one, target)), asNumber(subtract(one, trueShare))];
  const [za, zb] = [asNumber(normalQuantile(subtract(one, alpha))), asNumber(normalQuantile(power))];
  const spread = za * Math.sqrt(p0 * (1 - p0)) + zb * Math.sqrt(p1 * (1 - p1));
  const n = (Math.max(0, spread) / (p0 - p1)) ** 2;
  return {
    failures: n * p0 - za * Math.sqrt(n * p0 * (1 - p0)),
    /** How many observations c allowed failures take. */
    sizeFor: (c: number) => Math.round((c + Math.max(0, za) * Math.sqrt(c * (1 - p0))) / p0),
  };
}

/**
 * Largest number of failures in a population of N that a sample of n without failures leaves possible: the hypergeometric
 * P(0) = (N − D)!(N − n)!/((N − D − n)!N!) stays above 1 − confidence. n = N is a census: 0.
 */
export function possibleFailures(populationSize: number, n: number, confidence: Fraction): number {
  const error = subtract(one, confidence);
  const common = subtract(logFactorial(populationSize - n), logFactorial(populationSize));
  const ruledOut = (failures: number): boolean => {
    const intact = populationSize - failures;
    if (intact < n) return true;
    return atMost(exponential(sum([common, logFactorial(intact), negate(logFactorial(intact - n))])), error);
  };
  return (smallest(1, populationSize - n + 1, 1, ruledOut) ?? 1) - 1;
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
export function monthsMet(p: Fraction, n: number, k: number): Fraction {
  // A month that is never met, or always, leaves nothing to chance.
  if (isZero(p)) return k <= 0 ? one : zero;
  if (compare(p, one) === 0) return k <= n ? one : zero;
  return binomialAtLeast(k, n, p);
}
