import { leaveOneOut } from "#app/domain/evaluation/analysis/leave-one-out.ts";
import { worthStability } from "#app/domain/evaluation/analysis/worth-stability.ts";
import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import { qualityOf } from "#app/domain/evaluation/award/quality.ts";
import { type EvaluationResult, evaluate } from "#app/domain/evaluation/evaluate.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import type { Decision, Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { absolute, subtract, zero } from "#app/domain/money/fraction.ts";
import { isAdditive } from "#app/domain/tender/model-units.ts";
import type { EvaluationModel } from "#app/domain/tender/tender.ts";

export interface ExaminedBid {
  readonly id: string;
  /** Tender price. */
  readonly price: Figure;
  /** Points or SEK of the shoulds. */
  readonly quality: Figure;
  /** Null when rejected. */
  readonly score: Figure | null;
  readonly rank: number | null;
  readonly reasons: readonly string[];
  /** To the best score; null when rejected. */
  readonly distance: Figure | null;
}

export interface ShownInterval {
  readonly criterion: string | null;
  readonly worth: Figure;
  readonly low: Figure;
  readonly lowRival: string | null;
  readonly high: Figure | null;
  readonly highRival: string | null;
}

export interface Examination {
  /** Best first, rejected last. */
  readonly bids: readonly ExaminedBid[];
  readonly decidedBy: readonly Decision[];
  /** Null when nobody or more than one is first. */
  readonly winner: string | null;
  /** Losing bids without which somebody else would be first. Empty in an absolute model. */
  readonly dependsOn: readonly string[];
  readonly stability: readonly ShownInterval[];
}

/** What the tender's model makes of fictitious bids. */
export function examineBids(model: EvaluationModel, base: AwardCase): Examination {
  const result = evaluate(base);
  return {
    bids: rankedBids(base, result),
    decidedBy: result.decidedBy,
    winner: result.winner,
    dependsOn: leaveOneOut(base).decisive,
    stability: shownIntervals(model, base, result),
  };
}

/** Only in a result that is a sum can one worth be varied alone; empty for every other model. */
export const shownIntervals = (
  model: EvaluationModel,
  base: AwardCase,
  result: EvaluationResult,
): readonly ShownInterval[] =>
  (isAdditive(model) ? worthStability(base, result) : []).map(({ worth, low, high, ...interval }) => ({
    ...interval,
    worth: figure(worth),
    low: figure(low),
    high: high && figure(high),
  }));

function rankedBids({ bids, criteria, model }: AwardCase, result: EvaluationResult): readonly ExaminedBid[] {
  const qualityIn = model.quality ?? qualityOf(criteria).total;
  const place = new Map(result.order.flat().map((id, index) => [id, index]));
  const best = result.scores.get(result.ranking[0]?.[0] ?? "");
  return bids
    .map((bid) => {
      const { id, price } = bid;
      const score = result.scores.get(id);
      return {
        id,
        price: figure(price ?? zero),
        quality: figure(qualityIn(bid)),
        score: score ? figure(score) : null,
        rank: result.ranks.get(id) ?? null,
        reasons: result.excluded.get(id) ?? [],
        distance: score && best ? figure(absolute(subtract(score, best))) : null,
      };
    })
    .sort((a, b) => (place.get(a.id) ?? place.size) - (place.get(b.id) ?? place.size));
}
