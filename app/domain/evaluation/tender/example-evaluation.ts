import type { Scoring } from "#app/domain/catalogue/requirement.ts";
import { breakEvenPrice } from "#app/domain/evaluation/analysis/break-even-price.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { caseModelOf } from "#app/domain/evaluation/tender/case-model.ts";
import { weightOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import { published } from "#app/domain/evaluation/tender/share-of-weight.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  compare,
  fraction,
  isPositive,
  multiply,
  parseDecimal,
  sum,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { modelRefusal } from "#app/domain/tender/model-refusal.ts";
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
  /** What the prices were made from; `fixed` where the buyer has set the price. */
  readonly basis: "estimated" | "ceiling" | "fixed";
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
  const fixed = evaluation.type === "fixed_price_quality_only" ? evaluation.fixedPriceSek : null;
  const base = parseDecimal(fixed ?? estimatedValueSek ?? ceilingPriceSek ?? "");
  if (base === null || !isPositive(base) || modelRefusal(evaluation) !== null) return null;
  const criteria = tender.requirements.filter(({ level }) => level === "should");
  const worth = new Map(criteria.map((criterion) => [criterion.id, weightOf(tender, criterion)]));
  if (criteria.some(({ weight, valueSek }) => weight === null && valueSek === null)) return null;
  const failedMust = tender.requirements.find(({ level }) => level === "must")?.id ?? null;
  const bids = invented.map(({ name, ratio }) => ({
    id: name,
    price: fixed ?? toDecimal(multiply(base, ratio), 0, halfUp),
    points: Object.fromEntries(sharesOf(tender, criteria, name)),
    must: failedMust === null ? {} : { [failedMust]: name !== "C" },
  }));
  const { model, params } = caseModelOf(tender);
  const read = readEvaluationCase({
    model,
    params: {
      ...params,
      ...("weightTotal" in evaluation ? { weight_total: evaluation.weightTotal } : {}),
      criteria: [...worth].map(([id, weight]) => ({ id, weight, max: "1" })),
      must: failedMust === null ? [] : [failedMust],
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
  const loser = fixed === null ? read.value.bids.find(({ id }) => id === second?.name) : undefined;
  const price = loser ? breakEvenPrice(read.value, loser).price : null;
  return {
    basis: fixed !== null ? "fixed" : estimatedValueSek === null ? "ceiling" : "estimated",
    bids: results,
    failedMust,
    winner: first?.name ?? null,
    breakEven: second && price ? { loser: second.name, price: figure(price) } : null,
  };
}

/**
 * A takes the best share of every scale, B every second one from the middle and else the worst, C the worst. Where the
 * model sets a quality floor, B takes the best of one criterion after the other until it is reached.
 */
function sharesOf(
  tender: TenderContent,
  criteria: readonly TenderRequirement[],
  name: ExampleResult["name"],
): ReadonlyMap<string, string> {
  const shares = new Map(criteria.map((criterion, index) => [criterion.id, shareOf(criterion, index, name)]));
  const { evaluation } = tender;
  const floor = "minQuality" in evaluation && name === "B" ? parseDecimal(evaluation.minQuality) : null;
  const reached = () =>
    floor === null ||
    compare(
      sum(
        criteria.map((one) =>
          multiply(published(weightOf(tender, one)), published(shares.get(one.id) ?? "0")),
        ),
      ),
      floor,
    ) >= 0;
  for (const [index, criterion] of criteria.entries()) {
    if (reached()) break;
    shares.set(criterion.id, shareOf(criterion, index, "A"));
  }
  return shares;
}

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
