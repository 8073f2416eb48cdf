import type { Row } from "#app/domain/evaluation/analysis/values.ts";
import { weightedRows } from "#app/domain/evaluation/analysis/weighted-rows.ts";
import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import type { EvaluationResult } from "#app/domain/evaluation/evaluate.ts";
import {
  divide,
  type Fraction,
  isZero,
  larger,
  smaller,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

/**
 * Price and criteria of the admitted bids on one scale each, for asking what other weights would have given. In a model in
 * SEK there are no price points, so the price is taken from the dearest (0) to the cheapest bid (1): a scale for analysis,
 * never for award.
 */
export function comparableValues(base: AwardCase, result: EvaluationResult): readonly Row[] {
  if (base.model.direction === "higher_is_better") return weightedRows(base, result).rows;
  const admitted = base.bids.filter(({ id }) => result.scores.has(id));
  const prices = admitted.map(({ price }) => price ?? zero);
  if (prices.length === 0) return [];
  const [low, high] = [prices.reduce(smaller), prices.reduce(larger)];
  const width = subtract(high, low);
  const onScale = (price: Fraction) => (isZero(width) ? zero : divide(subtract(high, price), width));
  return admitted.map(({ id, price, points }) => ({
    id,
    values: [
      onScale(price ?? zero),
      ...base.criteria.map((criterion) => divide(points.get(criterion.id) ?? zero, criterion.max)),
    ],
  }));
}
