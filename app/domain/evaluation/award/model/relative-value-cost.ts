import { type AwardModel, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { add, divide, multiply, smaller } from "#app/domain/money/fraction.ts";

/** Australian value for money: p/((s + m)/(s_min + m)), lowest best. s_min is common to all, so the order stays safe. */
export function readRelativeValueCost(params: Fields): AwardModel {
  const m = params.decimal("max_points", "positive");
  return {
    direction: "lower_is_better",
    rational: true,
    weights: [],
    score: (bids, quality) => {
      const least = add(bids.map(quality.total).reduce(smaller), m);
      return scoredBy(
        "comparison_price",
        "p · (smin + m) / (s + m)",
        (bid) => divide(multiply(priceOf(bid), least), add(quality.total(bid), m)),
        (bid) => ({
          p: priceOf(bid),
          m,
          s: qualitySymbol(quality, bid),
          smin: bids.map(quality.total).reduce(smaller),
        }),
      );
    },
  };
}
