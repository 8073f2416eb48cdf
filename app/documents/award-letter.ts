import { advantages } from "#app/documents/award-letter-advantages.ts";
import { comparedFigures, judgedCriteria } from "#app/documents/award-letter-figures.ts";
import { type AwardLetterInput, isWinner } from "#app/documents/award-letter-input.ts";
import { type LetterPart, letter, paragraphs } from "#app/documents/letter.ts";
import { printedDay } from "#app/documents/printed-values.ts";
import { reasonSentence } from "#app/documents/reason-sentence.ts";
import { TableNumbers } from "#app/documents/table-numbers.ts";
import { fill } from "#app/documents/templates.ts";
import { fact } from "#app/documents/word-parts.ts";

/** Of a decision the letter to one bidder; null for a response that the decision does not hold. */
export function awardLetter(
  input: Omit<AwardLetterInput, "bid" | "winner"> & { readonly response: string },
): Promise<Buffer> | null {
  const { record, response } = input;
  const find = (id: string) => record.bids.find((bid) => bid.response === id);
  const [bid, winner] = [find(response), find(record.winner)];
  return bid === undefined || winner === undefined ? null : write({ ...input, bid, winner });
}

function write(input: AwardLetterInput): Promise<Buffer> {
  const { wording, bid } = input;
  const tables = new TableNumbers(wording.table);
  const to = `${bid.bidder}\n${fill(wording.organisation_number, { number: bid.organisation_number })}`;
  return letter(input, wording, to, [
    decision(input),
    outcome(input),
    comparedFigures(input, tables),
    judgedCriteria(input, tables),
    advantages(input),
    tieBreak(input),
    secrecy(input),
    standstillPart(input),
    review(input),
  ]);
}

function decision(input: AwardLetterInput): LetterPart {
  const { wording, content, language, record, winner } = input;
  const title = content.title[language];
  const signFrom = printedDay(record.standstill.signFrom, language);
  return {
    title: wording.decision,
    body: isWinner(input)
      ? paragraphs(
          fill(wording.decision_winner, { title }),
          fill(wording.not_yet_contract, { sign_from: signFrom }),
          wording.proofs,
        )
      : paragraphs(
          fill(wording.decision_other, { title, winner: winner.bidder, number: winner.organisation_number }),
        ),
  };
}

function outcome(input: AwardLetterInput): LetterPart {
  const { wording, record, bid } = input;
  const admitted = String(record.bids.filter(({ admission }) => admission === "admitted").length);
  if (bid.place === null) {
    return {
      title: wording.your_outcome,
      body: [
        ...paragraphs(wording.outcome_rejected),
        fact(wording.rejected_reasons, rejection(input).join("\n")),
        ...paragraphs(wording.rejected_no_points),
      ],
    };
  }
  const words = isWinner(input)
    ? fill(wording.outcome_winner, { admitted })
    : fill(wording.outcome_admitted, { place: String(bid.place), admitted });
  return { title: wording.your_outcome, body: paragraphs(words) };
}

/** Every reason, each with what the committee wrote where it judged. */
function rejection({ bid, content, language, wording }: AwardLetterInput): string[] {
  return bid.reasons.map((reason) => {
    const words = reasonSentence(reason, content, language, wording);
    const [, requirement = ""] = reason.split(":");
    if (requirement === "abnormally_low" && bid.low_bid) {
      return `${words}. ${fill(wording.hearing_reason, { reason: bid.low_bid.reason })}`;
    }
    const written = bid.criteria.find((one) => one.requirement === requirement)?.reason ?? "";
    return written === "" ? words : `${words}. ${fill(wording.committee_reason, { reason: written })}`;
  });
}

/** Where equal results were told apart by a later rule, which one it was. */
function tieBreak({ wording, record, bid }: AwardLetterInput): LetterPart {
  const pair = record.order.find(({ better, worse }) =>
    bid.response === record.winner ? better === bid.response : worse === bid.response,
  );
  const { lottery } = record;
  const words = {
    lower_tender_price: wording.tie_lower_tender_price,
    higher_quality: wording.tie_higher_quality,
    lottery:
      lottery === null
        ? ""
        : fill(wording.tie_lottery, { source: lottery.source, value: lottery.value, seed: lottery.seed }),
  };
  const rule = pair?.rule ?? null;
  const decided = rule === null || rule === "score" ? "" : words[rule];
  return { title: wording.tie, body: paragraphs(decided) };
}

const secrecy = (input: AwardLetterInput): LetterPart => ({
  title: input.wording.secrecy,
  body: paragraphs(isWinner(input) ? "" : input.wording.secrecy_text),
});

function standstillPart({ wording, language, record }: AwardLetterInput): LetterPart {
  const { days, sentOn, lastDay, signFrom, movedPast } = record.standstill;
  const day = (date: string) => printedDay(date, language);
  const moved = movedPast.map(({ date, because }) =>
    because === "weekend"
      ? fill(wording.moved_weekend, { date: day(date) })
      : fill(wording.moved_named, { date: day(date), name: because[language] }),
  );
  return {
    title: wording.standstill,
    body: paragraphs(
      fill(wording.standstill_text, {
        days: String(days),
        sent_on: day(sentOn),
        last_day: day(lastDay),
        sign_from: day(signFrom),
      }),
      record.sent_by === "electronic" ? wording.standstill_electronic : wording.standstill_other,
      moved.length === 0 ? "" : fill(wording.standstill_moved, { days: moved.join(", ") }),
    ),
  };
}

const review = ({ wording, language, record }: AwardLetterInput): LetterPart => ({
  title: wording.review,
  body: paragraphs(
    wording.review_where,
    fill(wording.review_when, { last_day: printedDay(record.standstill.lastDay, language) }),
    wording.review_what,
  ),
});
