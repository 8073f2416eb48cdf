import { inIdOrder } from "#app/domain/evaluation/analysis/values.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { divide, type Fraction, hundred, multiply, wholeNumber } from "#app/domain/money/fraction.ts";

export interface Priced {
  readonly id: string;
  readonly price: Fraction;
}

/** In order of ids. */
export const readPriced = (bids: readonly Fields[]): readonly Priced[] =>
  bids.map((bid) => ({ id: bid.text("id"), price: bid.decimal("price", "not_negative") })).sort(inIdOrder);

export const percentOf = (value: Fraction, percent: number): Fraction =>
  divide(multiply(value, wholeNumber(percent)), hundred);
