import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  compare,
  divide,
  type Fraction,
  isPositive,
  multiply,
  one,
  smaller,
  subtract,
} from "#app/domain/money/fraction.ts";
import { naturalLogarithm } from "#app/domain/statistics/irrational.ts";

/** M(1 − log_b(p/lo)), unclipped. The lowest price shifts all bids alike, so the order does not depend on it. */
export function readLogarithmic(fields: Fields, weight: Fraction): PriceFunction {
  const base = fields.decimal("base", "positive");
  if (compare(base, one) <= 0) fields.fault("number_out_of_range", "base");
  return {
    rational: false,
    over: (prices) => {
      const lo = prices.reduce(smaller);
      if (!isPositive(lo)) return { error: "price_must_be_positive" };
      const scale = naturalLogarithm(base);
      const points = (p: Fraction) =>
        multiply(weight, subtract(one, divide(naturalLogarithm(divide(p, lo)), scale)));
      return pricedField(points, "M · (1 − ln(p / lo) / ln(b))", { M: weight, g: base, lo });
    },
  };
}
