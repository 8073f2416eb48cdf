import { Document, HeadingLevel, PageBreak, Paragraph, TableOfContents } from "docx";
import { estimatePageNumbers } from "docx/layout";
import { printedInstant } from "#app/documents/printed-values.ts";
import {
  aboutTender,
  howToRead,
  overview,
  volumes,
} from "#app/documents/requirement-specification-chapters.ts";
import type { RequirementSpecificationInput } from "#app/documents/requirement-specification-input.ts";
import { measureDefinitions } from "#app/documents/requirement-specification-measures.ts";
import { requirementBlock } from "#app/documents/requirement-specification-requirement.ts";
import { fill } from "#app/documents/templates.ts";
import { wordBytes } from "#app/documents/word-file.ts";
import { heading, pageFooter, pageHeader, paragraph, runs } from "#app/documents/word-parts.ts";
import { page, style, styles } from "#app/documents/word-style.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/**
 * Laying out the pages takes a hundredth of a second per requirement. Beyond this many the page numbers of the
 * contents are left for the reader's program, which is asked to fill them in on opening.
 */
const laidOutRequirements = 80;

/**
 * The requirement specification as a Word file: cover, contents, what is bought, requirements by area, measure
 * definitions and an overview. The same input gives the same bytes.
 */
export async function requirementSpecification(input: RequirementSpecificationInput): Promise<Buffer> {
  const { content, wording, language, version } = input;
  const title = content.title[language];
  const document = new Document({
    styles: styles(language),
    ...(content.requirements.length <= laidOutRequirements
      ? { pageNumbers: estimatePageNumbers }
      : { features: { updateFields: true } }),
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
          ...aboutTender(input),
          ...howToRead(input),
          ...volumes(input),
          ...requirementsChapter(input),
          ...measureDefinitions(input),
          ...overview(input),
        ],
      },
    ],
  });
  return wordBytes(document, {
    title: `${wording.document_name}: ${title}`,
    author: content.buyer.name,
    language,
    instant: input.publishedAt ?? "2000-01-01T00:00:00Z",
  });
}

function cover({
  content,
  wording,
  language,
  version,
  sha256,
  publishedAt,
}: RequirementSpecificationInput): Paragraph[] {
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

/** Chapter 4: every requirement, by area in the order of the tender. */
function requirementsChapter(input: RequirementSpecificationInput): Paragraph[] {
  const { content, wording, language, vocabulary } = input;
  const count = (level: TenderRequirement["level"]): string =>
    String(content.requirements.filter((requirement) => requirement.level === level).length);
  const byArea = Map.groupBy(content.requirements, ({ area }) => area);
  return [
    heading(1, "4", wording.requirements, true),
    paragraph(fill(wording.requirements_count, { musts: count("must"), shoulds: count("should") })),
    ...[...byArea].flatMap(([area, requirements], index) => [
      heading(2, `4.${index + 1}`, vocabulary.areas.get(area)?.name[language] ?? area),
      ...requirements.flatMap((requirement) => requirementBlock(requirement, input)),
    ]),
  ];
}
