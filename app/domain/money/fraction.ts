/** An exact rational in lowest terms; the denominator is above 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Fraction = { n: 0n, d: 1n };
export const one: Fraction = { n: 1n, d: 1n };
export const hundred: Fraction = { n: 100n, d: 1n };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

/** n/d in lowest terms. A zero denominator is a bug of the caller and throws. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError("denominator is zero");
  const common = greatestCommonDivisor(n, d) || 1n;
  return d < 0n ? { n: -n / common, d: -d / common } : { n: n / common, d: d / common };
}

export const wholeNumber = (value: number | bigint): Fraction => ({ n: BigInt(value), d: 1n });

/** A decimal string with a point and nothing else: no exponent, separator, sign "+", blank or missing digit; otherwise null. */
export function parseDecimal(text: string): Fraction | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
  const [whole = "", decimals = ""] = text.split(".");
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** As `parseDecimal`, and also "n/d" of whole numbers. */
export function parseExact(text: string): Fraction | null {
  const parts = /^(-?\d+)\/(\d+)$/.exec(text);
  if (!parts) return parseDecimal(text);
  const denominator = BigInt(parts[2] ?? "0");
  return denominator === 0n ? null : fraction(BigInt(parts[1] ?? "0"), denominator);
}

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const negate = (a: Fraction): Fraction => ({ n: -a.n, d: a.d });
export const absolute = (a: Fraction): Fraction => (a.n < 0n ? negate(a) : a);

/** −1, 0 or 1. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const equal = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d;
export const isZero = (a: Fraction): boolean => a.n === 0n;
export const isPositive = (a: Fraction): boolean => a.n > 0n;
export const isNegative = (a: Fraction): boolean => a.n < 0n;
export const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const larger = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** x held within [low, high]. */
export const clamp = (x: Fraction, low: Fraction, high: Fraction): Fraction => smaller(larger(x, low), high);

export function sum(values: Iterable<Fraction>): Fraction {
  let n = 0n;
  let d = 1n;
  for (const value of values) {
    if (value.d === d) n += value.n;
    else {
      const common = leastCommonMultiple(d, value.d);
      n = n * (common / d) + value.n * (common / value.d);
      d = common;
    }
  }
  return fraction(n, d);
}

/** "n" or "n/d" in lowest terms. */
export const toExact = (a: Fraction): string => (a.d === 1n ? a.n.toString() : `${a.n}/${a.d}`);
