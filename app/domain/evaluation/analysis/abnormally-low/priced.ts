import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { divide, type Fraction, hundred, multiply, wholeNumber } from "#app/domain/money/fraction.ts";

export interface Priced {
  readonly id: string;
  readonly price: Fraction;
}

export const readPriced = (bid: Fields): Priced => ({
  id: bid.text("id"),
  price: bid.decimal("price", "not_negative"),
});

export const percentOf = (value: Fraction, percent: number): Fraction =>
  divide(multiply(value, wholeNumber(percent)), hundred);
