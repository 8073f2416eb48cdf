import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import type { ExampleEvaluation } from "#app/domain/evaluation/tender/example-evaluation.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

export interface EvaluationDescriptionInput extends PrintedTender {
  readonly wording: Wording<"evaluation-description">;
  /** Null while the tender lacks what an example needs. */
  readonly example: ExampleEvaluation | null;
}

/** The shoulds, which are the award criteria. */
export const criteriaOf = ({ requirements }: TenderContent): readonly TenderRequirement[] =>
  requirements.filter(({ level }) => level === "should");
