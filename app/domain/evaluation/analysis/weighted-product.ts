import { readObjectives } from "#app/domain/evaluation/analysis/objectives.ts";
import {
  canonicalTiers,
  column,
  type Row,
  readRows,
  readWeights,
  shares,
  weighted,
} from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import { divide, type Fraction, fraction, one, sum } from "#app/domain/money/fraction.ts";
import { naturalLogarithm } from "#app/domain/statistics/irrational.ts";

/** Weighted product as Σ w·log10 v, values scaled by their column sum: the scale shifts all bids alike. Values above 0. */
function weightedProduct(rows: readonly Row[], weights: readonly Fraction[]) {
  const sums = weights.map((_, j) => sum(column(rows, j)));
  const ten = naturalLogarithm(fraction(10n));
  return rows.map(({ id, values }) => {
    const logs = values.map((value, j) => divide(naturalLogarithm(divide(value, sums[j] ?? one)), ten));
    return { id, value: weighted(shares(weights), logs) };
  });
}

export const weightedProductCase: CaseKind = ({ params, bids }) => {
  params.ignore("normalise", "criteria");
  const weights = readWeights(params);
  const objectives = params.has("objectives") ? readObjectives(params, weights.length) : [];
  // A cost has no place in a product of values: its formula would have to be another.
  objectives.forEach((objective, j) => {
    if (objective === "min") params.fault("unknown_value", `objectives[${j}]`);
  });
  const rows = readRows(bids, weights.length, () => "positive");
  return () => {
    const scored = weightedProduct(rows, weights);
    return {
      ...scoresAnswer(
        scored.map(({ id, value }) => [id, value] as const),
        false,
      ),
      ranking: canonicalTiers(scored),
    };
  };
};
