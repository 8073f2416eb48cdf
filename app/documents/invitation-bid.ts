import type { InvitationChapter, InvitationInput } from "#app/documents/invitation-input.ts";
import { printedDay, printedInstant, printedSek } from "#app/documents/printed-values.ts";
import { fill } from "#app/documents/templates.ts";
import { table } from "#app/documents/word-parts.ts";
import { lastAnswerDay, lastDayOfValidity, questionDeadline } from "#app/domain/tender/provisions.ts";

/** How to ask, how to bid, what a bid holds and what is asked of the bidder. */
export function bidChapters(input: InvitationInput): readonly InvitationChapter[] {
  const { wording, address } = input;
  return [
    questions(input),
    {
      title: wording.responding,
      provisions: [
        fill(wording.responding_where, { address }),
        wording.responding_form,
        wording.responding_submit,
        wording.responding_receipt,
        wording.responding_late,
        wording.responding_change,
        wording.responding_sealed,
      ],
    },
    { title: wording.contents_of_bid, provisions: contentsOfBid(input) },
    suppliers(input),
  ];
}

function questions({ wording, content, language }: InvitationInput): InvitationChapter {
  const { deadline, timezone } = content;
  const times =
    deadline === null
      ? { questions: wording.unset, answers: wording.unset }
      : {
          questions: printedInstant(questionDeadline(content, deadline), timezone, language),
          answers: printedDay(lastAnswerDay(content, deadline), language),
        };
  return {
    title: wording.questions,
    provisions: [
      wording.questions_how,
      fill(wording.questions_until_text, { questions: times.questions }),
      fill(wording.questions_answers, { answers: times.answers }),
      wording.questions_binding,
    ],
  };
}

function contentsOfBid(input: InvitationInput): readonly string[] {
  const { wording, content, language } = input;
  const { ceilingPriceSek, forbidNegativePrices, deadline, provisions } = content;
  const days = String(provisions.validityDays);
  return [
    wording.contents_answers,
    fill(wording.contents_language, { languages: languagesOf(input) }),
    content.evaluation.type === "fixed_price_quality_only"
      ? fill(wording.contents_fixed_price, { amount: printedSek(content.evaluation.fixedPriceSek, language) })
      : wording.contents_prices,
    ...(ceilingPriceSek === null
      ? []
      : [fill(wording.contents_ceiling, { amount: printedSek(ceilingPriceSek, language) })]),
    ...(forbidNegativePrices ? [wording.contents_negative] : []),
    wording.contents_reservations,
    deadline === null
      ? fill(wording.contents_validity_undated, { days })
      : fill(wording.contents_validity, {
          days,
          date: printedDay(lastDayOfValidity(content, deadline), language),
        }),
  ];
}

function languagesOf({ wording, content }: InvitationInput): string {
  const names = content.provisions.responseLanguages.map((language) => wording[`language_${language}`]);
  const [first, ...others] = names;
  if (first === undefined) return wording.unset;
  return others.reduce((text, name) => fill(wording.language_or, { first: text, second: name }), first);
}

/** Requirements whose use is qualification concern the supplier itself, not what it offers. */
function suppliers({ wording, content, language }: InvitationInput): InvitationChapter {
  const own = content.requirements.filter(({ useOfMeasurement }) => useOfMeasurement === "qualification");
  return {
    title: wording.suppliers,
    provisions: [
      wording.suppliers_exclusion,
      own.length === 0 ? wording.suppliers_none : wording.suppliers_requirements,
      wording.suppliers_capacity,
    ],
    rest: (tables) =>
      own.length === 0
        ? []
        : [
            tables.caption(wording.suppliers_table),
            table(
              [
                { head: wording.requirement, share: 0.17 },
                { head: wording.title, share: 0.35 },
                { head: wording.proof, share: 0.48 },
              ],
              own.map(({ id, title, proof }) => ({ cells: [id, title[language], proof[language]] })),
            ),
          ],
  };
}
