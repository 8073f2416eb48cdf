import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  compare,
  divide,
  type Fraction,
  hundred,
  isPositive,
  multiply,
  smaller,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

/** Points of the first band whose upper bound, included, is not passed: by price or by percent above the lowest. */
export function readBanded(fields: Fields, _weight: Fraction): PriceFunction {
  const basis = fields.oneOf("basis", ["absolute", "pct_above_lowest"], "absolute");
  const bands = fields.objects("bands", (band) => ({
    upto: band.decimal("upto"),
    points: band.decimal("points"),
  }));
  const otherwise = fields.optionalDecimal("else") ?? zero;
  bands.forEach(({ upto }, i) => {
    const previous = bands[i - 1];
    if (previous && compare(upto, previous.upto) <= 0)
      fields.fault("bands_not_ascending", `bands[${i}].upto`);
  });
  const pointsAt = (x: Fraction) => bands.find(({ upto }) => compare(x, upto) <= 0)?.points ?? otherwise;
  return {
    rational: true,
    over: (prices) => {
      if (basis === "absolute") return pricedField(pointsAt, "band(p)", {});
      const lo = prices.reduce(smaller);
      if (!isPositive(lo)) return { error: "price_must_be_positive" };
      const above = (p: Fraction) => divide(multiply(hundred, subtract(p, lo)), lo);
      return pricedField((p) => pointsAt(above(p)), "band(100 · (p − lo) / lo)", { lo });
    },
  };
}
