import { awardAnswer } from "#app/domain/evaluation/award/award-answer.ts";
import { type AwardModelName, isAwardModelName } from "#app/domain/evaluation/award/award-models.ts";
import { readAwardCase } from "#app/domain/evaluation/award/read-award-case.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";

/** The fields of a case's `expected`, as JSON. */
export type CaseAnswer = Readonly<Record<string, unknown>>;

export interface CaseInput {
  readonly params: Fields;
  readonly bids: readonly Fields[];
}

/** Reads its part of a case and returns the computation, which is only run when the whole case has no faults. */
export type CaseKind = (input: CaseInput) => () => CaseAnswer;

const award =
  (name: AwardModelName): CaseKind =>
  ({ params, bids }) => {
    const awardCase = readAwardCase(name, params, bids);
    return () => awardAnswer(awardCase, evaluate(awardCase));
  };

const analyses: Readonly<Record<string, CaseKind>> = {};

/** The kind of a case by its `model`, or undefined. */
export function caseKindOf(model: string): CaseKind | undefined {
  if (isAwardModelName(model)) return award(model);
  return Object.hasOwn(analyses, model) ? analyses[model] : undefined;
}
