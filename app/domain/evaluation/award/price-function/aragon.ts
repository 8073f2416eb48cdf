import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  divide,
  type Fraction,
  hundred,
  isZero,
  larger,
  multiply,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

/** Aragón: M·B/max(Bs, B_max), B the discount in percent; small discounts cannot reach full points. */
export function readAragon(fields: Fields, weight: Fraction): PriceFunction {
  const base = fields.decimal("base_price", "positive");
  const least = fields.decimal("Bs", "not_negative");
  const discount = (p: Fraction) => divide(multiply(hundred, subtract(base, p)), base);
  return {
    rational: true,
    over: (prices) => {
      const full = prices.map(discount).reduce(larger, least);
      if (isZero(full)) return pricedField(() => zero, "0", {});
      const points = (p: Fraction) => divide(multiply(weight, discount(p)), full);
      return pricedField(points, "M · (100 · (p0 − p) / p0) / Bfull", { M: weight, p0: base, Bfull: full });
    },
  };
}
