import { type AwardModel, type Bid, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { add, divide, isPositive, one, subtract, sum } from "#app/domain/money/fraction.ts";

/** Prozorro: p/(1 + Σv/(1 − Σv_max)), lowest best. Features are shares of the price and must leave some of it. */
export function readMeatCoefficient(params: Fields): AwardModel {
  // How the published figures were typed in; the arithmetic here is exact whatever it says.
  params.ignore("input_as");
  const features = params.objects("features", (fields) => ({
    id: fields.text("id"),
    max: fields.decimal("max", "not_negative"),
  }));
  const price = subtract(one, sum(features.map(({ max }) => max)));
  if (!isPositive(price)) params.fault("number_out_of_range", "features");
  const featureSum = (bid: Bid) => sum(bid.features.values());
  const coefficient = (bid: Bid) => add(one, divide(featureSum(bid), price));
  return {
    direction: "lower_is_better",
    rational: true,
    weights: [],
    quality: featureSum,
    featureMaxima: new Map(features.map(({ id, max }) => [id, max])),
    score: () =>
      scoredBy(
        "comparison_price",
        "p / (1 + v / vp)",
        (bid) => divide(priceOf(bid), coefficient(bid)),
        (bid) => ({ p: priceOf(bid), v: featureSum(bid), vp: price }),
      ),
  };
}
