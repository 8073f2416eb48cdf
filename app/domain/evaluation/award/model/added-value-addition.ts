import type { AwardModel } from "#app/domain/evaluation/award/award-case.ts";
import { priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import { add, subtract } from "#app/domain/money/fraction.ts";

/** Påslag: p + Σ v(1 − q/x), lowest best. The deduction model plus the constant Σ v, so the ranking is the same. */
export const readAddedValueAddition = (): AwardModel => ({
  direction: "lower_is_better",
  rational: true,
  weights: [],
  score: (_bids, quality) =>
    scoredBy(
      "comparison_price",
      "p + (W − V)",
      (bid) => add(priceOf(bid), subtract(quality.full, quality.total(bid))),
      (bid) => ({ p: priceOf(bid), W: quality.full, V: qualitySymbol(quality, bid) }),
    ),
});
