import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { toFixedDecimal } from "#app/domain/money/decimal.ts";
import { type Fraction, toExact } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/** Money and points for the eye: two decimals, half up. */
export const figure = (value: Fraction): Figure => ({
  exact: toExact(value),
  decimal: toFixedDecimal(value, 2, halfUp),
});
