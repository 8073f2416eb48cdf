import {
  compare,
  divide,
  type Fraction,
  fraction,
  isPositive,
  isZero,
  multiply,
  negate,
  one,
  zero,
} from "#app/domain/money/fraction.ts";

/*
 * Roots, logarithms and powers in whole-number arithmetic: 80 decimals inside, of which at least 60 are right, so that
 * scores of irrational models keep well over the 50 digits that evaluation asks for, on every machine alike.
 */
const scale = 10n ** 80n;
const fixed = (x: Fraction): bigint => (x.n * scale) / x.d;

/** Largest whole number whose square is not above n (Newton). */
function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (guess + n / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** √x, x ≥ 0; exact where the root has at most 80 decimals. */
export const squareRoot = (x: Fraction): Fraction =>
  fraction(integerRoot((x.n * scale * scale) / x.d), scale);

/** 2·artanh(z) for a small fixed-point z. */
function twiceArtanh(z: bigint): bigint {
  const square = (z * z) / scale;
  let term = z;
  let total = z;
  for (let k = 3n; term !== 0n; k += 2n) {
    term = (term * square) / scale;
    total += term / k;
  }
  return 2n * total;
}

/** π by Machin's formula: 16·arctan(1/5) − 4·arctan(1/239). */
export const pi: Fraction = fraction(16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n), scale);

function arctanOfInverse(x: bigint): bigint {
  let power = scale / x;
  let total = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power = -power / (x * x);
    total += power / k;
  }
  return total;
}

const lnTwo = twiceArtanh(scale / 3n);

/** ln x, x > 0. */
export function naturalLogarithm(x: Fraction): Fraction {
  if (!isPositive(x)) throw new RangeError("logarithm of a number not above zero");
  if (x.n === x.d) return zero;
  const exponent = BigInt(x.n.toString(2).length - x.d.toString(2).length);
  const mantissa = exponent >= 0n ? (x.n * scale) / (x.d << exponent) : ((x.n << -exponent) * scale) / x.d;
  return fraction(exponent * lnTwo + twiceArtanh(((mantissa - scale) * scale) / (mantissa + scale)), scale);
}

/** Below this nothing is left that any result could show. */
const vanishes = fraction(-5000n);

/** e^x. Large exponents are a bug of the caller, who knows how to rewrite the formula. */
export function exponential(x: Fraction): Fraction {
  if (compare(x, vanishes) < 0) return zero;
  if (compare(x, fraction(100_000n)) > 0) throw new RangeError("exponent too large");
  const argument = fixed(x);
  const halvings = argument / lnTwo;
  const reduced = (argument - halvings * lnTwo) >> 8n;
  let term = scale;
  let total = scale;
  for (let k = 1n; term !== 0n; k += 1n) {
    term = (term * reduced) / (scale * k);
    total += term;
  }
  for (let i = 0; i < 8; i += 1) total = (total * total) / scale;
  return halvings >= 0n ? fraction(total << halvings, scale) : fraction(total, scale << -halvings);
}

/** x^y, x ≥ 0; exact for a whole y up to 1000. */
export function power(x: Fraction, y: Fraction): Fraction {
  if (y.d === 1n && y.n >= 0n && y.n <= 1000n) return { n: x.n ** y.n, d: x.d ** y.n };
  if (isZero(x) || x.n === x.d) return x;
  const exponent = multiply(y, naturalLogarithm(x));
  return exponential(exponent);
}

/** 1/(1 + e^−t); never reaches 0 or 1. */
export function logistic(t: Fraction): Fraction {
  if (isPositive(t)) return divide(one, addOne(exponential(negate(t))));
  const e = exponential(t);
  return divide(e, addOne(e));
}

const addOne = (x: Fraction): Fraction => ({ n: x.n + x.d, d: x.d });
