import { type Objective, readObjectives } from "#app/domain/evaluation/analysis/objectives.ts";
import {
  canonicalTiers,
  column,
  type Row,
  readRows,
  readWeights,
} from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import {
  add,
  divide,
  type Fraction,
  isZero,
  larger,
  multiply,
  one,
  smaller,
  subtract,
  sum,
  zero,
} from "#app/domain/money/fraction.ts";
import { squareRoot } from "#app/domain/statistics/irrational.ts";

const square = (x: Fraction): Fraction => multiply(x, x);

/**
 * Closeness d⁻/(d⁺ + d⁻) to the ideal bid, columns scaled by their norm. Squared distances are rational, so only two
 * roots are drawn per bid. Analysis only: relative. Bids that do not differ at all are all at the ideal.
 */
function topsis(rows: readonly Row[], objectives: readonly Objective[], weights: readonly Fraction[]) {
  const columns = weights.map((weight, j) => {
    const values = column(rows, j);
    const norm = sum(values.map(square));
    const [low, high] = [values.reduce(smaller), values.reduce(larger)];
    const [best, worst] = objectives[j] === "min" ? [low, high] : [high, low];
    // (w·x/norm − w·y/norm)² = w²·(x − y)²/norm²
    return { best, worst, factor: isZero(norm) ? zero : divide(square(weight), norm) };
  });
  return rows.map(({ id, values }) => {
    const distance = (to: "best" | "worst") =>
      squareRoot(sum(columns.map((c, j) => multiply(c.factor, square(subtract(values[j] ?? zero, c[to]))))));
    const [fromBest, fromWorst] = [distance("best"), distance("worst")];
    const span = add(fromBest, fromWorst);
    return { id, value: isZero(span) ? one : divide(fromWorst, span) };
  });
}

export const topsisCase: CaseKind = ({ params, bids }) => {
  params.ignore("normalise", "criteria");
  const weights = readWeights(params);
  const objectives = readObjectives(params, weights.length);
  const rows = readRows(bids, weights.length);
  return () => {
    const scored = rows.length === 0 ? [] : topsis(rows, objectives, weights);
    return {
      ...scoresAnswer(
        scored.map(({ id, value }) => [id, value] as const),
        false,
      ),
      ranking: canonicalTiers(scored),
    };
  };
};
