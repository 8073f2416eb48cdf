import type { Priced } from "#app/domain/evaluation/analysis/abnormally-low/priced.ts";
import {
  add,
  compare,
  divide,
  type Fraction,
  hundred,
  multiply,
  subtract,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";

/** Flags bids whose discount from the base budget is more than ten percentage points above the mean discount. */
export function meanDiscountAbnormallyLow(bids: readonly Priced[], base: Fraction) {
  const discounts = bids.map(({ price }) => divide(multiply(hundred, subtract(base, price)), base));
  const average = mean(discounts);
  const limit = add(average, wholeNumber(10));
  const price = divide(multiply(base, subtract(hundred, limit)), hundred);
  return {
    meanDiscount: average,
    thresholdDiscount: limit,
    thresholdPrice: price,
    flagged: bids.filter((bid) => compare(bid.price, price) < 0).map(({ id }) => id),
  };
}
