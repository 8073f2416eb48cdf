import { z } from "zod";
import type { Reading } from "#app/db/database.ts";
import type { Text } from "#app/domain/language.ts";
import type { PublishedAnswer } from "#app/domain/question/question.ts";

/** A question as it was asked, without who asked it. */
export interface AskedQuestion {
  readonly id: string;
  readonly requirement: string | null;
  readonly text: string;
  readonly askedUs: number;
  /** Number under which it has been answered; null while it waits. */
  readonly number: number | null;
}

const text: z.ZodType<Text> = z.strictObject({ sv: z.string(), en: z.string() });
const textOf = (json: string): Text => text.parse(JSON.parse(json));

/** Every version of every published answer, by number and version. */
export async function publishedAnswers(db: Reading, tenderId: string): Promise<readonly PublishedAnswer[]> {
  const rows = await db
    .selectFrom("question_answer")
    .innerJoin("question", "question.id", "question_answer.question_id")
    .select([
      "number",
      "version",
      "question.requirement_id",
      "question.asked_us",
      "published_us",
      "question",
      "answer",
      "addendum",
      "late_reason",
    ])
    .where("question_answer.tender_id", "=", tenderId)
    .orderBy("number")
    .orderBy("version")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    version: row.version,
    requirement: row.requirement_id,
    askedUs: row.asked_us,
    publishedUs: row.published_us,
    question: textOf(row.question),
    answer: textOf(row.answer),
    addendum: row.addendum,
    lateReason: row.late_reason,
  }));
}

/** The questions of a tender, or those of one vendor to it, oldest first. */
export async function askedQuestions(
  db: Reading,
  tenderId: string,
  vendor: string | null = null,
): Promise<readonly AskedQuestion[]> {
  let rows = db
    .selectFrom("question")
    .leftJoin("question_answer", (join) =>
      join.onRef("question_answer.question_id", "=", "question.id").on("version", "=", 1),
    )
    .select(["question.id", "requirement_id", "text", "asked_us", "number"])
    .where("question.tender_id", "=", tenderId);
  if (vendor !== null) rows = rows.where("organisation_id", "=", vendor);
  const found = await rows.orderBy("asked_us").orderBy("question.id").execute();
  return found.map(({ id, requirement_id, text: asked, asked_us, number }) => ({
    id,
    requirement: requirement_id,
    text: asked,
    askedUs: asked_us,
    number,
  }));
}
