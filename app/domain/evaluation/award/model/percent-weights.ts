import { type AwardModel, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { add, divide, multiply, smaller, subtract } from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";

/**
 * The Danish price model with percent weights: p + (L_max − L)·(w_q/w_p)·P_ref/L_max, lowest best. With the lowest or
 * average price as reference a losing bid can turn the award; a published reference makes it absolute.
 */
export function readPercentWeights(params: Fields): AwardModel {
  const wq = params.decimal("w_quality", "not_negative");
  const wp = params.decimal("w_price", "positive");
  const most = params.decimal("max_points", "positive");
  const reference = params.oneOf("reference", ["lowest", "average", "fixed"]);
  const published = reference === "fixed" ? params.decimal("P_ref", "positive") : null;
  params.ignore("P_ref");
  return {
    direction: "lower_is_better",
    rational: true,
    weights: [wq, wp],
    score: (bids, quality) => {
      const prices = bids.map(priceOf);
      const ref = published ?? (reference === "lowest" ? prices.reduce(smaller) : mean(prices));
      const perPoint = divide(multiply(divide(wq, wp), ref), most);
      return scoredBy(
        "comparison_price",
        "p + (Lmax − L) · (wq / wp) · Pref / Lmax",
        (bid) => add(priceOf(bid), multiply(subtract(most, quality.total(bid)), perPoint)),
        (bid) => ({ p: priceOf(bid), Lmax: most, L: qualitySymbol(quality, bid), wq, wp, Pref: ref }),
      );
    },
  };
}
