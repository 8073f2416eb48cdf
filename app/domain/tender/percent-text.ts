import { toFixedDecimal } from "#app/domain/money/decimal.ts";
import { fraction } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/** A count in percent of a whole, with one decimal. */
export const percentText = (count: number, whole: number): string =>
  toFixedDecimal(fraction(BigInt(count) * 100n, BigInt(whole)), 1, halfUp);
