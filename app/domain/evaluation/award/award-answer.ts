import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import type { CaseAnswer } from "#app/domain/evaluation/case/case-kind.ts";
import { score20, scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import type { EvaluationResult } from "#app/domain/evaluation/evaluate.ts";
import { compare, type Fraction } from "#app/domain/money/fraction.ts";

/** The result as the case format writes it. */
export function awardAnswer({ bids }: AwardCase, result: EvaluationResult): CaseAnswer {
  if (result.error !== null) return { error: result.error, scores: {}, ranking: [] };
  const { scores, rational, direction, ranking, ranks, winner, tie, excluded, legalFlag, band } = result;
  const prices = new Map(bids.flatMap(({ id, price }) => (price ? [[id, price] as const] : [])));
  return {
    ...scoresAnswer(scores, rational),
    direction,
    ranking,
    ranks: Object.fromEntries(ranks),
    winner,
    ...(tie ? { tie, tie_break: tieBreakAnswer(tie, prices, result.qualities) } : {}),
    excluded: Object.fromEntries(excluded),
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

/** What the two rules would make of the tie: the bid that comes first, null where the rule does not separate the first. */
function tieBreakAnswer(
  tie: readonly string[],
  prices: ReadonlyMap<string, Fraction>,
  qualities: ReadonlyMap<string, Fraction>,
): CaseAnswer {
  return {
    rules: ["lowest_tender_price", "highest_quality"],
    result_with_lowest_tender_price: alone(tie, prices, -1) ?? alone(tie, qualities, 1),
    result_with_highest_quality_first: alone(tie, qualities, 1) ?? alone(tie, prices, -1),
  };
}

function alone(ids: readonly string[], values: ReadonlyMap<string, Fraction>, sign: 1 | -1): string | null {
  const known = ids.flatMap((id) => {
    const value = values.get(id);
    return value ? [{ id, value }] : [];
  });
  if (known.length < ids.length || known.length === 0) return null;
  const best = known.map(({ value }) => value).reduce((a, b) => (sign * compare(a, b) >= 0 ? a : b));
  const first = known.filter(({ value }) => compare(value, best) === 0);
  return first.length === 1 ? (first[0]?.id ?? null) : null;
}
