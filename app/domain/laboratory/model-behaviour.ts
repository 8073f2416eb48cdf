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
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** A part of the model as simulated markets show it. All in percent. */
export interface PartBehaviour {
  /** Null is the price. */
  readonly part: string | null;
  /** Of the announced total; null in a model without weights. */
  readonly announced: Fraction | null;
  /** The part's share of the differences between best and worst bid, summed over parts. */
  readonly effective: Fraction;
  /** Of the markets. */
  readonly decides: Fraction;
}

/** What the counts say of each part; empty when no market differed in anything. */
export function partBehaviours(tender: TenderContent, counts: MarketCounts): readonly PartBehaviour[] {
  const spread = sum(counts.parts.map((part) => part.spread));
  if (isZero(spread) || counts.markets === 0) return [];
  const announced = announcedWeights(tender);
  return counts.parts.map((part) => ({
    part: part.part,
    announced: announced === null ? null : (announced.get(part.part) ?? zero),
    effective: percentOf(part.spread, spread),
    decides: percentOf(wholeNumber(part.decides), wholeNumber(counts.markets)),
  }));
}

export const percentOf = (value: Fraction, whole: Fraction): Fraction =>
  divide(multiply(value, hundred), whole);

/** Percent of all weights by part; null for a model in SEK, which announces amounts and no weights. */
function announcedWeights(tender: TenderContent): ReadonlyMap<string | null, Fraction> | null {
  const { evaluation } = tender;
  if (evaluation.type !== "weighted_points") return null;
  const price = parseDecimal(evaluation.priceWeight) ?? zero;
  const parts = laboratoryParts(tender, "requirement");
  const total = sum([price, ...parts.map(({ worth }) => worth)]);
  if (isZero(total)) return null;
  return new Map([
    [null, percentOf(price, total)] as const,
    ...parts.map(({ id, worth }) => [id, percentOf(worth, total)] as const),
  ]);
}

const percentText = (percent: Fraction): string => toFixedDecimal(percent, 1, halfUp);

/** Percentage points between announced and effective weight from which MOD-19 asks. */
const farFromAnnounced = wholeNumber(10);

/** The rules that only simulated markets can answer: order by others' bids, criteria that never decide, real weights. */
export function simulationFindings(tender: TenderContent, counts: MarketCounts): readonly Finding[] {
  const findings: Finding[] = [];
  if (counts.flips > 0) {
    const percent = percentText(percentOf(wholeNumber(counts.flips), wholeNumber(counts.markets)));
    findings.push(warning("MOD-06", "evaluation", "order_depends_on_others", { percent }));
  }
  const behaviours = partBehaviours(tender, counts);
  for (const { part, decides } of behaviours) {
    if (part === null || compare(decides, wholeNumber(1)) >= 0) continue;
    findings.push(warning("MOD-18", `requirements.${part}`, "criterion_never_decides", { id: part }));
  }
  for (const { part, announced, effective } of behaviours) {
    if (announced === null || compare(absolute(subtract(effective, announced)), farFromAnnounced) <= 0)
      continue;
    const params = { effective: percentText(effective), announced: percentText(announced) };
    findings.push(
      part === null
        ? warning("MOD-19", "evaluation", "price_weight_differs", params)
        : warning("MOD-19", `requirements.${part}`, "weight_differs", { id: part, ...params }),
    );
  }
  return findings;
}
