import { type Objective, readObjectives } from "#app/domain/evaluation/analysis/objectives.ts";
import {
  column,
  limitBids,
  type Row,
  readRows,
  readWeights,
  shares,
  weighted,
} from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import { tiersOf } from "#app/domain/evaluation/ranking.ts";
import { divide, type Fraction, isZero, one, sum } from "#app/domain/money/fraction.ts";

/** Weighted sum of values scaled by their column sum, a cost column inverted first. Analysis only: relative. */
function weightedSumScaled(
  rows: readonly Row[],
  objectives: readonly Objective[],
  weights: readonly Fraction[],
): readonly { readonly id: string; readonly value: Fraction }[] {
  const benefit = rows.map(({ id, values }) => ({
    id,
    values: values.map((value, j) => (objectives[j] === "min" ? divide(one, value) : value)),
  }));
  const sums = weights.map((_, j) => sum(column(benefit, j)));
  return benefit.map(({ id, values }) => {
    const scaled = values.map((value, j) => divide(value, sums[j] ?? one));
    return { id, value: weighted(shares(weights), scaled) };
  });
}

export const weightedSumScaledCase: CaseKind = ({ params, bids }) => {
  params.ignore("normalise", "criteria");
  // The sum of n inverses has the product of n values for denominator.
  limitBids(params, bids, 100);
  const weights = readWeights(params);
  const objectives = readObjectives(params, weights.length);
  const rows = readRows(bids, weights.length, (j) => (objectives[j] === "min" ? "positive" : "any"));
  objectives.forEach((objective, j) => {
    if (objective === "max" && rows.length > 0 && isZero(sum(column(rows, j)))) {
      params.faults.push({ code: "column_sum_is_zero", place: { field: `bids[0].values[${j}]` } });
    }
  });
  return () => {
    const scored = weightedSumScaled(rows, objectives, weights);
    return {
      ...scoresAnswer(
        scored.map(({ id, value }) => [id, value] as const),
        true,
      ),
      ranking: tiersOf(scored, "higher_is_better"),
    };
  };
};
