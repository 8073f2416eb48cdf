import type { Scoring } from "#app/domain/catalogue/requirement.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { weightedParams, weightOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import { published } from "#app/domain/evaluation/tender/share-of-weight.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  isNegative,
  isPositive,
  multiply,
  parseDecimal,
  subtract,
  sum,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

export interface ExampleResult {
  readonly name: "A" | "B" | "C";
  /** SEK, decimal string. */
  readonly price: string;
  /** Share 0–1 by criterion, decimal string as the tender's anchors give it. */
  readonly shares: ReadonlyMap<string, string>;
  /** Points or SEK by criterion. */
  readonly values: ReadonlyMap<string, Figure>;
  /** Sum of `values`; null for a rejected bid. */
  readonly quality: Figure | null;
  readonly score: Figure | null;
  readonly rank: number | null;
  /** As the evaluation gives them; `must:<requirement>:failed` for the bid that is made to fail. */
  readonly reasons: readonly string[];
}

export interface ExampleEvaluation {
  /** What the prices were made from. */
  readonly basis: "estimated" | "ceiling";
  readonly bids: readonly ExampleResult[];
  /** The must that bid C fails; null when the tender has none. */
  readonly failedMust: string | null;
  readonly winner: ExampleResult["name"] | null;
  /** Price under which the second in rank would have won; null where no price would do. */
  readonly breakEven: { readonly loser: ExampleResult["name"]; readonly price: Figure } | null;
}

/** Dear and best, cheaper and weaker, cheapest but rejected. Prices are shares of the basis. */
const invented = [
  { name: "A", ratio: fraction(1n) },
  { name: "B", ratio: fraction(19n, 20n) },
  { name: "C", ratio: fraction(9n, 10n) },
] as const;

/**
 * Three invented bids evaluated by the tender's own model, through the engine that evaluates the real ones. Null while
 * the tender has neither estimated value nor ceiling price, or a criterion has no worth.
 */
export function exampleEvaluation(tender: TenderContent): ExampleEvaluation | null {
  const { estimatedValueSek, ceilingPriceSek, evaluation } = tender;
  const base = parseDecimal(estimatedValueSek ?? ceilingPriceSek ?? "");
  if (base === null || !isPositive(base)) return null;
  const criteria = tender.requirements.filter(({ level }) => level === "should");
  const worth = new Map(criteria.map((criterion) => [criterion.id, weightOf(tender, criterion)]));
  if (criteria.some(({ weight, valueSek }) => weight === null && valueSek === null)) return null;
  const failedMust = tender.requirements.find(({ level }) => level === "must")?.id ?? null;
  const bids = invented.map(({ name, ratio }) => ({
    id: name,
    price: toDecimal(multiply(base, ratio), 0, halfUp),
    points: Object.fromEntries(
      criteria.map((criterion, index) => [criterion.id, shareOf(criterion, index, name)]),
    ),
    must: failedMust === null ? {} : { [failedMust]: name !== "C" },
  }));
  const read = readEvaluationCase({
    model: evaluation.type,
    params: {
      ...(evaluation.type === "weighted_points" ? weightedParams(evaluation) : {}),
      criteria: [...worth].map(([id, weight]) => ({ id, weight, max: "1" })),
      must: failedMust === null ? [] : [failedMust],
      ...(ceilingPriceSek === null ? {} : { ceiling_price: ceilingPriceSek }),
      tie_break: { rules: evaluation.tieBreak },
    },
    bids,
  });
  if (!read.ok) return null;
  const result = evaluate(read.value);
  const results = bids.map(({ id, price, points }): ExampleResult => {
    const score = result.scores.get(id);
    const quality = result.qualities.get(id);
    return {
      name: id,
      price,
      shares: new Map(Object.entries(points)),
      values: new Map(
        Object.entries(points).map(([criterion, share]) => [
          criterion,
          figure(multiply(published(share), published(worth.get(criterion) ?? "0"))),
        ]),
      ),
      quality: quality ? figure(quality) : null,
      score: score ? figure(score) : null,
      rank: result.ranks.get(id) ?? null,
      reasons: result.excluded.get(id) ?? [],
    };
  });
  const nameOf = (tier: number) => results.find(({ name }) => result.order[tier]?.[0] === name) ?? null;
  const [first, second] = result.order[0]?.length === 1 ? [nameOf(0), nameOf(1)] : [null, null];
  const [best, quality] = [
    first && result.scores.get(first.name),
    second && result.qualities.get(second.name),
  ];
  const price = best && quality ? breakEven(evaluation, best, quality) : null;
  return {
    basis: estimatedValueSek === null ? "ceiling" : "estimated",
    bids: results,
    failedMust,
    winner: first?.name ?? null,
    breakEven: second && price ? { loser: second.name, price: figure(price) } : null,
  };
}

/** A takes the best share of every scale, B every second one from the middle and else the worst, C the worst. */
function shareOf({ scoring }: TenderRequirement, index: number, name: ExampleResult["name"]): string {
  const shares = attainableShares(scoring);
  const at = { A: shares.length - 1, B: index % 2 === 0 ? Math.floor(shares.length / 2) : 0, C: 0 }[name];
  return shares[at] ?? "0";
}

/** Worst first. Where parts of an answer are added up: none of them, the first, the first two and so on. */
function attainableShares(scoring: Scoring): readonly string[] {
  const shares = scoring.anchors.map(({ share }) => published(share));
  const attainable =
    scoring.type === "levels" && scoring.combine === "sum"
      ? [zero, ...shares.map((_, index) => sum(shares.slice(0, index + 1)))]
      : shares.toSorted(compare);
  return attainable.map((share) => toDecimal(share, 20, halfUp));
}

/** The price at which the loser's score equals the best one; null where no price from 0 up does it. */
function breakEven(model: TenderContent["evaluation"], best: Fraction, quality: Fraction): Fraction | null {
  if (model.type === "added_value_deduction") {
    const price = add(best, quality);
    return isNegative(price) ? null : price;
  }
  const needed = subtract(best, quality);
  const [lower, upper] = [published(model.priceBounds.lower), published(model.priceBounds.upper)];
  // More quality than the best total: any price would have done, and the loser would not be one.
  if (isNegative(needed)) return null;
  const sekPerPoint = divide(subtract(upper, lower), published(model.priceWeight));
  const price = subtract(upper, multiply(needed, sekPerPoint));
  return isNegative(price) ? null : price;
}
