import { canonicalTiers, inIdOrder, limitBids } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { score20, scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import {
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  one,
  subtract,
  sum,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";

const scale = 10n ** 80n;

/** Principal eigenvector (sum 1) and eigenvalue of a positive matrix, by squaring the matrix until it stands still. */
function principalEigenvector(matrix: readonly (readonly Fraction[])[]) {
  let power = normalised(matrix.map((row) => row.map(({ n, d }) => (n * scale) / d)));
  for (let i = 0; i < 64; i += 1) {
    const squared = normalised(product(power, power));
    const settled = squared.every((row, r) => row.every((value, c) => near(value, power[r]?.[c] ?? 0n)));
    power = squared;
    if (settled) break;
  }
  const sums = power.map((row) => row.reduce((total, value) => total + value, 0n));
  const total = sums.reduce((a, b) => a + b, 0n);
  const vector = sums.map((value) => fraction((value * scale) / total, scale));
  const image = matrix.map((row) => sum(row.map((value, c) => multiply(value, vector[c] ?? zero))));
  return { vector, value: divide(sum(image), sum(vector)) };
}

const near = (a: bigint, b: bigint): boolean => a - b < 1000n && b - a < 1000n;

function product(a: readonly (readonly bigint[])[], b: readonly (readonly bigint[])[]): bigint[][] {
  return a.map((row) =>
    row.map((_, c) => row.reduce((total, value, k) => total + value * (b[k]?.[c] ?? 0n), 0n) / scale),
  );
}

function normalised(matrix: readonly (readonly bigint[])[]): bigint[][] {
  const total = matrix.flat().reduce((a, b) => a + b, 0n);
  return matrix.map((row) => row.map((value) => (value * scale) / total));
}

/** Weights from pairwise comparisons with their consistency. A preparation aid: what is published are the weights. */
function ahpWeights(matrix: readonly (readonly Fraction[])[], randomIndex: Fraction) {
  const n = wholeNumber(matrix.length);
  const { vector, value } = principalEigenvector(matrix);
  const consistencyIndex = matrix.length < 2 ? zero : divide(subtract(value, n), subtract(n, one));
  // Two judgements cannot contradict each other: their random index is 0 and so is the ratio.
  const consistencyRatio = isZero(randomIndex) ? zero : divide(consistencyIndex, randomIndex);
  return { weights: vector, lambdaMax: value, consistencyIndex, consistencyRatio };
}

export const ahpCase: CaseKind = ({ params, bids }) => {
  limitBids(params, bids, 50);
  const ids = bids.map((bid) => bid.text("id"));
  const matrix = params.list("matrix", (row, path) => {
    const values = params.exacts(row, path, "positive");
    if (values.length !== ids.length)
      params.faults.push({ code: "wrong_number_of_values", place: { field: path } });
    return values;
  });
  if (matrix.length !== ids.length || matrix.length === 0) params.fault("wrong_number_of_values", "matrix");
  const randomIndex = params.decimal("random_index", "not_negative");
  return () => {
    const { weights, lambdaMax, consistencyIndex, consistencyRatio } = ahpWeights(matrix, randomIndex);
    const scored = ids.map((id, i) => ({ id, value: weights[i] ?? zero })).sort(inIdOrder);
    return {
      ...scoresAnswer(
        scored.map(({ id, value }) => [id, value] as const),
        false,
      ),
      lambda_max: score20(lambdaMax),
      CI: score20(consistencyIndex),
      CR: score20(consistencyRatio),
      ranking: canonicalTiers(scored),
    };
  };
};
