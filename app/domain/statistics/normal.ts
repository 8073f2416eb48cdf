import { round, toSignificant } from "#app/domain/money/decimal.ts";
import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  negate,
  one,
  parseDecimal,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { exponential, pi, squareRoot } from "#app/domain/statistics/irrational.ts";

const half = fraction(1n, 2n);
const scale = 10n ** 80n;
const settled = fraction(1n, 10n ** 40n);

/** φ(z). */
function density(z: Fraction): Fraction {
  const exponent = negate(multiply(multiply(z, z), half));
  return divide(exponential(exponent), squareRoot(multiply(fraction(2n), pi)));
}

/** Φ(z) = ½ + φ(z)·Σ z^(2k+1)/(1·3·5…(2k + 1)). */
function cumulative(z: Fraction): Fraction {
  let term = (z.n * scale) / z.d;
  let total = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term = (term * z.n * z.n) / (z.d * z.d * k);
    total += term;
  }
  return add(half, multiply(density(z), fraction(total, scale)));
}

/** Φ⁻¹(p), 0 < p < 1, by Newton's method on Φ; the start only sets how many steps are needed, not the result. */
export function normalQuantile(p: Fraction): Fraction {
  if (compare(p, half) < 0) return negate(normalQuantile(subtract(one, p)));
  let z = start(p);
  for (let i = 0; i < 12; i += 1) {
    const step = divide(subtract(cumulative(z), p), density(z));
    z = round(subtract(z, step), 70, halfEven);
    if (compare(absolute(step), settled) < 0) break;
  }
  return z;
}

/** Abramowitz and Stegun 26.2.23, right to 4.5·10⁻⁴. */
function start(p: Fraction): Fraction {
  const tail = Number(toSignificant(subtract(one, p), 15, halfEven));
  const t = Math.sqrt(-2 * Math.log(tail));
  const z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return parseDecimal(z.toFixed(12)) ?? zero;
}
