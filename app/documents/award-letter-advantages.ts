import { type AwardLetterInput, isWinner, shouldsOf, worthOf } from "#app/documents/award-letter-input.ts";
import { bullet, type LetterPart, paragraphs } from "#app/documents/letter.ts";
import { levelText } from "#app/documents/level-text.ts";
import { asSentence, printedSek } from "#app/documents/printed-values.ts";
import { isInSek, printedWorth } from "#app/documents/printed-worth.ts";
import { fill } from "#app/documents/templates.ts";
import { belowTable } from "#app/documents/word-parts.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { toFixedDecimal } from "#app/domain/money/decimal.ts";
import { compare, type Fraction, parseExact, subtract } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/**
 * In what the winning bid is better: a lower price, and every criterion for which it got more, with the published words
 * of its level. Its answers and what the committee wrote about them are its own.
 */
export function advantages(input: AwardLetterInput): LetterPart {
  const { wording, record } = input;
  if (isWinner(input)) return { title: wording.advantages, body: [] };
  const better = input.bid.place === null ? [] : [...ofPrice(input), ...ofCriteria(input)];
  const lead = better.length > 0 ? wording.advantages_lead : wording.advantage_none;
  const statement =
    record.statement === "" ? [] : [belowTable(wording.statement), ...paragraphs(record.statement)];
  if (input.bid.place === null) return { title: wording.advantages, body: statement };
  return { title: wording.advantages, body: [...paragraphs(lead), ...better.map(bullet), ...statement] };
}

function ofPrice({ wording, language, bid, winner }: AwardLetterInput): string[] {
  const less = moreThan(bid.price, winner.price);
  if (less === null) return [];
  return [fill(wording.advantage_price, { amount: printedSek(less, language) })];
}

function ofCriteria(input: AwardLetterInput): string[] {
  const { wording, language, content, bid, winner } = input;
  return shouldsOf(input).flatMap((requirement) => {
    const { id, title } = requirement;
    const more = moreThan(worthOf(winner, id), worthOf(bid, id));
    if (more === null) return [];
    const criterion = `${id} ${title[language]}`;
    const amount = printedWorth(more, input);
    const words = isInSek(content)
      ? fill(wording.advantage_sek, { criterion, amount })
      : fill(wording.advantage_points, { criterion, points: amount });
    const level = winner.criteria.find((one) => one.requirement === id)?.level ?? null;
    if (level === null) return [words];
    const reached = levelText(requirement, level, wording, language);
    return [`${words} ${fill(wording.advantage_level, { level: asSentence(reached, language) })}`];
  });
}

/** By how much the first figure exceeds the second, as a decimal string; null when it does not. */
function moreThan(first: Figure | null, second: Figure | null): string | null {
  const [a, b] = [exactOf(first), exactOf(second)];
  if (a === null || b === null || compare(a, b) <= 0) return null;
  return toFixedDecimal(subtract(a, b), 2, halfUp).replace(/\.00$/, "");
}

const exactOf = (figure: Figure | null): Fraction | null =>
  figure === null ? null : parseExact(figure.exact);
