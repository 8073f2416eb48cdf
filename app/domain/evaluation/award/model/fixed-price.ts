import type { AwardModel } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";

/** The buyer has published the price; Σ w·q/x decides alone. */
export const readFixedPrice = (): AwardModel => ({
  direction: "higher_is_better",
  rational: true,
  weights: [],
  score: (_bids, quality) =>
    scoredBy("total_points", "Q", quality.total, (bid) => ({ Q: qualitySymbol(quality, bid) })),
});
