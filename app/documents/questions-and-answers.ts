import type { Paragraph, Table } from "docx";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import { printedInstant } from "#app/documents/printed-values.ts";
import { TableNumbers } from "#app/documents/table-numbers.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import { fill } from "#app/documents/templates.ts";
import { tenderDocument } from "#app/documents/tender-document.ts";
import { fact, heading, paragraph, table } from "#app/documents/word-parts.ts";
import type { Addendum } from "#app/domain/addendum/addendum.ts";
import { type Language, languages, type Text } from "#app/domain/language.ts";
import { type PublishedAnswer, standing } from "#app/domain/question/question.ts";
import { instantText } from "#app/domain/response/instant.ts";

export interface QuestionsInput extends PrintedTender {
  readonly wording: Wording<"questions-and-answers">;
  readonly addenda: readonly Addendum[];
  /** Every version of every answer. */
  readonly answers: readonly PublishedAnswer[];
  /** Instant at which questions end. */
  readonly askUntil: string;
}

/** Questions and answers as a Word file, by number; nothing in it tells who asked. The same input gives the same bytes. */
export function questionsAndAnswers(input: QuestionsInput): Promise<Buffer> {
  const stand = standing(input.answers);
  return tenderDocument(input, [
    ...about(input, stand),
    ...addendaChapter(input),
    ...(stand.length === 0 ? [] : [heading(1, answersNumber(input), input.wording.answers, true)]),
    ...stand.flatMap((answer) => printed(answer, input)),
  ]);
}

const answersNumber = ({ addenda }: QuestionsInput): string => (addenda.length === 0 ? "2" : "3");

/** Chapter 2 where there are any: each change with what was and what is. */
function addendaChapter(input: QuestionsInput): Paragraph[] {
  const { wording, language, addenda } = input;
  if (addenda.length === 0) return [];
  return [
    heading(1, "2", wording.addenda, true),
    ...addenda.flatMap(({ number, reason, oldDeadlineUs, newDeadlineUs, publishedUs }) => [
      heading(2, `2.${number}`, fill(wording.addendum_heading, { number: String(number) })),
      fact(wording.published_on, at(publishedUs, input), true),
      fact(
        wording.late,
        fill(wording.extended, { old: at(oldDeadlineUs, input), new: at(newDeadlineUs, input) }),
        true,
      ),
      fact(wording.reason, inEither(reason, language)),
    ]),
  ];
}

const at = (us: number, { content, language }: QuestionsInput): string =>
  printedInstant(instantText(us), content.timezone, language);

function about(input: QuestionsInput, stand: readonly PublishedAnswer[]): (Paragraph | Table)[] {
  const { wording, content, language, answers, askUntil } = input;
  const last = answers.toSorted((a, b) => a.publishedUs - b.publishedUs).at(-1);
  return [
    heading(1, "1", wording.about, true),
    paragraph(wording.about_text),
    fact(wording.until, printedInstant(askUntil, content.timezone, language)),
    fact(wording.last, last === undefined ? wording.last_none : at(last.publishedUs, input)),
    ...(stand.length === 0
      ? []
      : [
          new TableNumbers(wording.table).caption(wording.overview_table),
          table(
            [
              { head: wording.number, share: 0.08 },
              { head: wording.requirement, share: 0.36 },
              { head: wording.received, share: 0.28 },
              { head: wording.answered, share: 0.28 },
            ],
            stand.map(({ number, requirement, askedUs, publishedUs }) => ({
              cells: [
                String(number),
                requirement ?? wording.whole,
                at(askedUs, input),
                at(publishedUs, input),
              ],
            })),
          ),
        ]),
  ];
}

function printed(answer: PublishedAnswer, input: QuestionsInput): Paragraph[] {
  const { wording, content, language, answers } = input;
  const { number, version, requirement, addendum, lateReason } = answer;
  const about = content.requirements.find(({ id }) => id === requirement);
  const earlier = answers.filter((one) => one.number === number && one.version < version);
  return [
    heading(
      2,
      `${answersNumber(input)}.${number}`,
      fill(wording.question_heading, { number: String(number) }),
    ),
    fact(wording.requirement, about ? `${about.id} ${about.title[language]}` : wording.whole, true),
    fact(wording.received, at(answer.askedUs, input), true),
    fact(wording.question, inEither(answer.question, language), true),
    fact(wording.answer, inEither(answer.answer, language)),
    fact(version > 1 ? wording.corrected_at : wording.published_at, at(answer.publishedUs, input)),
    ...earlier.map((before) =>
      fact(
        wording.earlier,
        fill(wording.earlier_text, {
          time: at(before.publishedUs, input),
          answer: inEither(before.answer, language),
        }),
      ),
    ),
    fact(
      wording.addendum,
      addendum === null ? wording.unchanged : fill(wording.addendum_text, { number: String(addendum) }),
    ),
    ...(lateReason === "" ? [] : [fact(wording.late, fill(wording.late_text, { reason: lateReason }))]),
  ];
}

/** In the language of the document, or as it was written when it was written in the other alone. */
const inEither = (text: Text, language: Language): string =>
  text[language] || languages.map((other) => text[other]).join("");
