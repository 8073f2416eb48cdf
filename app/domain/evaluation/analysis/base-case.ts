import { awardAnswer } from "#app/domain/evaluation/award/award-answer.ts";
import { type AwardCase, inOrderOfIds } from "#app/domain/evaluation/award/award-case.ts";
import { isAwardModelName } from "#app/domain/evaluation/award/award-models.ts";
import { readAwardCase } from "#app/domain/evaluation/award/read-award-case.ts";
import type { CaseAnswer, CaseInput } from "#app/domain/evaluation/case/case-kind.ts";
import { type EvaluationResult, evaluate } from "#app/domain/evaluation/evaluate.ts";

/** Reads the award case that an analysis works on; its params stand beside those of the analysis. Null after a fault. */
export function readBaseCase({ params, bids }: CaseInput, field: "base_model" | "model"): AwardCase | null {
  const name = params.text(field);
  if (!isAwardModelName(name)) {
    params.fault("unknown_model", field);
    return null;
  }
  return inOrderOfIds(readAwardCase(name, params, bids));
}

/** The analysis of an evaluated base case; a base case without scores answers for itself. */
export function analysed(
  base: AwardCase | null,
  analyse: (base: AwardCase, result: EvaluationResult) => CaseAnswer,
): () => CaseAnswer {
  return () => {
    if (base === null) throw new TypeError("computed in spite of faults");
    const result = evaluate(base);
    const answer = awardAnswer(base, result);
    return result.error === null ? { ...answer, ...analyse(base, result) } : answer;
  };
}
