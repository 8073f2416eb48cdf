import {
  divide,
  type Fraction,
  fraction,
  hundred,
  isPositive,
  multiply,
  parseDecimal,
  smaller,
  subtract,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import { fixedBounds } from "#app/domain/tender/convert-model.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** Prices that bids are drawn within, whole SEK; low ≤ high. */
export interface PriceRange {
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * What a bid is taken to cost before any is in: the fixed price; the estimated value; without it the ceiling price, or
 * the middle of the published price bounds. Null when the draft says none of them.
 */
export function expectedPrice({
  estimatedValueSek,
  ceilingPriceSek,
  evaluation,
}: TenderContent): Fraction | null {
  const fixed = evaluation.type === "fixed_price_quality_only" ? evaluation.fixedPriceSek : null;
  const given = [fixed, estimatedValueSek, ceilingPriceSek]
    .map((text) => (text === null ? null : parseDecimal(text)))
    .find((value) => value !== null && isPositive(value));
  if (given) return given;
  const bounds = fixedBounds(evaluation);
  const [lower, upper] = [bounds?.lower ?? "", bounds?.upper ?? ""].map(parseDecimal);
  if (!lower || !upper) return null;
  const middle = fraction(lower.n * upper.d + upper.n * lower.d, 2n * lower.d * upper.d);
  return isPositive(middle) ? middle : null;
}

/**
 * So many percent below and above the expected price, but never above a ceiling price: a bid that is to be rejected
 * tells nothing about the model. A fixed price has no spread. Null without an expected price.
 */
export function priceRange(tender: TenderContent, spreadPercent: number): PriceRange | null {
  const expected = expectedPrice(tender);
  if (expected === null) return null;
  if (tender.evaluation.type === "fixed_price_quality_only") {
    const price = expected.n / expected.d;
    return { low: price, high: price };
  }
  const spread = multiply(expected, divide(wholeNumber(spreadPercent), hundred));
  const ceiling = tender.ceilingPriceSek === null ? null : parseDecimal(tender.ceilingPriceSek);
  const above = { n: expected.n * spread.d + spread.n * expected.d, d: expected.d * spread.d };
  const top = ceiling && isPositive(ceiling) ? smaller(above, ceiling) : above;
  const bottom = smaller(subtract(expected, spread), top);
  return { low: bottom.n / bottom.d, high: top.n / top.d };
}
