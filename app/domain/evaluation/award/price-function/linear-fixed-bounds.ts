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
  larger,
  multiply,
  smaller,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

interface FixedBounds {
  readonly weight: Fraction;
  readonly lower: Fraction;
  readonly upper: Fraction;
  readonly clipLower: boolean;
  readonly clipUpper: boolean;
}

/**
 * M(b − p)/(b − a) between published bounds: absolute, one SEK is worth the same at every price. Clipped below a lower
 * bound above 0 the price loses its effect, which HFD 2022 ref. 41 found unlawful; the flag says so and the points stand.
 */
function linearFixedBounds({ weight, lower, upper, clipLower, clipUpper }: FixedBounds): PriceFunction {
  const points = (price: Fraction) => {
    const line = divide(multiply(weight, subtract(upper, price)), subtract(upper, lower));
    const above = clipUpper ? larger(line, zero) : line;
    return clipLower ? smaller(above, weight) : above;
  };
  const line = "M · (b − p) / (b − a)";
  const above = clipUpper ? `max(0, ${line})` : line;
  return {
    rational: true,
    ...(clipLower && isPositive(lower) ? { legalFlag: "SE_HFD_2022_41_price_without_effect" } : {}),
    over: () =>
      pricedField(points, clipLower ? `min(M, ${above})` : above, { M: weight, a: lower, b: upper }),
  };
}

export function readLinearFixedBounds(fields: Fields, weight: Fraction): PriceFunction {
  const lower = fields.decimal("lower");
  const upper = fields.decimal("upper");
  if (compare(upper, lower) <= 0) fields.fault("bounds_not_ascending", "upper");
  const clipLower = fields.flag("clip_lower", false);
  return linearFixedBounds({ weight, lower, upper, clipLower, clipUpper: fields.flag("clip_upper", true) });
}
