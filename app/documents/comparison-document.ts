import type { Vocabulary } from "#app/documents/printed-tender.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import type { TenderEvaluation } from "#app/domain/evaluation/tender-evaluation.ts";
import type { Language } from "#app/domain/language.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** Everything that the comparison workbook shows, gathered. */
export interface ComparisonDocument {
  readonly language: Language;
  readonly content: TenderContent;
  readonly vocabulary: Vocabulary;
  /** Instant that the document states as its time. */
  readonly madeAt: string;
  readonly evaluation: TenderEvaluation;
  /** Name of the bidder by response id. */
  readonly vendors: Readonly<Record<string, string>>;
  /** Unit price in SEK by response id and price item id, decimal strings. */
  readonly unitPrices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ComparisonWorkbookInput {
  readonly document: ComparisonDocument;
  readonly wording: Wording<"comparison-workbook">;
}

/** Row of the column heads on every sheet; above it title, subject and an explanation. */
export const comparisonHeadRow = 6;
