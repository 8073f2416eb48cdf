import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  add,
  divide,
  type Fraction,
  fraction,
  isPositive,
  larger,
  multiply,
  parseDecimal,
  subtract,
  sum,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { sekPerPointOf } from "#app/domain/tender/convert-model.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** An invented bid worked through the model. Amounts are decimal strings, halves up at two decimals. */
export interface ExampleBid {
  readonly name: "A" | "B" | "C";
  /** Share of every should, in percent. */
  readonly sharePercent: "100" | "50" | "0";
  readonly price: string;
  /** SEK or points that the shoulds give. */
  readonly quality: string;
  /** Comparison price or total points. */
  readonly score: string;
}

/** Price as a share of the estimated value, and share of every should: dear and full, middle, cheap and bare. */
const invented = [
  { name: "A", price: fraction(11n, 10n), share: fraction(1n), sharePercent: "100" },
  { name: "B", price: fraction(1n), share: fraction(1n, 2n), sharePercent: "50" },
  { name: "C", price: fraction(9n, 10n), share: zero, sharePercent: "0" },
] as const;

/** Three invented bids around the estimated value; null while value, worth or bounds are missing. */
export function workedExample(tender: TenderContent): readonly ExampleBid[] | null {
  const estimated = parseDecimal(tender.estimatedValueSek ?? "");
  if (estimated === null || !isPositive(estimated)) return null;
  const { evaluation, requirements } = tender;
  const weighted = evaluation.type === "weighted_points";
  const worth = requirements
    .filter(({ level }) => level === "should")
    .map(({ weight, valueSek }) => parseDecimal((weighted ? weight : valueSek) ?? ""));
  if (worth.includes(null)) return null;
  const full = sum(worth.filter((value) => value !== null));
  const pointsOf = weighted ? pricePoints(tender) : null;
  if (weighted && pointsOf === null) return null;
  return invented.map(({ name, price: ratio, share, sharePercent }) => {
    const price = multiply(estimated, ratio);
    const quality = multiply(full, share);
    const score = pointsOf ? add(pointsOf(price), quality) : subtract(price, quality);
    return { name, sharePercent, price: shown(price), quality: shown(quality), score: shown(score) };
  });
}

function pricePoints({ evaluation }: TenderContent): ((price: Fraction) => Fraction) | null {
  const sekPerPoint = sekPerPointOf(evaluation);
  if (evaluation.type !== "weighted_points" || sekPerPoint === null) return null;
  const upper = parseDecimal(evaluation.priceBounds.upper) ?? zero;
  return (price) => larger(zero, divide(subtract(upper, price), sekPerPoint));
}

const shown = (value: Fraction): string => toDecimal(value, 2, halfUp);
