import type { AwardModel } from "#app/domain/evaluation/award/award-case.ts";
import { priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { explain } from "#app/domain/evaluation/explain.ts";
import { subtract } from "#app/domain/money/fraction.ts";

/** Mervärde: comparison price = p − Σ v·q/x, lowest best. It may be negative and is never clipped. */
export function readAddedValueDeduction(): AwardModel {
  return {
    direction: "lower_is_better",
    rational: true,
    weights: [],
    score: (_bids, quality) => {
      const score = (bid: Parameters<typeof priceOf>[0]) => subtract(priceOf(bid), quality.total(bid));
      return {
        score,
        explain: (bid) =>
          explain({
            label: "comparison_price",
            formula: "p − V",
            symbols: { p: priceOf(bid), V: { value: quality.total(bid), explanation: quality.explain(bid) } },
            value: score(bid),
          }),
      };
    },
  };
}
