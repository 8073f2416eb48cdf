import type { Sum } from "#app/domain/measurement/sum.ts";

/** An exact fraction; `d` is above 0. Not necessarily in lowest terms. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const ratio = (n: Sum, d: Sum): Ratio => ({ n: BigInt(n), d: BigInt(d) });

/** Sign of `a - b`. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `|a - b|` */
export function distance(a: Ratio, b: Ratio): Ratio {
  const n = a.n * b.d - b.n * a.d;
  return { n: n < 0n ? -n : n, d: a.d * b.d };
}

/** Over one common denominator: adding fractions one by one takes many times as long. */
export function sumRatios(ratios: readonly Ratio[]): Ratio {
  const d = ratios.reduce((common, each) => (common / greatestDivisor(common, each.d)) * each.d, 1n);
  return { n: ratios.reduce((sum, each) => sum + each.n * (d / each.d), 0n), d };
}

/** Reads a plain decimal string such as `99.9`; null for anything else. */
export function ratioOfDecimal(text: string): Ratio | null {
  const match = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text);
  if (match === null) return null;
  const decimals = match[2] ?? "";
  return { n: BigInt(`${match[1]}${decimals}`), d: 10n ** BigInt(decimals.length) };
}

/** Twelve significant digits, half even, no exponent, no trailing zeros (measurement documents). */
export function significantDecimal(value: Ratio): string {
  if (value.n === 0n) return "0";
  const whole = value.n / value.d;
  // Digits before the point, or minus the zeros after it: first a guess from the lengths, then the true place.
  let exponent =
    whole > 0n ? whole.toString().length : value.n.toString().length - value.d.toString().length + 1;
  if (whole === 0n && value.n * 10n ** BigInt(1 - exponent) < value.d) exponent -= 1;
  let decimals = 12 - exponent;
  let digits = roundHalfEven(value, decimals);
  if (digits.toString().length > 12) {
    decimals -= 1;
    digits /= 10n;
  }
  return trimZeros(placePoint(digits, decimals));
}

/** An exact sum of parts of a second as a decimal string of seconds; `unitsPerSecond` is a power of ten. */
export function exactDecimal(sum: Sum, unitsPerSecond: number): string {
  return trimZeros(placePoint(BigInt(sum), Math.log10(unitsPerSecond)));
}

/** Rounded half up to `decimals`, as people round a percentage by hand. */
export function roundHalfUp(
  value: Ratio,
  decimals: number,
): { readonly ratio: Ratio; readonly text: string } {
  const unit = 10n ** BigInt(decimals);
  const digits = (2n * value.n * unit + value.d) / (2n * value.d);
  return { ratio: { n: digits, d: unit }, text: placePoint(digits, decimals) };
}

function roundHalfEven(value: Ratio, decimals: number): bigint {
  const n = decimals >= 0 ? value.n * 10n ** BigInt(decimals) : value.n;
  const d = decimals >= 0 ? value.d : value.d * 10n ** BigInt(-decimals);
  const floor = n / d;
  const twice = 2n * (n % d);
  return twice > d || (twice === d && floor % 2n === 1n) ? floor + 1n : floor;
}

function placePoint(digits: bigint, decimals: number): string {
  if (decimals <= 0) return (digits * 10n ** BigInt(-decimals)).toString();
  const text = digits.toString().padStart(decimals + 1, "0");
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function greatestDivisor(one: bigint, other: bigint): bigint {
  let a = one;
  let b = other;
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
