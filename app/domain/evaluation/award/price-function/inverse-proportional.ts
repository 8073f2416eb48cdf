import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { divide, type Fraction, isPositive, multiply, smaller } from "#app/domain/money/fraction.ts";

/** M·lo/p: relative, and a quality point costs more SEK the dearer the bid. Every price must be above 0. */
export const readInverseProportional = (_fields: Fields, weight: Fraction): PriceFunction => ({
  rational: true,
  over: (prices) => {
    const lo = prices.reduce(smaller);
    if (!isPositive(lo)) return { error: "price_must_be_positive" };
    return pricedField((p) => divide(multiply(weight, lo), p), "M · lo / p", { M: weight, lo });
  },
});
