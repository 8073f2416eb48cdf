import { Document, HeadingLevel, PageBreak, Paragraph, type Table, TableOfContents } from "docx";
import { estimatePageNumbers } from "docx/layout";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import { printedInstant } from "#app/documents/printed-values.ts";
import type { FrameWording } from "#app/documents/template-sentences.ts";
import { fill } from "#app/documents/templates.ts";
import { wordBytes } from "#app/documents/word-file.ts";
import { pageFooter, pageHeader, paragraph, runs } from "#app/documents/word-parts.ts";
import { page, style, styles } from "#app/documents/word-style.ts";

/**
 * Laying out the pages takes a hundredth of a second per requirement. Beyond this many the page numbers of the
 * contents are left for the reader's program, which is asked to fill them in on opening.
 */
const laidOutRequirements = 40;

interface FramedTender extends Omit<PrintedTender, "vocabulary"> {
  readonly wording: FrameWording;
}

/**
 * A document of a tender as a Word file: cover with case number, version, date and SHA-256, contents, then the
 * chapters. The same input gives the same bytes.
 */
export async function tenderDocument(
  input: FramedTender,
  chapters: readonly (Paragraph | Table)[],
): Promise<Buffer> {
  const { content, wording, language, version } = input;
  const title = content.title[language];
  // Where a template's own page and fonts hold, ours say nothing of the page that a heading stands on.
  const laidOut = content.requirements.length <= laidOutRequirements && input.letterhead === undefined;
  const document = new Document({
    styles: styles(language),
    ...(laidOut ? { pageNumbers: estimatePageNumbers } : { features: { updateFields: true } }),
    sections: [
      {
        properties: { page, titlePage: true },
        headers: {
          default: pageHeader(fill(wording.header, { title, version })),
          first: pageHeader(""),
        },
        footers: { default: pageFooter(wording.footer), first: pageFooter(wording.footer) },
        children: [
          ...cover(input),
          new Paragraph({ children: [new PageBreak()] }),
          paragraph(wording.contents, style.lead),
          new TableOfContents(wording.contents, { hyperlink: true, headingStyleRange: "1-2" }),
          ...chapters,
        ],
      },
    ],
  });
  return wordBytes(document, {
    title: `${wording.document_name}: ${title}`,
    author: content.buyer.name,
    language,
    instant: input.publishedAt ?? "2000-01-01T00:00:00Z",
    letterhead: input.letterhead,
  });
}

function cover({ content, wording, language, version, sha256, publishedAt }: FramedTender): Paragraph[] {
  const published =
    publishedAt === null
      ? wording.draft
      : fill(wording.published, { date: printedInstant(publishedAt, content.timezone, language) });
  return [
    new Paragraph({
      style: style.lead,
      spacing: { before: 2800, after: 80 },
      children: runs(content.buyer.name),
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(content.title[language]) }),
    new Paragraph({ style: style.lead, spacing: { after: 1200 }, children: runs(wording.document_name) }),
    paragraph(fill(wording.case_number, { case_number: content.caseNumber })),
    paragraph(fill(wording.version, { version })),
    paragraph(published),
    paragraph(
      sha256 === null ? wording.fingerprint_missing : fill(wording.fingerprint, { sha256 }),
      style.small,
    ),
  ];
}
