import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Letterhead } from "#app/domain/document-template/letterhead.ts";
import type { Language } from "#app/domain/language.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** The words of the catalogue that a document prints; a whole `Catalogue` fits. */
export type Vocabulary = Pick<Catalogue, "areas" | "metrics" | "units">;

/** What every document of a tender is written from: one snapshot, so that the same input gives the same bytes. */
export interface PrintedTender {
  /** Id of the tender. */
  readonly tender: string;
  readonly content: TenderContent;
  /** Version as readers see it: `1`, or `2` after an addendum. */
  readonly version: string;
  /** Hex SHA-256 of the frozen content; null for a draft. */
  readonly sha256: string | null;
  /** Instant; null for a draft. */
  readonly publishedAt: string | null;
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** The buyer's own Word template; without one documents have our look. */
  readonly letterhead?: Letterhead | undefined;
}
