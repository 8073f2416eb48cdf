import { Document, HeadingLevel, Paragraph, type Table } from "docx";
import type { letterSentences } from "#app/documents/letter-sentences.ts";
import { printedInstant } from "#app/documents/printed-values.ts";
import { fill } from "#app/documents/templates.ts";
import { wordBytes } from "#app/documents/word-file.ts";
import { fact, heading, pageFooter, pageHeader, paragraph, runs } from "#app/documents/word-parts.ts";
import { page, style, styles } from "#app/documents/word-style.ts";
import type { DecisionRecord } from "#app/domain/award/decision-record.ts";
import type { Letterhead } from "#app/domain/document-template/letterhead.ts";
import type { Language } from "#app/domain/language.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

type LetterWording = { readonly [K in keyof typeof letterSentences]: string };

/** A part of a letter under its own heading; one without anything to say is left out. */
export interface LetterPart {
  readonly title: string;
  readonly body: readonly (Paragraph | Table)[];
}

/** What every letter about a decision is written from. */
export interface LetterInput<R extends DecisionRecord> {
  readonly content: TenderContent;
  readonly language: Language;
  readonly record: R;
  /** Hex SHA-256 of the record's bytes. */
  readonly sha256: string;
  /** The buyer's own Word template; without one letters have our look. */
  readonly letterhead?: Letterhead | undefined;
}

/** A letter to a bidder as a Word file, dated by its decision. The same input gives the same bytes. */
export async function letter<R extends DecisionRecord>(
  input: LetterInput<R>,
  wording: LetterWording,
  to: string,
  parts: readonly LetterPart[],
): Promise<Buffer> {
  const { content, language, record } = input;
  const title = content.title[language];
  const numbered = [...parts, signature(input, wording)].filter(({ body }) => body.length > 0);
  const document = new Document({
    styles: styles(language),
    sections: [
      {
        properties: { page, titlePage: true },
        headers: {
          default: pageHeader(fill(wording.header, { title, case_number: content.caseNumber })),
          first: pageHeader(""),
        },
        footers: { default: pageFooter(wording.footer), first: pageFooter(wording.footer) },
        children: [
          ...head(input, wording, to),
          ...numbered.flatMap((part, index) => [heading(1, String(index + 1), part.title), ...part.body]),
        ],
      },
    ],
  });
  return await wordBytes(document, {
    title: `${wording.document_name}: ${title}`,
    author: content.buyer.name,
    language,
    instant: record.decided_at,
    letterhead: input.letterhead,
  });
}

function head<R extends DecisionRecord>(
  { content, language, record }: LetterInput<R>,
  wording: LetterWording,
  to: string,
): Paragraph[] {
  return [
    new Paragraph({ style: style.lead, spacing: { after: 360 }, children: runs(content.buyer.name) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(wording.document_name) }),
    fact(wording.to, to),
    fact(wording.tender, content.title[language]),
    fact(wording.case, content.caseNumber),
    fact(wording.date, printedInstant(record.decided_at, content.timezone, language)),
  ];
}

function signature<R extends DecisionRecord>(
  { content, record, sha256 }: LetterInput<R>,
  wording: LetterWording,
): LetterPart {
  const { name, contactName, contactEmail, organisationNumber } = content.buyer;
  return {
    title: wording.decided,
    body: [
      // Who decided, whom to ask and what it was stand on one page.
      fact(wording.decided_by, record.decided_by.map((person) => person.name).join("\n"), true),
      fact(
        wording.contact,
        `${name}, ${fill(wording.organisation_number, { number: organisationNumber })}\n${contactName}, ${contactEmail}`,
        true,
      ),
      fact(wording.decision_hash, sha256),
    ],
  };
}

/** Paragraphs of one sentence each; empty ones are left out. */
export const paragraphs = (...sentences: readonly string[]): Paragraph[] =>
  sentences.filter((sentence) => sentence !== "").map((sentence) => paragraph(sentence));

/** One of several things that are listed. */
export const bullet = (text: string): Paragraph =>
  new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: runs(text) });
