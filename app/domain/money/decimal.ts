import type { Fraction } from "#app/domain/money/fraction.ts";
import { fraction } from "#app/domain/money/fraction.ts";

/** A named rounding of n/d (d > 0) to a whole number. */
export type Rounding = (n: bigint, d: bigint) => bigint;

/** The value rounded to so many decimals, still exact. */
export function round(value: Fraction, places: number, rounding: Rounding): Fraction {
  const scale = 10n ** BigInt(places);
  return fraction(rounding(value.n * scale, value.d), scale);
}

/** Exactly so many decimals ("1.50"); never "-0". */
export function toFixedDecimal(value: Fraction, places: number, rounding: Rounding): string {
  const digits = rounding(value.n * 10n ** BigInt(places), value.d);
  const sign = digits < 0n ? "-" : "";
  const padded = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
  return places === 0 ? sign + padded : `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** At most so many decimals, trailing zeros dropped ("1.5"); "0", never "-0". */
export function toDecimal(value: Fraction, places: number, rounding: Rounding): string {
  const text = toFixedDecimal(value, places, rounding);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** So many significant digits, trailing zeros dropped, without exponent. */
export function toSignificant(value: Fraction, digits: number, rounding: Rounding): string {
  if (value.n === 0n) return "0";
  const magnitude = value.n < 0n ? -value.n : value.n;
  // Decimal exponent of the first digit; the quotient of digit counts is at most one too high.
  let exponent = magnitude.toString().length - value.d.toString().length;
  const reaches =
    exponent >= 0
      ? magnitude >= value.d * 10n ** BigInt(exponent)
      : magnitude * 10n ** BigInt(-exponent) >= value.d;
  if (!reaches) exponent -= 1;
  const places = digits - 1 - exponent;
  if (places >= 0) return toDecimal(value, places, rounding);
  const unit = 10n ** BigInt(-places);
  return (rounding(value.n, value.d * unit) * unit).toString();
}
