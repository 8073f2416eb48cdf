import { Temporal } from "temporal-polyfill";
import type { Text } from "#app/domain/language.ts";
import { microsecondsOf } from "#app/domain/tender/deadline.ts";
import { lastAnswerDay, questionDeadline } from "#app/domain/tender/provisions.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** One version of an answer as everyone reads it: nothing in it tells who asked. */
export interface PublishedAnswer {
  /** From 1 in the order of publication. */
  readonly number: number;
  /** From 1; a later version corrects the earlier ones, which stay readable. */
  readonly version: number;
  /** Requirement that the question is about. */
  readonly requirement: string | null;
  readonly askedUs: number;
  readonly publishedUs: number;
  /** In one language or both; the other is empty. */
  readonly question: Text;
  readonly answer: Text;
  /** Number of the addendum that the answer led to. */
  readonly addendum: number | null;
  /** Why an answer that came too late needs no later deadline; "" when it came in time. */
  readonly lateReason: string;
}

type Dated = Pick<TenderContent, "timezone" | "provisions">;

/** Whether questions are still taken. `deadline` is that of the moment: an extension gives more time to ask, too. */
export const mayStillAsk = (content: Dated, deadline: string, nowUs: number): boolean =>
  nowUs < microsecondsOf(questionDeadline(content, deadline));

/** Whether the last day for answers is over, in the tender's zone (LOU 12:11; then 11:8 asks for a later deadline). */
export function isTooLateToAnswer(content: Dated, deadline: string, nowUs: number): boolean {
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(nowUs / 1000))
    .toZonedDateTimeISO(content.timezone)
    .toPlainDate()
    .toString();
  return today > lastAnswerDay(content, deadline);
}

/** The versions that stand, by number, without those that they correct. */
export const standing = (answers: readonly PublishedAnswer[]): readonly PublishedAnswer[] =>
  answers
    .filter(
      ({ number, version }) => !answers.some((other) => other.number === number && other.version > version),
    )
    .toSorted((a, b) => a.number - b.number);
