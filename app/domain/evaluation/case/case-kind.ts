import type { Fields } from "#app/domain/evaluation/case/fields.ts";

/** The fields of a case's `expected`, as JSON. */
export type CaseAnswer = Readonly<Record<string, unknown>>;

export interface CaseInput {
  readonly params: Fields;
  readonly bids: readonly Fields[];
}

/** Reads its part of a case and returns the computation, which is only run when the whole case has no faults. */
export type CaseKind = (input: CaseInput) => () => CaseAnswer;
