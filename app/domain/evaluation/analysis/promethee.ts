import { column, type Row, readRows, readWeights, weighted } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import { tiersOf } from "#app/domain/evaluation/ranking.ts";
import { compare, type Fraction, fraction, toExact } from "#app/domain/money/fraction.ts";

/** PROMETHEE II with the usual preference: net flow Σ w·(wins − losses)/(n − 1). Analysis only: relative. */
function promethee(rows: readonly Row[], weights: readonly Fraction[]) {
  const balances = weights.map((_, j) => winsLessLosses(column(rows, j)));
  const rivals = BigInt(Math.max(1, rows.length - 1));
  return rows.map(({ id, values }) => {
    const flows = values.map((value, j) => fraction(balances[j]?.get(toExact(value)) ?? 0n, rivals));
    return { id, value: weighted(weights, flows) };
  });
}

/** By value: how many of the column are below it less how many above it, by one sort. */
function winsLessLosses(values: readonly Fraction[]): ReadonlyMap<string, bigint> {
  const sorted = [...values].sort(compare);
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  sorted.forEach((value, i) => {
    const key = toExact(value);
    if (!first.has(key)) first.set(key, i);
    last.set(key, i);
  });
  return new Map(
    [...first].map(([key, below]) => [key, BigInt(below - (sorted.length - 1 - (last.get(key) ?? 0)))]),
  );
}

export const prometheeCase: CaseKind = ({ params, bids }) => {
  params.oneOf("preference", ["usual"], "usual");
  const weights = readWeights(params);
  const rows = readRows(bids, weights.length);
  return () => {
    const scored = promethee(rows, weights);
    return {
      ...scoresAnswer(
        scored.map(({ id, value }) => [id, value] as const),
        true,
      ),
      ranking: tiersOf(scored, "higher_is_better"),
    };
  };
};
