import { type AwardModel, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import { subtract } from "#app/domain/money/fraction.ts";

/** Mervärde: comparison price = p − Σ v·q/x, lowest best. It may be negative and is never clipped. */
export const readAddedValueDeduction = (): AwardModel => ({
  direction: "lower_is_better",
  rational: true,
  weights: [],
  score: (_bids, quality) =>
    scoredBy(
      "comparison_price",
      "p − V",
      (bid) => subtract(priceOf(bid), quality.total(bid)),
      (bid) => ({ p: priceOf(bid), V: qualitySymbol(quality, bid) }),
    ),
});
