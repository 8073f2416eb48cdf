import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import type { EvaluationResult } from "#app/domain/evaluation/evaluate.ts";
import { explain, plainNumber } from "#app/domain/evaluation/explain.ts";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { published } from "#app/domain/evaluation/tender/share-of-weight.ts";
import type { EvaluationCell } from "#app/domain/evaluation/tender-evaluation.ts";
import { type Fraction, smaller } from "#app/domain/money/fraction.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

interface Scored {
  readonly tender: TenderContent;
  /** As the engine explains the score: formula and numbers. */
  readonly explanation: Explanation;
  readonly cells: readonly EvaluationCell[];
  readonly price: Explanation;
  readonly quality: Fraction;
  readonly base: AwardCase;
  readonly result: EvaluationResult;
}

/**
 * Replaces the numbers of a score's explanation by those that open further, down to answers and unit prices, and adds what
 * else decided: the quality floor that the bid reached, and the lowest price of all where points depend on it.
 */
export function explainScore({
  tender,
  explanation,
  cells,
  price,
  quality,
  base,
  result,
}: Scored): Explanation {
  const shoulds = cells.flatMap((cell) => cell.explanation ?? []);
  const byRequirement = new Map(shoulds.map((cell) => [cell.subject, cell]));
  const others = isRelative(tender.evaluation) ? [lowestPrice(base, result)] : [];
  const opened = explanation.children.map((child): Explanation => {
    if (child.label !== "quality") return { ...child, children: [...child.children, price, ...others] };
    return { ...child, children: child.children.map((part) => byRequirement.get(part.subject) ?? part) };
  });
  const priceOpened = opened.some(({ label }) => label === "price_points");
  const floor = qualityFloor(tender, quality, opened.length === 0 ? shoulds : []);
  return { ...explanation, children: [...(priceOpened ? [] : [price]), ...opened, ...floor] };
}

/** The floor of the model with what the bid reached; the shoulds open here where the score itself does not hold them. */
function qualityFloor(
  { evaluation }: TenderContent,
  quality: Fraction,
  shoulds: readonly Explanation[],
): readonly Explanation[] {
  if (!("minQuality" in evaluation)) return [];
  const symbols = { Q: quality, T: published(evaluation.minQuality) };
  const source = { kind: "tender", field: "evaluation.minQuality" } as const;
  const floor = explain({ label: "quality_floor", formula: "Q ≥ T", symbols, value: quality, source });
  return [{ ...floor, children: shoulds }];
}

/** The lowest price of the admitted bids: what a relative price function measures from. */
function lowestPrice({ bids }: AwardCase, { scores }: EvaluationResult): Explanation {
  const prices = bids.flatMap(({ id, price }) => (price && scores.has(id) ? [price] : []));
  return {
    ...explain({ label: "lowest_price_of_all", formula: "min(p)", value: prices.reduce(smaller) }),
    substituted: `min(${prices.map(plainNumber).join("; ")})`,
  };
}
