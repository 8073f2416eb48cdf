import { laboratoryParts } from "#app/domain/laboratory/laboratory-part.ts";
import type { MarketCounts } from "#app/domain/laboratory/simulate-markets.ts";
import { toFixedDecimal } from "#app/domain/money/decimal.ts";
import {
  absolute,
  compare,
  divide,
  type Fraction,
  hundred,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  sum,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { type Finding, warning } from "#app/domain/tender/finding.ts";
import { percentText as percentOfMarkets } from "#app/domain/tender/percent-text.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** A part of the model as simulated markets show it. All in percent. */
export interface PartBehaviour {
  /** Null is the price. */
  readonly part: string | null;
  /**
   * What the tender says the part weighs. In a model with price points, of all points; in every other, where price and
   * quality are no parts of one sum of weights, of all that the shoulds are worth, and null for the price.
   */
  readonly announced: Fraction | null;
  /** The part's share of the differences between best and worst bid, of the same parts; null for a price without weight. */
  readonly effective: Fraction | null;
  /** Of the markets. */
  readonly decides: Fraction;
}

/** What the counts say of each part; empty when no market differed in anything. */
export function partBehaviours(tender: TenderContent, counts: MarketCounts): readonly PartBehaviour[] {
  const announced = announcedWeights(tender);
  const weighed = counts.parts.filter(({ part }) => announced.has(part));
  const spread = sum(weighed.map((part) => part.spread));
  if (isZero(spread) || counts.markets === 0) return [];
  return counts.parts.map((part) => ({
    part: part.part,
    announced: announced.get(part.part) ?? null,
    effective: announced.has(part.part) ? percentOf(part.spread, spread) : null,
    decides: percentOf(wholeNumber(part.decides), wholeNumber(counts.markets)),
  }));
}

export const percentOf = (value: Fraction, whole: Fraction): Fraction =>
  divide(multiply(value, hundred), whole);

/** Percent of all that has a weight, by part; null is the price of a model with price points. */
function announcedWeights(tender: TenderContent): ReadonlyMap<string | null, Fraction> {
  const { evaluation } = tender;
  const price = evaluation.type === "weighted_points" ? parseDecimal(evaluation.priceWeight) : null;
  const weights = [
    ...(price === null ? [] : [[null, price] as const]),
    ...laboratoryParts(tender, "requirement").map(({ id, worth }) => [id, worth] as const),
  ];
  const total = sum(weights.map(([, weight]) => weight));
  return new Map(weights.map(([part, weight]) => [part, isZero(total) ? zero : percentOf(weight, total)]));
}

const percentText = (percent: Fraction): string => toFixedDecimal(percent, 1, halfUp);

/** Percentage points between announced and effective weight from which MOD-19 asks. */
const farFromAnnounced = wholeNumber(10);

/** The rules that only simulated markets can answer: order by others' bids, criteria that never decide, real weights. */
export function simulationFindings(tender: TenderContent, counts: MarketCounts): readonly Finding[] {
  const findings: Finding[] = [];
  if (counts.orderChanges > 0) {
    const percent = percentOfMarkets(counts.flips, counts.markets);
    const order = percentOfMarkets(counts.orderChanges, counts.markets);
    findings.push(warning("MOD-06", "evaluation.simulation", "order_depends_on_others", { percent, order }));
  }
  const behaviours = partBehaviours(tender, counts);
  for (const { part, decides } of behaviours) {
    if (part === null || compare(decides, wholeNumber(1)) >= 0) continue;
    findings.push(warning("MOD-18", `requirements.${part}`, "criterion_never_decides", { id: part }));
  }
  const inPoints = tender.evaluation.type === "weighted_points";
  for (const { part, announced, effective } of behaviours) {
    if (announced === null || effective === null) continue;
    if (compare(absolute(subtract(effective, announced)), farFromAnnounced) <= 0) continue;
    const params = { effective: percentText(effective), announced: percentText(announced) };
    findings.push(
      part === null
        ? warning("MOD-19", "evaluation", "price_weight_differs", params)
        : warning("MOD-19", `requirements.${part}`, inPoints ? "weight_differs" : "share_of_worth_differs", {
            id: part,
            ...params,
          }),
    );
  }
  return findings;
}
