import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  divide,
  type Fraction,
  isPositive,
  larger,
  multiply,
  one,
  smaller,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

/** M(1 − k(p − lo)/lo): with k = 1 zero at double the lowest price. Negative points stand unless clipped. */
export function readLinearFromLowest(fields: Fields, weight: Fraction): PriceFunction {
  const slope = fields.decimal("slope", "positive");
  const clip = fields.flag("clip_zero", false);
  const line = "M · (1 − k · (p − lo) / lo)";
  return {
    rational: true,
    over: (prices) => {
      const lo = prices.reduce(smaller);
      if (!isPositive(lo)) return { error: "price_must_be_positive" };
      const points = (p: Fraction) => {
        const value = multiply(weight, subtract(one, divide(multiply(slope, subtract(p, lo)), lo)));
        return clip ? larger(value, zero) : value;
      };
      return pricedField(points, clip ? `max(0, ${line})` : line, { M: weight, k: slope, lo });
    },
  };
}
