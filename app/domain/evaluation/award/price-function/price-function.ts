import type { ModelError } from "#app/domain/evaluation/award/award-case.ts";
import { explain } from "#app/domain/evaluation/explain.ts";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import type { Fraction } from "#app/domain/money/fraction.ts";

/** A price function with the admitted prices put in. */
export interface PricedField {
  readonly points: (price: Fraction) => Fraction;
  readonly explain: (price: Fraction) => Explanation;
}

/** How a price becomes points; `over` takes the admitted prices (at least one), on which relative functions depend. */
export interface PriceFunction {
  readonly rational: boolean;
  readonly legalFlag?: "SE_HFD_2022_41_price_without_effect";
  readonly over: (prices: readonly Fraction[]) => PricedField | { readonly error: ModelError };
}

/** A priced field from its arithmetic and its formula at a price; `symbols` are the constants of the formula besides p. */
export function pricedField(
  points: (price: Fraction) => Fraction,
  formula: string | ((price: Fraction) => string),
  symbols: Readonly<Record<string, Fraction>>,
): PricedField {
  return {
    points,
    explain: (price) =>
      explain({
        label: "price_points",
        formula: typeof formula === "string" ? formula : formula(price),
        symbols: { ...symbols, p: price },
        value: points(price),
      }),
  };
}
