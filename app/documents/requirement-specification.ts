import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";

export interface RequirementSpecificationInput extends PrintedTender {
  readonly wording: Wording<"requirement-specification">;
  /** A measure as a readable clause in the language of the document. */
  readonly measureSentence: (measure: Measure) => string;
}

/** The requirement specification as a Word file. The same input gives the same bytes. */
export async function requirementSpecification(_input: RequirementSpecificationInput): Promise<Buffer> {
  throw new Error("signature only: the writer follows in the next commit");
}
