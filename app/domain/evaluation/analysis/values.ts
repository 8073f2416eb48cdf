import type { CaseInput } from "#app/domain/evaluation/case/case-kind.ts";
import type { Fields, Sign } from "#app/domain/evaluation/case/fields.ts";
import { byId, type Ranked, tiersOf } from "#app/domain/evaluation/ranking.ts";
import { round } from "#app/domain/money/decimal.ts";
import { divide, type Fraction, isPositive, multiply, sum, zero } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";

/** A bid as a row of values, one per criterion. */
export interface Row {
  readonly id: string;
  readonly values: readonly Fraction[];
}

/** Reads the rows, in order of their ids; each must have `columns` values. */
export function readRows(
  bids: CaseInput["bids"],
  columns: number,
  signAt: (column: number) => Sign = () => "any",
): readonly Row[] {
  const rows = bids.map((bid) => {
    const row = { id: bid.text("id"), values: bid.decimals("values", signAt) };
    if (row.values.length !== columns) bid.fault("wrong_number_of_values", "values");
    return row;
  });
  return rows.sort(inIdOrder);
}

/** Results are written in order of ids, so that the order of a file's bids does not show. */
export const inIdOrder = (a: { readonly id: string }, b: { readonly id: string }): number => byId(a.id, b.id);

/** Reads `weights` of unnamed criteria: not negative and not all zero. */
export function readWeights(params: Fields): readonly Fraction[] {
  const weights = params.decimals("weights", () => "not_negative");
  if (!isPositive(sum(weights))) params.fault("weights_do_not_add_up", "weights");
  return weights;
}

export const weighted = (weights: readonly Fraction[], values: readonly Fraction[]): Fraction =>
  sum(weights.map((weight, j) => multiply(weight, values[j] ?? zero)));

export const shares = (weights: readonly Fraction[]): readonly Fraction[] => {
  const total = sum(weights);
  return weights.map((weight) => divide(weight, total));
};

export const column = (rows: readonly Row[], j: number): readonly Fraction[] =>
  rows.map(({ values }) => values[j] ?? zero);

/** Tiers of irrational scores, highest first, after canonical rounding. */
export const canonicalTiers = (ranked: readonly Ranked[]) =>
  tiersOf(
    ranked.map(({ id, value }) => ({ id, value: round(value, 10, halfEven) })),
    "higher_is_better",
  );

/** Keeps analyses whose work grows with the square of the bids, or worse, within a moment. */
export function limitBids(params: Fields, bids: readonly unknown[], most: number): void {
  if (bids.length > most) params.faults.push({ code: "too_many_bids", place: { field: "bids" } });
}
