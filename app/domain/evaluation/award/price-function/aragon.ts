import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  divide,
  type Fraction,
  hundred,
  isPositive,
  isZero,
  larger,
  multiply,
  one,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

/** Aragón: M·B/max(Bs, B_max), B the discount in percent; small discounts cannot reach full points. */
export function readAragon(fields: Fields, weight: Fraction): PriceFunction {
  const base = fields.decimal("base_price", "positive");
  const least = fields.decimal("Bs", "not_negative");
  const discount = (p: Fraction) => divide(multiply(hundred, subtract(base, p)), isZero(base) ? one : base);
  return {
    rational: true,
    over: (prices) => {
      const full = prices.map(discount).reduce(larger, least);
      const points = (p: Fraction) => (isPositive(full) ? divide(multiply(weight, discount(p)), full) : zero);
      return pricedField(points, "M · B(p) / Bfull", { M: weight, Bfull: full });
    },
  };
}
