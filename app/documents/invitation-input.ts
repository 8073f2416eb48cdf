import type { Paragraph, Table } from "docx";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { TableNumbers } from "#app/documents/table-numbers.ts";
import type { Wording } from "#app/documents/template-sentences.ts";

export interface InvitationInput extends PrintedTender {
  readonly wording: Wording<"invitation">;
  /** Public address of the tender's page. */
  readonly address: string;
}

/** A chapter without its number: those that have nothing to say are left out before the rest are numbered. */
export interface InvitationChapter {
  readonly title: string;
  /** Paragraphs that are numbered within the chapter. */
  readonly provisions: readonly string[];
  /** What follows the numbered paragraphs. */
  readonly rest?: (tables: TableNumbers) => readonly (Paragraph | Table)[];
}
