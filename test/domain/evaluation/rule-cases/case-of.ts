import type { EvaluationCase } from "../published-cases.ts";

export const caseOf = (
  id: string,
  model: string,
  params: object,
  bids: readonly object[],
  expected: EvaluationCase["expected"],
): EvaluationCase => ({ id, model, params, bids, expected });

/** The only fault of a case. */
export const fault = (code: string, field: string) => ({ faults: [{ code, place: { field } }] });

export const rated = (id: string, price: string, L: string) => ({ id, price, L });
export const offered = (id: string, price: string, points: object) => ({ id, price, points });
export const rows = (values: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(values).map(([id, row]) => ({ id, values: row }));
