import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { round, toSignificant } from "#app/domain/money/decimal.ts";
import { compare, type Fraction, isPositive, one, parseDecimal, zero } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";

/** Tails are summed outwards from their largest term; beyond this a sample would take longer than one waits. */
const largestCount = 10_000_000;
/** Needed sample sizes grow as 1/(1 − share). */
const smallestError = parseDecimal("0.000000001") ?? zero;

/** A probability, 0 and 1 included. */
export function probability(input: Fields, name: string): Fraction {
  const value = input.decimal(name, "not_negative");
  if (compare(value, one) > 0) input.fault("number_out_of_range", name);
  return value;
}

/** A probability or share strictly between 0 and 1. */
export function openShare(input: Fields, name: string): Fraction {
  const before = input.faults.length;
  const value = input.decimal(name);
  if (input.faults.length > before) return value;
  if (!isPositive(value) || compare(value, one) >= 0) input.fault("number_out_of_range", name);
  return value;
}

/** A target share whose failure rate is not so small that nobody could sample it. */
export function target(input: Fields, name: string): Fraction {
  const value = openShare(input, name);
  const failureRate = { n: value.d - value.n, d: value.d };
  if (isPositive(failureRate) && compare(failureRate, smallestError) < 0)
    input.fault("number_out_of_range", name);
  return value;
}

export function count(input: Fields, name: string, least: number, most = largestCount): number {
  const value = input.count(name, least);
  if (value > most) input.fault("number_out_of_range", name);
  return value;
}

/** Of so many digits a JSON number keeps every one; a longer one may already be another number than what was written. */
const safeDigits = 15;

/** A rating: a JSON number, read by its shortest decimal notation, or a decimal string. */
export function readRating(input: Fields, value: unknown, path: string): Fraction {
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const parsed = text.length > 30 ? null : parseDecimal(text);
  const uncertain = typeof value === "number" && text.replace(/\D/g, "").length > safeDigits;
  if (parsed === null || uncertain) {
    const code = parsed === null ? "not_a_decimal" : "number_too_long";
    input.faults.push({ code, place: { field: path } });
  }
  return parsed ?? zero;
}

export const rating = (input: Fields, name: string): Fraction =>
  input.read(name, (value, path) => readRating(input, value, path), zero);

export function ratings(input: Fields, name: string): readonly Fraction[] {
  return input.list(name, (value, path) => readRating(input, value, path));
}

/** Rows of equal length, at least `least` by `least`; `read` reads one cell. */
export function table<T>(
  input: Fields,
  name: string,
  least: 1 | 2,
  read: (value: unknown, path: string) => T,
): readonly (readonly T[])[] {
  const rows = input.list(name, (row, path) => {
    if (!Array.isArray(row)) input.faults.push({ code: "not_a_list", place: { field: path } });
    return Array.isArray(row) ? Array.from(row, (value: unknown, i) => read(value, `${path}[${i}]`)) : [];
  });
  const width = rows[0]?.length ?? 0;
  if (rows.length < least || width < least) input.fault("too_few_ratings", name);
  rows.forEach((row, i) => {
    if (row.length !== width) input.fault("wrong_number_of_values", `${name}[${i}]`);
  });
  return rows;
}

/** 18 significant digits, half even. */
export const digits18 = (value: Fraction): string => digits(value, 18);

/** Results of logarithms are first cut to 60 decimals: beyond it stands only noise, which must not show as 1e−70. */
export const digits = (value: Fraction, significant: number): string => {
  const kept = round(value, 60, halfEven);
  return toSignificant(kept.n === 0n ? value : kept, significant, halfEven);
};
