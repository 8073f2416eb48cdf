import {
  add,
  divide,
  type Fraction,
  fraction,
  multiply,
  negate,
  one,
  subtract,
  sum,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";
import { naturalLogarithm, pi } from "#app/domain/statistics/irrational.ts";

/** Below this a factorial is multiplied out; above it 25 terms of Stirling's series are right to over 70 digits. */
const multipliedOut = 200;

/** ln n!, n a whole number ≥ 0. */
export function logFactorial(n: number): Fraction {
  if (n <= multipliedOut) {
    let product = 1n;
    for (let i = 2n; i <= BigInt(n); i += 1n) product *= i;
    return naturalLogarithm(fraction(product));
  }
  const x = wholeNumber(n);
  const twoPiX = multiply(multiply(wholeNumber(2), pi), x);
  const main = subtract(multiply(x, naturalLogarithm(x)), x);
  return sum([main, divide(naturalLogarithm(twoPiX), wholeNumber(2)), stirlingSeries(BigInt(n))]);
}

/** Σ B_2k / (2k(2k − 1)·x^(2k−1)), on a fixed scale so that the terms stay small numbers. */
function stirlingSeries(x: bigint): Fraction {
  const scale = 10n ** 90n;
  let power = x;
  let total = 0n;
  for (const { n, d } of stirlingCoefficients) {
    total += (n * scale) / (d * power);
    power *= x * x;
  }
  return fraction(total, scale);
}

const stirlingCoefficients = coefficients(25);

function coefficients(terms: number): readonly Fraction[] {
  const bernoulli: Fraction[] = [];
  for (let m = 0; m <= 2 * terms; m += 1) {
    // Σ_{k<m} C(m + 1, k)·B_k = −(m + 1)·B_m
    let binomial = 1n;
    let total = zero;
    bernoulli.forEach((value, k) => {
      total = add(total, multiply(fraction(binomial), value));
      binomial = (binomial * BigInt(m + 1 - k)) / BigInt(k + 1);
    });
    bernoulli.push(m === 0 ? one : negate(divide(total, wholeNumber(m + 1))));
  }
  return Array.from({ length: terms }, (_, i) => {
    const k = 2 * (i + 1);
    return divide(bernoulli[k] ?? zero, wholeNumber(k * (k - 1)));
  });
}
