import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import type { CaseAnswer } from "#app/domain/evaluation/case/case-kind.ts";
import { score20, scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import type { EvaluationResult } from "#app/domain/evaluation/evaluate.ts";
import { equal, type Fraction, larger, smaller } from "#app/domain/money/fraction.ts";

/** The result as the case format writes it. */
export function awardAnswer({ bids }: AwardCase, result: EvaluationResult): CaseAnswer {
  const { scores, rational, direction, ranking, ranks, winner, tie, legalFlag, band } = result;
  const excluded = Object.fromEntries(result.excluded);
  if (result.error !== null) {
    const reasons = result.excluded.size > 0 ? { excluded } : {};
    return { error: result.error, scores: {}, ranking: [], ...reasons };
  }
  const prices = new Map(bids.flatMap(({ id, price }) => (price ? [[id, price] as const] : [])));
  return {
    ...scoresAnswer(scores, rational),
    direction,
    ranking,
    ranks: Object.fromEntries(ranks),
    winner,
    ...(tie ? { tie, tie_break: tieBreakAnswer(tie, prices, result.qualities) } : {}),
    excluded,
    ...(legalFlag ? { legal_flag: legalFlag } : {}),
    ...(band ? { band_lower: score20(band.lower), within_band: band.within } : {}),
    ...(result.decidedBy.length > 0
      ? {
          decided_by: Object.fromEntries(
            result.decidedBy.map(({ better, worse, rule }) => [`${better}>${worse}`, rule]),
          ),
        }
      : {}),
    order: result.order,
  };
}

/** What the two rules would make of the tie: the bid that comes first, null where neither separates the first. */
function tieBreakAnswer(
  tie: readonly string[],
  prices: ReadonlyMap<string, Fraction>,
  qualities: ReadonlyMap<string, Fraction>,
): CaseAnswer {
  const lowestPrice = (ids: readonly string[]) => leading(ids, prices, smaller);
  const highestQuality = (ids: readonly string[]) => leading(ids, qualities, larger);
  const alone = (ids: readonly string[]) => (ids.length === 1 ? (ids[0] ?? null) : null);
  return {
    rules: ["lowest_tender_price", "highest_quality"],
    result_with_lowest_tender_price: alone(highestQuality(lowestPrice(tie))),
    result_with_highest_quality_first: alone(lowestPrice(highestQuality(tie))),
  };
}

/** Those of the bids that share the best value; all of them where one has none, since the rule then says nothing. */
function leading(
  ids: readonly string[],
  values: ReadonlyMap<string, Fraction>,
  better: (a: Fraction, b: Fraction) => Fraction,
): readonly string[] {
  const known = ids.flatMap((id) => values.get(id) ?? []);
  if (known.length < ids.length) return ids;
  const best = known.reduce(better);
  return ids.filter((_, i) => known[i] && equal(known[i], best));
}
