import type { Paragraph, Table } from "docx";
import { awardChapters } from "#app/documents/invitation-award.ts";
import { bidChapters } from "#app/documents/invitation-bid.ts";
import type { InvitationChapter, InvitationInput } from "#app/documents/invitation-input.ts";
import { subjectChapters } from "#app/documents/invitation-subject.ts";
import { invitationSummary } from "#app/documents/invitation-summary.ts";
import { TableNumbers } from "#app/documents/table-numbers.ts";
import { tenderDocument } from "#app/documents/tender-document.ts";
import { heading, provision } from "#app/documents/word-parts.ts";

/**
 * The invitation with the administrative provisions as a Word file: in short, then chapters of numbered paragraphs from
 * what is bought to which documents belong to the tender. The same input gives the same bytes.
 */
export function invitation(input: InvitationInput): Promise<Buffer> {
  const tables = new TableNumbers(input.wording.table);
  const chapters = [...subjectChapters(input), ...bidChapters(input), ...awardChapters(input)];
  return tenderDocument(input, [
    ...invitationSummary(input),
    ...chapters.flatMap((chapter, index) => printed(chapter, index + 2, tables)),
  ]);
}

/** A chapter with its number and those of its paragraphs. */
function printed(
  { title, provisions, rest }: InvitationChapter,
  number: number,
  tables: TableNumbers,
): (Paragraph | Table)[] {
  return [
    heading(1, String(number), title),
    ...provisions.map((text, index) => provision(`${number}.${index + 1}`, text)),
    ...(rest?.(tables) ?? []),
  ];
}
