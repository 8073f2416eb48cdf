import { type LetterInput, letter, paragraphs } from "#app/documents/letter.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import { fill } from "#app/documents/templates.ts";
import { fact } from "#app/documents/word-parts.ts";
import type { CancellationRecord } from "#app/domain/award/decision-record.ts";

export interface CancellationLetterInput extends LetterInput<CancellationRecord> {
  readonly wording: Wording<"cancellation-letter">;
  /** Null for a letter to all bidders, whose names nobody knows when nothing was opened. */
  readonly addressee: { readonly name: string; readonly number: string } | null;
}

/** That the tender ends without a contract, why, and how that can be reviewed. The same input gives the same bytes. */
export function cancellationLetter(input: CancellationLetterInput): Promise<Buffer> {
  const { wording, content, language, record, addressee } = input;
  const to =
    addressee === null
      ? wording.to_all
      : `${addressee.name}\n${fill(wording.organisation_number, { number: addressee.number })}`;
  return letter(input, wording, to, [
    {
      title: wording.decision,
      body: [
        ...paragraphs(fill(wording.decision_text, { title: content.title[language] })),
        fact(wording.ground, wording[`ground_${record.ground}`]),
        fact(wording.reason, record.reason),
      ],
    },
    {
      title: wording.bids,
      body: paragraphs(record.bids === null ? wording.bids_unopened : wording.bids_opened),
    },
    {
      title: wording.review,
      body: paragraphs(wording.review_where, wording.review_when, wording.review_what),
    },
  ]);
}
