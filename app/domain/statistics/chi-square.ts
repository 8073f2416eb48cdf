import {
  divide,
  type Fraction,
  fraction,
  isPositive,
  multiply,
  negate,
  one,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";
import { exponential, pi, power, squareRoot } from "#app/domain/statistics/irrational.ts";

const scale = 10n ** 120n;

/** P(χ² ≥ x) with whole degrees of freedom: 1 less the regularised lower gamma function of df/2 at x/2, by its series. */
export function chiSquareSurvival(x: Fraction, degreesOfFreedom: number): Fraction {
  if (!isPositive(x)) return one;
  const half = divide(x, fraction(2n));
  const shape = fraction(BigInt(degreesOfFreedom), 2n);
  let term = (scale * shape.d) / shape.n;
  let total = term;
  for (let i = 1n; term !== 0n; i += 1n) {
    // term · half / (shape + i)
    term = (term * half.n * shape.d) / (half.d * (shape.n + i * shape.d));
    total += term;
  }
  const front = divide(
    multiply(halfPower(half, degreesOfFreedom), exponential(negate(half))),
    gammaOfHalf(degreesOfFreedom),
  );
  const survival = subtract(one, multiply(front, fraction(total, scale)));
  return isPositive(survival) ? survival : zero;
}

/** x^(df/2). */
const halfPower = (x: Fraction, df: number): Fraction => {
  const whole = power(x, fraction(BigInt(Math.floor(df / 2))));
  return df % 2 === 0 ? whole : multiply(whole, squareRoot(x));
};

/** Γ(df/2). */
function gammaOfHalf(df: number): Fraction {
  let gamma = df % 2 === 0 ? one : squareRoot(pi);
  for (let k = df % 2 === 0 ? 2 : 1; k < df; k += 2) gamma = multiply(gamma, fraction(BigInt(k), 2n));
  return gamma;
}
