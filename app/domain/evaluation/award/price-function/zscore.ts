import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { add, divide, type Fraction, isZero, multiply, subtract } from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";
import { squareRoot } from "#app/domain/statistics/irrational.ts";

/** c + s(μ − p)/σ with the population σ; equal prices get c. */
export function readZscore(fields: Fields, _weight: Fraction): PriceFunction {
  const centre = fields.decimal("centre");
  const scale = fields.decimal("scale", "positive");
  return {
    rational: false,
    over: (prices) => {
      const mu = mean(prices);
      const deviations = prices.map((p) => subtract(p, mu));
      const variance = mean(deviations.map((deviation) => multiply(deviation, deviation)));
      if (isZero(variance)) return pricedField(() => centre, "c", { c: centre });
      const sigma = squareRoot(variance);
      const points = (p: Fraction) => add(centre, divide(multiply(scale, subtract(mu, p)), sigma));
      return pricedField(points, "c + s · (μ − p) / σ", { c: centre, s: scale, μ: mu, σ: sigma });
    },
  };
}
