import { type AwardModel, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";

/** The price itself; with `min_total_quality` this is "threshold, then lowest price". */
export const readLowestPrice = (): AwardModel => ({
  direction: "lower_is_better",
  rational: true,
  weights: [],
  score: () => scoredBy("price", "p", priceOf, (bid) => ({ p: priceOf(bid) })),
});
