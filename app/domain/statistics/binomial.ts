import {
  add,
  compare,
  type Fraction,
  fraction,
  isZero,
  multiply,
  one,
  subtract,
  sum,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";
import { exponential, naturalLogarithm } from "#app/domain/statistics/irrational.ts";
import { logFactorial } from "#app/domain/statistics/log-factorial.ts";

/** ln P(X = k) for X binomial(n, p), 0 < p < 1. */
function logProbability(k: number, n: number, p: Fraction): Fraction {
  const logs = [
    multiply(wholeNumber(k), naturalLogarithm(p)),
    multiply(wholeNumber(n - k), naturalLogarithm(subtract(one, p))),
  ];
  return subtract(sum([logFactorial(n), ...logs]), add(logFactorial(k), logFactorial(n - k)));
}

/** P(X = k) for X binomial(n, p), 0 < p < 1. */
export const binomialProbability = (k: number, n: number, p: Fraction): Fraction =>
  exponential(logProbability(k, n, p));

/**
 * P(X ≤ k) for X binomial(n, p), to well over 40 digits. The tail that does not hold the mode is summed from its largest
 * term outwards, so that the number of terms grows with √n and nothing cancels.
 */
export function binomialAtMost(k: number, n: number, p: Fraction): Fraction {
  if (k < 0) return zero;
  if (k >= n || isZero(p)) return one;
  if (compare(p, one) >= 0) return zero;
  const belowMode = compare(wholeNumber(k), multiply(wholeNumber(n + 1), p)) <= 0;
  return belowMode ? tail(k, n, p, "down") : subtract(one, tail(k + 1, n, p, "up"));
}

/** P(X ≥ k). */
export const binomialAtLeast = (k: number, n: number, p: Fraction): Fraction =>
  subtract(one, binomialAtMost(k - 1, n, p));

const scale = 10n ** 60n;

function tail(
  from: number,
  n: number,
  { n: success, d: whole }: Fraction,
  direction: "down" | "up",
): Fraction {
  const failure = whole - success;
  let term = scale;
  let total = scale;
  for (let k = BigInt(from); term > 0n; ) {
    if (direction === "down") {
      term = (term * k * failure) / ((BigInt(n) - k + 1n) * success);
      k -= 1n;
    } else {
      term = (term * (BigInt(n) - k) * success) / ((k + 1n) * failure);
      k += 1n;
    }
    total += term;
  }
  return multiply(binomialProbability(from, n, { n: success, d: whole }), fraction(total, scale));
}
