import type { AwardCase, Bid, Direction, ModelError } from "#app/domain/evaluation/award/award-case.ts";
import { gateReasons } from "#app/domain/evaluation/award/gates.ts";
import { qualityOf } from "#app/domain/evaluation/award/quality.ts";
import { canonicalExplanation } from "#app/domain/evaluation/explain.ts";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import { lotteryTicket } from "#app/domain/evaluation/lottery.ts";
import { byId, ranksOf, soleWinner, type Tiers, tiersOf } from "#app/domain/evaluation/ranking.ts";
import { type ChainDecision, decideByChain, type TieRule } from "#app/domain/evaluation/tie-break.ts";
import { round } from "#app/domain/money/decimal.ts";
import { compare, type Fraction } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import type { TieBreakRule } from "#app/domain/tender/tender.ts";

export interface EvaluationResult {
  readonly direction: Direction;
  /** False when the model holds roots or logarithms: scores then carry 60 decimals and rank by 10. */
  readonly rational: boolean;
  /** By admitted bid. */
  readonly scores: ReadonlyMap<string, Fraction>;
  readonly qualities: ReadonlyMap<string, Fraction>;
  /** Tiers of equal score. */
  readonly ranking: Tiers;
  readonly ranks: ReadonlyMap<string, number>;
  /** The bid alone in the first tier, before any tie-break. */
  readonly winner: string | null;
  /** The ids of the first tier when they are two or more. */
  readonly tie: readonly string[] | null;
  /** Every bid that is not ranked, with all its reasons. */
  readonly excluded: ReadonlyMap<string, readonly string[]>;
  /** Tiers after the published tie-break chain, and which rule decided each adjacent pair. */
  readonly order: Tiers;
  readonly decidedBy: readonly ChainDecision<"score" | TieBreakRule>[];
  readonly legalFlag: string | null;
  readonly error: ModelError | null;
  readonly band: { readonly lower: Fraction; readonly within: readonly string[] } | null;
  /** Opens the score of an admitted bid. */
  readonly explain: (bid: string) => Explanation | null;
}

/**
 * Evaluates a checked case: gates, scores of the admitted bids, exact ranking, tie-break chain.
 * Pure: the same case always gives the same result, whatever the order of its bids.
 */
export function evaluate({ model, criteria, gates, tieBreak, bids }: AwardCase): EvaluationResult {
  const quality = qualityOf(criteria);
  const qualityIn = model.quality ?? quality.total;
  const reasonsOf = gateReasons(gates, criteria, quality);
  const excluded = new Map<string, readonly string[]>();
  const admitted: Bid[] = [];
  for (const bid of bids) {
    const reasons = reasonsOf(bid);
    if (reasons.length > 0) excluded.set(bid.id, reasons);
    else admitted.push(bid);
  }
  const common = { direction: model.direction, rational: model.rational, legalFlag: model.legalFlag ?? null };
  const scored = admitted.length === 0 ? null : model.score(admitted, quality);
  if (scored === null || "error" in scored) {
    return { ...common, ...nothingRanked, excluded, error: scored === null ? null : scored.error };
  }
  const scores = new Map(admitted.map((bid) => [bid.id, scored.score(bid)]));
  const { band } = scored;
  for (const { id } of admitted) if (band && !band.within.includes(id)) excluded.set(id, ["outside_band"]);
  const ranked = admitted.filter(({ id }) => !excluded.has(id));
  const key = (bid: Bid) =>
    canonical(band ? band.key(bid) : (scores.get(bid.id) ?? scored.score(bid)), model.rational);
  const direction = band?.direction ?? model.direction;
  const ranking = tiersOf(
    ranked.map((bid) => ({ id: bid.id, value: key(bid) })),
    direction,
  );
  const [first = []] = ranking;
  const chain = [scoreRule(ranking), ...tieRules(tieBreak, ranked, qualityIn)];
  return {
    ...common,
    scores,
    qualities: new Map(admitted.map((bid) => [bid.id, qualityIn(bid)])),
    ranking,
    ranks: ranksOf(ranking),
    winner: soleWinner(ranking),
    tie: first.length > 1 ? first : null,
    excluded,
    ...decideByChain(ranking.flat(), chain),
    error: null,
    band: band ?? null,
    explain: explainer(
      admitted,
      model.rational ? scored.explain : (bid) => canonicalExplanation(scored.explain(bid)),
    ),
  };
}

const nothingRanked = {
  scores: new Map(),
  qualities: new Map(),
  ranking: [],
  ranks: new Map(),
  winner: null,
  tie: null,
  order: [],
  decidedBy: [],
  band: null,
  explain: () => null,
};

/** Scores with roots or logarithms are rounded to 10 decimals, half even, before anything is compared. */
export const canonical = (score: Fraction, rational: boolean): Fraction =>
  rational ? score : round(score, 10, halfEven);

function explainer(bids: readonly Bid[], explainBid: (bid: Bid) => Explanation) {
  const byBid = new Map(bids.map((bid) => [bid.id, bid]));
  return (id: string): Explanation | null => {
    const bid = byBid.get(id);
    return bid ? explainBid(bid) : null;
  };
}

function scoreRule(ranking: Tiers): TieRule<"score"> {
  const ranks = ranksOf(ranking);
  return { name: "score", compare: (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) };
}

function tieRules(
  { rules, seed }: AwardCase["tieBreak"],
  bids: readonly Bid[],
  qualityIn: (bid: Bid) => Fraction,
): TieRule<TieBreakRule>[] {
  const byBid = new Map(bids.map((bid) => [bid.id, bid]));
  const comparing = (of: (bid: Bid) => Fraction | null, sign: 1 | -1) => (a: string, b: string) => {
    const [left, right] = [byBid.get(a), byBid.get(b)].map((bid) => (bid ? of(bid) : null));
    return left && right ? sign * compare(left, right) : 0;
  };
  const comparisons: Record<TieBreakRule, (a: string, b: string) => number> = {
    lower_tender_price: comparing(({ price }) => price, 1),
    higher_quality: comparing(qualityIn, -1),
    // Without a published seed the draw has not been held: the bids stay tied.
    lottery: (a, b) => (seed === null ? 0 : byId(lotteryTicket(seed, a), lotteryTicket(seed, b))),
  };
  return rules.map((name) => ({ name, compare: comparisons[name] }));
}
