import type { Row } from "#app/domain/evaluation/analysis/values.ts";
import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import type { EvaluationResult } from "#app/domain/evaluation/evaluate.ts";
import { divide, type Fraction, isZero, one, subtract, sum, zero } from "#app/domain/money/fraction.ts";

/** A points model as plain weights: the price and each criterion with a value per bid. */
export interface WeightedRows {
  /** Criterion of each column; null is the price, the first. */
  readonly names: readonly (string | null)[];
  /** Adding up to 1. */
  readonly weights: readonly Fraction[];
  /** What the weights add up to in points. */
  readonly total: Fraction;
  /** Admitted bids; 1 is full points. A price below the lower bound gives more than 1. */
  readonly rows: readonly Row[];
}

/** Score = total · Σ weight · value, exactly, for a model whose score is price points plus Σ w·q/x. */
export function weightedRows({ model, criteria, bids }: AwardCase, result: EvaluationResult): WeightedRows {
  const [priceWeight = zero] = model.weights;
  const points = [priceWeight, ...criteria.map(({ weight }) => weight)];
  const total = isZero(sum(points)) ? one : sum(points);
  return {
    names: [null, ...criteria.map(({ id }) => id)],
    weights: points.map((weight) => divide(weight, total)),
    total,
    rows: bids.flatMap(({ id, points: given }) => {
      const score = result.scores.get(id);
      const quality = result.qualities.get(id);
      if (!score || !quality) return [];
      const price = isZero(priceWeight) ? zero : divide(subtract(score, quality), priceWeight);
      return [{ id, values: [price, ...criteria.map((c) => divide(given.get(c.id) ?? zero, c.max))] }];
    }),
  };
}
