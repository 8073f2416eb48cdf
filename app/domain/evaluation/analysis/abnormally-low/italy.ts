import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  hundred,
  isZero,
  multiply,
  one,
  parseDecimal,
  subtract,
  sum,
  zero,
} from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";

export interface Discounted {
  readonly id: string;
  /** Percent of the base price. */
  readonly discount: Fraction;
}

const narrow = parseDecimal("0.15") ?? zero;

/**
 * D.Lgs 50/2016 art. 97(2): the highest and lowest tenth of the discounts, rounded up, are cut; M is the mean of the rest
 * and S the mean excess over M of those above it. From 15 bids S is lessened by the product of the first two decimals of
 * the rest's sum, in percent; below 15 the threshold is 1.2·M where S/M ≤ 0.15, else M + S. At or above it is flagged.
 */
export function italianAbnormallyLow(bids: readonly Discounted[], fromFifteen: boolean) {
  const k = Math.ceil(bids.length / 10);
  const rest = bids
    .map(({ discount }) => discount)
    .sort(compare)
    .slice(k, bids.length - k);
  const total = sum(rest);
  const average = mean(rest);
  const above = rest.filter((discount) => compare(discount, average) > 0);
  const excess = above.length === 0 ? zero : mean(above.map((discount) => subtract(discount, average)));
  const figures = { k, sum: total, mean: average, scarto: excess };
  const outcome = fromFifteen ? byDecimals(total, average, excess) : byRatio(average, excess);
  const flagged = bids
    .filter(({ discount }) => compare(discount, outcome.threshold) >= 0)
    .map(({ id }) => id);
  return { ...figures, ...outcome, flagged };
}

function byDecimals(total: Fraction, average: Fraction, excess: Fraction) {
  const [c1, c2] = [decimalDigit(total, 1), decimalDigit(total, 2)];
  const kept = subtract(one, divide(fraction(c1 * c2), hundred));
  return { c1: fraction(c1), c2: fraction(c2), threshold: add(average, multiply(excess, kept)) };
}

function byRatio(average: Fraction, excess: Fraction) {
  const ratio = isZero(average) ? zero : divide(excess, average);
  const threshold = compare(ratio, narrow) <= 0 ? multiply(average, fraction(6n, 5n)) : add(average, excess);
  return { ratio, threshold };
}

/** The decimal of a number at a place, from 1. */
const decimalDigit = (value: Fraction, place: number): bigint => {
  const { n, d } = absolute(value);
  return ((n * 10n ** BigInt(place)) / d) % 10n;
};
