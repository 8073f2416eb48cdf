import type { AwardModel, Bid } from "#app/domain/evaluation/award/award-case.ts";
import { priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { readPriceFunction } from "#app/domain/evaluation/award/price-function/price-functions.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { explain } from "#app/domain/evaluation/explain.ts";
import { add } from "#app/domain/money/fraction.ts";

/** Price points by a price function plus Σ w·q/x, highest best. */
export function readWeightedPoints(params: Fields): AwardModel {
  const weight = params.decimal("price_weight", "not_negative");
  const priceFunction = readPriceFunction(params.object("price_function"), weight);
  return {
    direction: "higher_is_better",
    rational: priceFunction.rational,
    ...(priceFunction.legalFlag ? { legalFlag: priceFunction.legalFlag } : {}),
    weights: [weight],
    score: (bids, quality) => {
      const priced = priceFunction.over(bids.map(priceOf));
      if ("error" in priced) return priced;
      const score = (bid: Bid) => add(priced.points(priceOf(bid)), quality.total(bid));
      return {
        score,
        explain: (bid) =>
          explain({
            label: "total_points",
            formula: "S + Q",
            symbols: {
              S: { value: priced.points(priceOf(bid)), explanation: priced.explain(priceOf(bid)) },
              Q: { value: quality.total(bid), explanation: quality.explain(bid) },
            },
            value: score(bid),
          }),
      };
    },
  };
}
