import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import type { FictitiousBid } from "#app/domain/laboratory/fictitious-bids.ts";
import type { LaboratoryPart } from "#app/domain/laboratory/laboratory-part.ts";
import { expectedPrice, type PriceRange } from "#app/domain/laboratory/price-range.ts";
import {
  compare,
  divide,
  type Fraction,
  fraction,
  hundred,
  isPositive,
  isZero,
  larger,
  multiply,
  parseDecimal,
  smaller,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";
import { sekPerPointOf } from "#app/domain/tender/convert-model.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** By how many SEK a bid has to lower its price to make up for less quality. */
export interface QualityCost {
  readonly bid: string;
  /** Of one quality point; null in a model without points, and where a lower price first has to reach the upper bound. */
  readonly point: Figure | null;
  /** Of one percent of the part that is worth most. */
  readonly largestPart: Figure | null;
  /** The latter in percent of the bid's own price; null for a price of 0. */
  readonly percentOfPrice: Figure | null;
}

/** The part that is worth most, the first of equals; null without parts. */
export const largestPart = (parts: readonly LaboratoryPart[]): LaboratoryPart | null =>
  parts.reduce<LaboratoryPart | null>(
    (most, part) => (most === null || compare(part.worth, most.worth) > 0 ? part : most),
    null,
  );

/** Both models are absolute and straight: what a point costs is the same for every bid, whatever its price. */
export function qualityCosts(
  { evaluation }: TenderContent,
  parts: readonly LaboratoryPart[],
  bids: readonly FictitiousBid[],
): readonly QualityCost[] {
  const sekPerPoint = sekPerPointOf(evaluation);
  const hundredth = divide(largestPart(parts)?.worth ?? zero, hundred);
  return bids.map(({ id, price }) => {
    if (evaluation.type === "weighted_points") {
      const upper = parseDecimal(evaluation.priceBounds.upper);
      const felt = upper !== null && compare(price, upper) <= 0;
      const point = felt ? sekPerPoint : null;
      return costs(id, price, point, point && multiply(hundredth, point));
    }
    return costs(id, price, null, hundredth);
  });
}

const costs = (bid: string, price: Fraction, point: Fraction | null, part: Fraction | null): QualityCost => ({
  bid,
  point: point && figure(point),
  largestPart: part && figure(part),
  percentOfPrice: part && !isZero(price) ? figure(divide(multiply(part, hundred), price)) : null,
});

export interface PriceCurve {
  readonly bid: string;
  /** The bid's own price, and its score there. */
  readonly at: CurvePoint;
  /** Score at each price of the range, everything else of the bid as it is. */
  readonly points: readonly CurvePoint[];
}

interface CurvePoint {
  readonly price: Figure;
  readonly score: Figure;
}

const curveSteps = 8n;

/** Score by price for each bid, by the engine itself; a ceiling price is left aside, since it only rejects. */
export function priceCurves(
  base: AwardCase,
  tender: TenderContent,
  bids: readonly FictitiousBid[],
  range: PriceRange,
): readonly PriceCurve[] {
  const open = { ...base, gates: { ...base.gates, ceilingPrice: null } };
  const scoresAt = (price: Fraction | null) =>
    evaluate({ ...open, bids: open.bids.map((bid) => ({ ...bid, price: price ?? bid.price })) }).scores;
  const own = scoresAt(null);
  const grid = pricesOf(tender, bids, range).map((price) => ({ price, scores: scoresAt(price) }));
  return bids.map(({ id, price }) => ({
    bid: id,
    at: { price: figure(price), score: figure(own.get(id) ?? zero) },
    points: grid.map((at) => ({ price: figure(at.price), score: figure(at.scores.get(id) ?? zero) })),
  }));
}

/** Even steps over the range and all bids, and the upper bound, where the line breaks. */
function pricesOf(
  { evaluation }: TenderContent,
  bids: readonly FictitiousBid[],
  range: PriceRange,
): readonly Fraction[] {
  const prices = bids.map(({ price }) => price);
  const low = prices.reduce(smaller, fraction(range.low));
  const high = prices.reduce(larger, fraction(range.high));
  const width = subtract(high, low);
  const even = Array.from({ length: Number(curveSteps) + 1 }, (_, i) => {
    const part = multiply(width, fraction(BigInt(i), curveSteps));
    return fraction(low.n * part.d + part.n * low.d, low.d * part.d);
  });
  const upper = evaluation.type === "weighted_points" ? parseDecimal(evaluation.priceBounds.upper) : null;
  const breaks = upper && compare(upper, low) > 0 && compare(upper, high) < 0 ? [upper] : [];
  return [...even, ...breaks].sort(compare);
}

/** Attainable prices on which a lower price earns nothing; all exact. */
export interface PriceWithoutEffect {
  /** Highest attainable price: the ceiling price, or twice the expected price. */
  readonly top: Figure;
  readonly percent: Figure;
  /** Null when price has effect everywhere. */
  readonly from: Figure | null;
}

/** Which share of the attainable prices, from 0 up, makes no difference. Null when nothing says what prices there are. */
export function priceWithoutEffect(tender: TenderContent): PriceWithoutEffect | null {
  const { evaluation, ceilingPriceSek } = tender;
  const ceiling = ceilingPriceSek === null ? null : parseDecimal(ceilingPriceSek);
  const expected = expectedPrice(tender);
  const top = ceiling && isPositive(ceiling) ? ceiling : expected && multiply(expected, fraction(2n));
  if (top === null) return null;
  const upper = evaluation.type === "weighted_points" ? parseDecimal(evaluation.priceBounds.upper) : null;
  const flat = upper === null ? zero : larger(zero, subtract(top, larger(zero, upper)));
  return {
    top: figure(top),
    percent: figure(divide(multiply(flat, hundred), top)),
    from: isZero(flat) || upper === null ? null : figure(larger(zero, upper)),
  };
}
