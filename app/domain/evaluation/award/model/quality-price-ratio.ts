import { type AwardModel, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { divide, isPositive, multiply, one } from "#app/domain/money/fraction.ts";

/** UfAB Einfache Richtwertmethode: Z = L/P · factor, highest best. A very cheap poor bid can win; set a quality floor. */
export function readQualityPriceRatio(params: Fields): AwardModel {
  const factor = params.optionalDecimal("factor", "positive") ?? one;
  return {
    direction: "higher_is_better",
    rational: true,
    weights: [],
    score: (bids, quality) =>
      bids.some((bid) => !isPositive(priceOf(bid)))
        ? { error: "price_must_be_positive" }
        : scoredBy(
            "quality_price_ratio",
            "L / P · f",
            (bid) => divide(multiply(quality.total(bid), factor), priceOf(bid)),
            (bid) => ({ L: qualitySymbol(quality, bid), P: priceOf(bid), f: factor }),
          ),
  };
}
