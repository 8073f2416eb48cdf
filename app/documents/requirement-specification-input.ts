import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";

export interface RequirementSpecificationInput extends PrintedTender {
  readonly wording: Wording<"requirement-specification">;
  /** A measure as a readable clause in the language of the document. */
  readonly measureSentence: (measure: Measure) => string;
}
