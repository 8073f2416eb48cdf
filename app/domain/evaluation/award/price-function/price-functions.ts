import {
  readAnacBilinear,
  readAnacLinear,
  readAnacPower,
} from "#app/domain/evaluation/award/price-function/anac.ts";
import { readAragon } from "#app/domain/evaluation/award/price-function/aragon.ts";
import { readAverageBased } from "#app/domain/evaluation/award/price-function/average-based.ts";
import { readBanded } from "#app/domain/evaluation/award/price-function/banded.ts";
import { readInverseProportional } from "#app/domain/evaluation/award/price-function/inverse-proportional.ts";
import { readLinearFixedBounds } from "#app/domain/evaluation/award/price-function/linear-fixed-bounds.ts";
import { readLinearFromLowest } from "#app/domain/evaluation/award/price-function/linear-from-lowest.ts";
import { readLinearMinMax } from "#app/domain/evaluation/award/price-function/linear-min-max.ts";
import { readLogarithmic } from "#app/domain/evaluation/award/price-function/logarithmic.ts";
import { readParabolicFromLowest } from "#app/domain/evaluation/award/price-function/parabolic-from-lowest.ts";
import type { PriceFunction } from "#app/domain/evaluation/award/price-function/price-function.ts";
import { readZscore } from "#app/domain/evaluation/award/price-function/zscore.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import type { Fraction } from "#app/domain/money/fraction.ts";

type Reader = (fields: Fields, weight: Fraction) => PriceFunction;

export const priceFunctions = {
  inverse_proportional: readInverseProportional,
  linear_from_lowest: readLinearFromLowest,
  linear_min_max: readLinearMinMax,
  linear_fixed_bounds: readLinearFixedBounds,
  banded: readBanded,
  parabolic_from_lowest: readParabolicFromLowest,
  logarithmic: readLogarithmic,
  zscore: readZscore,
  average_based: readAverageBased,
  anac_linear: readAnacLinear,
  anac_power: readAnacPower,
  anac_bilinear: readAnacBilinear,
  aragon_corrected_proportional: readAragon,
} as const satisfies Record<string, Reader>;

export type PriceFunctionName = keyof typeof priceFunctions;

const isPriceFunctionName = (name: string): name is PriceFunctionName => Object.hasOwn(priceFunctions, name);

/** Reads `{type, …}`; `weight` is M, the points at best price. */
export function readPriceFunction(fields: Fields, weight: Fraction): PriceFunction {
  const type = fields.text("type");
  if (!isPriceFunctionName(type)) {
    if (type !== "") fields.fault("unknown_value", "type");
    return readLinearMinMax(fields, weight);
  }
  const read: Reader = priceFunctions[type];
  const priceFunction = read(fields, weight);
  fields.finish();
  return priceFunction;
}
