import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

export interface ServiceLevelsInput extends PrintedTender {
  readonly vocabulary: PrintedTender["vocabulary"] & Pick<Catalogue, "windows" | "exclusions">;
  readonly wording: Wording<"service-levels">;
  /** A measure as a readable clause in the language of the document. */
  readonly measureSentence: (measure: Measure) => string;
}

export type MeasuredRequirement = TenderRequirement & { readonly measure: Measure };
