import type { AwardModel } from "#app/domain/evaluation/award/award-case.ts";
import { priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import { divide, hundred, multiply, one, subtract } from "#app/domain/money/fraction.ts";

/** p(1 − Σ pct·q/x/100), lowest best: absolute, but the same quality is worth more SEK to a dearer bid. */
export const readAddedValuePercent = (): AwardModel => ({
  direction: "lower_is_better",
  rational: true,
  weights: [],
  weightsBelow: hundred,
  score: (_bids, quality) =>
    scoredBy(
      "comparison_price",
      "p · (1 − V / 100)",
      (bid) => multiply(priceOf(bid), subtract(one, divide(quality.total(bid), hundred))),
      (bid) => ({ p: priceOf(bid), V: qualitySymbol(quality, bid) }),
    ),
});
