import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import type { TenderEvaluation } from "#app/domain/evaluation/tender-evaluation.ts";

export interface OpenedFigure {
  readonly response: string;
  /** Null for the response's whole score. */
  readonly requirement: string | null;
  readonly explanation: Explanation;
}

/** The explanation of `<response>` or `<response>.<requirement>`; null when there is no such number. */
export function readOpenedFigure(evaluation: TenderEvaluation, reference: string): OpenedFigure | null {
  const [id, requirement = null] = reference.split(".", 2);
  const response = evaluation.responses.find((candidate) => candidate.response === id);
  if (response === undefined) return null;
  const explanation =
    requirement === null
      ? response.explanation
      : (response.cells.find((cell) => cell.requirement === requirement)?.explanation ?? null);
  return explanation === null ? null : { response: response.response, requirement, explanation };
}
