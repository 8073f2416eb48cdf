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

/** M·max(0, 1 − ((p − lo)/(z·lo))²). */
export function readParabolicFromLowest(fields: Fields, weight: Fraction): PriceFunction {
  const z = fields.decimal("zero_at", "positive");
  return {
    rational: true,
    over: (prices) => {
      const lo = prices.reduce(smaller);
      if (!isPositive(lo)) return { error: "price_must_be_positive" };
      const points = (p: Fraction) => {
        const distance = divide(subtract(p, lo), multiply(z, lo));
        return multiply(weight, larger(zero, subtract(one, multiply(distance, distance))));
      };
      return pricedField(points, "M · max(0, 1 − ((p − lo) / (z · lo))²)", { M: weight, z, lo });
    },
  };
}
