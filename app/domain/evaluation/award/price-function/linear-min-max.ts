import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  divide,
  equal,
  type Fraction,
  larger,
  multiply,
  smaller,
  subtract,
} from "#app/domain/money/fraction.ts";

/** M(hi − p)/(hi − lo): the dearest bid sets what a SEK is worth. One bid, or equal prices: M to all. */
export const readLinearMinMax = (_fields: Fields, weight: Fraction): PriceFunction => ({
  rational: true,
  over: (prices) => {
    const [lo, hi] = [prices.reduce(smaller), prices.reduce(larger)];
    if (equal(lo, hi)) return pricedField(() => weight, "M", { M: weight });
    const points = (p: Fraction) => divide(multiply(weight, subtract(hi, p)), subtract(hi, lo));
    return pricedField(points, "M · (hi − p) / (hi − lo)", { M: weight, hi, lo });
  },
});
