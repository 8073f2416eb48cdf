import { add, compare, divide, type Fraction, sum, wholeNumber } from "#app/domain/money/fraction.ts";

/** Arithmetic mean of at least one value. */
export const mean = (values: readonly Fraction[]): Fraction =>
  divide(sum(values), wholeNumber(values.length));

/** Median of at least one value; of an even number the mean of the middle two. */
export function median(values: readonly Fraction[]): Fraction {
  const sorted = [...values].sort(compare);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError("median of nothing");
  return divide(add(lower, upper), wholeNumber(2));
}
