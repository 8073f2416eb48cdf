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
  sum,
  zero,
} from "#app/domain/money/fraction.ts";
import { fixedBounds } from "#app/domain/tender/convert-model.ts";
import { pointCost } from "#app/domain/tender/point-cost.ts";
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

/**
 * What a point and the part that is worth most cost each bid, where it stands among the others. Empty in a model in which
 * no price makes up for quality.
 */
export function qualityCosts(
  { evaluation }: TenderContent,
  parts: readonly LaboratoryPart[],
  bids: readonly FictitiousBid[],
): readonly QualityCost[] {
  if (!isPricedInQuality(evaluation)) return [];
  const hundredth = divide(largestPart(parts)?.worth ?? zero, hundred);
  const lowest = bids.map(({ price }) => price).reduce(smaller);
  return bids.map(({ id, price, shares }) => {
    if (evaluation.type === "added_value_deduction") return costs(id, price, null, hundredth);
    const quality = sum(parts.map((part) => multiply(part.worth, shares.get(part.id) ?? zero)));
    const point = pointCost(evaluation, { price, quality, lowest });
    return costs(id, price, point, point && multiply(hundredth, point));
  });
}

const isPricedInQuality = ({ type }: TenderContent["evaluation"]): boolean =>
  type === "added_value_deduction" || type === "weighted_points" || type === "quality_price_ratio";

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

/**
 * Score by price for each bid, by the engine itself, the other bids as they are; a ceiling price is left aside, since it
 * only rejects. Without bids that are rejected for their quality, and empty where the buyer has set the price.
 */
export function priceCurves(
  base: AwardCase,
  tender: TenderContent,
  bids: readonly FictitiousBid[],
  range: PriceRange,
): readonly PriceCurve[] {
  if (tender.evaluation.type === "fixed_price_quality_only") return [];
  const open = { ...base, gates: { ...base.gates, ceilingPrice: null } };
  const scoreAt = (id: string, price: Fraction): Fraction | null =>
    evaluate({ ...open, bids: open.bids.map((bid) => (bid.id === id ? { ...bid, price } : bid)) }).scores.get(
      id,
    ) ?? null;
  const prices = pricesOf(tender, bids, range);
  return bids.flatMap(({ id, price }) => {
    const pointAt = (at: Fraction): CurvePoint[] => {
      const score = scoreAt(id, at);
      return score === null ? [] : [{ price: figure(at), score: figure(score) }];
    };
    const [own] = pointAt(price);
    return own ? [{ bid: id, at: own, points: prices.flatMap(pointAt) }] : [];
  });
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
  const upper = parseDecimal(fixedBounds(evaluation)?.upper ?? "");
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

/**
 * Which share of the attainable prices, from 0 up, makes no difference. Null when nothing says what prices there are,
 * or the buyer has set it.
 */
export function priceWithoutEffect(tender: TenderContent): PriceWithoutEffect | null {
  const { evaluation, ceilingPriceSek } = tender;
  if (evaluation.type === "fixed_price_quality_only") return null;
  const ceiling = ceilingPriceSek === null ? null : parseDecimal(ceilingPriceSek);
  const expected = expectedPrice(tender);
  const top = ceiling && isPositive(ceiling) ? ceiling : expected && multiply(expected, fraction(2n));
  if (top === null) return null;
  const upper = parseDecimal(fixedBounds(evaluation)?.upper ?? "");
  const flat = upper === null ? zero : larger(zero, subtract(top, larger(zero, upper)));
  return {
    top: figure(top),
    percent: figure(divide(multiply(flat, hundred), top)),
    from: isZero(flat) || upper === null ? null : figure(larger(zero, upper)),
  };
}
