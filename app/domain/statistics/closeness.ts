import { round } from "#app/domain/money/decimal.ts";
import { compare, type Fraction } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";

/**
 * a ≤ b, where either was computed to some 60 digits. Two numbers that agree in 40 decimals are taken as equal: a
 * probability that meets its bound exactly (0.5² against 0.25) must not miss it by the last digit of a logarithm.
 */
export const atMost = (a: Fraction, b: Fraction): boolean =>
  compare(round(a, 40, halfEven), round(b, 40, halfEven)) <= 0;
