import { analysed, readBaseCase } from "#app/domain/evaluation/analysis/base-case.ts";
import { breakEvenPrice } from "#app/domain/evaluation/analysis/break-even-price.ts";
import { limitBids } from "#app/domain/evaluation/analysis/values.ts";
import { priceOf } from "#app/domain/evaluation/award/award-case.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { score20 } from "#app/domain/evaluation/case/scores-answer.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { divide, hundred, isZero, multiply, subtract, toExact } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";

/** How far a bid's price must fall to come level with the first. */
export const breakEvenCase: CaseKind = (input) => {
  const { params, bids } = input;
  limitBids(params, bids, 300);
  const id = params.text("bid");
  const base = readBaseCase(input, "base_model");
  const bid = base?.bids.find((candidate) => candidate.id === id);
  if (bid === undefined) params.fault("unknown_bid", "bid");
  else if (bid.price === null) params.fault("missing_field", "bid");
  return analysed(base, (award) => {
    const found = bid && breakEvenPrice(award, bid);
    if (!bid || !found) throw new TypeError("computed in spite of faults");
    if (found.price === null) {
      return {
        break_even_price: null,
        break_even_exact: null,
        reduction: null,
        reduction_percent: null,
        reason: found.reason,
      };
    }
    const price = priceOf(bid);
    const reduction = subtract(price, found.price);
    return {
      break_even_price: score20(found.price),
      ...(found.exact ? { break_even_exact: toExact(found.price) } : {}),
      ...(found.monotone ? {} : { monotone: false }),
      reduction: score20(reduction),
      reduction_percent: isZero(price)
        ? null
        : toDecimal(divide(multiply(reduction, hundred), price), 12, halfEven),
    };
  });
};
