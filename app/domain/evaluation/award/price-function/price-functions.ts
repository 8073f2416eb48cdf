import { readLinearFixedBounds } from "#app/domain/evaluation/award/price-function/linear-fixed-bounds.ts";
import type { PriceFunction } from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import type { Fraction } from "#app/domain/money/fraction.ts";

const readers = {
  linear_fixed_bounds: readLinearFixedBounds,
} as const satisfies Record<string, (fields: Fields, weight: Fraction) => PriceFunction>;

const types = Object.keys(readers) as [keyof typeof readers, ...(keyof typeof readers)[]];

/** Reads `{type, …}`; `weight` is M, the points at best price. */
export function readPriceFunction(fields: Fields, weight: Fraction): PriceFunction {
  const priceFunction = readers[fields.oneOf("type", types)](fields, weight);
  fields.finish();
  return priceFunction;
}
