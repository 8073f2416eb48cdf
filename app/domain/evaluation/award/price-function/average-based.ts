import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  divide,
  type Fraction,
  fraction,
  isPositive,
  multiply,
  subtract,
} from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";

const two = fraction(2n);

/** M(2 − p/mean)/2. */
export const readAverageBased = (_fields: Fields, weight: Fraction): PriceFunction => ({
  rational: true,
  over: (prices) => {
    const average = mean(prices);
    if (!isPositive(average)) return { error: "price_must_be_positive" };
    const points = (p: Fraction) => divide(multiply(weight, subtract(two, divide(p, average))), two);
    return pricedField(points, "M · (2 − p / pm) / 2", { M: weight, pm: average });
  },
});
