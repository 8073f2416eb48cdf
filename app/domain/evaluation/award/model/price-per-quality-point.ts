import { type AwardModel, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import { divide, isPositive } from "#app/domain/money/fraction.ts";

/** P/Q, lowest best (Cabinet Office note, May 2021). The same order as L/P. */
export const readPricePerQualityPoint = (): AwardModel => ({
  direction: "lower_is_better",
  rational: true,
  weights: [],
  score: (bids, quality) =>
    bids.some((bid) => !isPositive(quality.total(bid)))
      ? { error: "quality_must_be_positive" }
      : scoredBy(
          "price_per_quality_point",
          "P / Q",
          (bid) => divide(priceOf(bid), quality.total(bid)),
          (bid) => ({ P: priceOf(bid), Q: qualitySymbol(quality, bid) }),
        ),
});
