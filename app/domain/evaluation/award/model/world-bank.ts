import { type AwardModel, type Bid, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  add,
  compare,
  divide,
  isPositive,
  larger,
  multiply,
  one,
  smaller,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

/** World Bank rated criteria: X·C_low/C + (1 − X)·T/T_high, highest best; relative in price and in quality. */
export function readWorldBank(params: Fields): AwardModel {
  const x = params.decimal("X", "not_negative");
  if (compare(x, one) > 0) params.fault("number_out_of_range", "X");
  const technicalOf = (bid: Bid) => bid.technical ?? zero;
  return {
    direction: "higher_is_better",
    rational: true,
    weights: [x, subtract(one, x)],
    quality: technicalOf,
    score: (bids) => {
      const lowest = bids.map(priceOf).reduce(smaller);
      const highest = bids.map(technicalOf).reduce(larger);
      if (!isPositive(lowest)) return { error: "price_must_be_positive" };
      if (!isPositive(highest)) return { error: "quality_must_be_positive" };
      return scoredBy(
        "total_points",
        "X · Clow / C + (1 − X) · T / Thigh",
        (bid) =>
          add(
            divide(multiply(x, lowest), priceOf(bid)),
            divide(multiply(subtract(one, x), technicalOf(bid)), highest),
          ),
        (bid) => ({ X: x, Clow: lowest, C: priceOf(bid), T: technicalOf(bid), Thigh: highest }),
      );
    },
  };
}
