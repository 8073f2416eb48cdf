import type { InvitationChapter, InvitationInput } from "#app/documents/invitation-input.ts";
import { printedDay, printedInstant } from "#app/documents/printed-values.ts";
import { fill } from "#app/documents/templates.ts";
import { table } from "#app/documents/word-parts.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import { lastAnswerDay, lastDayOfValidity, questionDeadline } from "#app/domain/tender/provisions.ts";

/** When things happen, what is bought, what the contract will be and which procedure leads to it. */
export function subjectChapters(input: InvitationInput): readonly InvitationChapter[] {
  const { wording, content } = input;
  const { optionMonths } = content.provisions;
  const musts = content.requirements.filter(({ level }) => level === "must").length;
  const months = String(content.contractMonths - optionMonths);
  return [
    timetable(input),
    subject(input, musts),
    {
      title: wording.terms,
      provisions: [
        wording.terms_one,
        optionMonths === 0
          ? fill(wording.terms_no_option, { months })
          : fill(wording.terms_option, { months, option: String(optionMonths) }),
        wording.terms_levels,
      ],
    },
    { title: wording.rules, provisions: [wording.rules_open, wording.rules_equal, wording.rules_frozen] },
  ];
}

function timetable(input: InvitationInput): InvitationChapter {
  const { wording, content, language, publishedAt } = input;
  const { deadline, timezone, provisions } = content;
  const at = (instant: string | null): string =>
    instant === null ? wording.unset : printedInstant(instant, timezone, language);
  const on = (day: string | null): string => (day === null ? wording.unset : printedDay(day, language));
  const rows: (readonly [string, string])[] = [
    [wording.event_published, publishedAt === null ? wording.unset : at(publishedAt)],
    [wording.event_questions, at(deadline && questionDeadline(content, deadline))],
    [wording.event_answers, on(deadline && lastAnswerDay(content, deadline))],
    [wording.event_deadline, at(deadline)],
    [wording.event_opening, wording.event_opening_time],
    [wording.event_award, wording.event_award_time],
    [wording.event_validity, on(deadline && lastDayOfValidity(content, deadline))],
    [wording.event_start, on(provisions.contractStart)],
  ];
  return {
    title: wording.timetable,
    provisions: [fill(wording.timetable_text, { timezone })],
    rest: (tables) => [
      tables.caption(wording.timetable_table),
      table(
        [
          { head: wording.event, share: 0.5 },
          { head: wording.time, share: 0.5 },
        ],
        rows.map((cells) => ({ cells })),
      ),
    ],
  };
}

function subject({ wording, content, language }: InvitationInput, musts: number): InvitationChapter {
  const shoulds = content.requirements.length - musts;
  const described = content.description[language];
  return {
    title: wording.subject,
    provisions: [
      ...(described === "" ? [] : [described]),
      fill(wording.subject_requirements, { musts: String(musts), shoulds: String(shoulds) }),
      wording.subject_lots,
      wording.subject_volumes,
    ],
    rest: (tables) => [
      tables.caption(wording.volumes_table),
      table(
        [
          { head: wording.item, share: 0.56 },
          { head: wording.unit, share: 0.22 },
          { head: wording.volume, share: 0.22, align: "right" },
        ],
        content.priceItems.map((item) => ({
          cells: [item.name[language], item.unit[language], formatDecimal(item.volume, language)],
        })),
      ),
    ],
  };
}
