import { z } from "zod";
import type { Reading } from "#app/db/database.ts";
import type { Addendum } from "#app/domain/addendum/addendum.ts";
import type { Text } from "#app/domain/language.ts";

const text: z.ZodType<Text> = z.strictObject({ sv: z.string(), en: z.string() });

/** The addenda of a tender by number. */
export async function addendaOf(db: Reading, tenderId: string): Promise<readonly Addendum[]> {
  const rows = await db
    .selectFrom("addendum")
    .select(["number", "reason", "old_deadline_us", "new_deadline_us", "published_us"])
    .where("tender_id", "=", tenderId)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    reason: text.parse(JSON.parse(row.reason)),
    oldDeadlineUs: row.old_deadline_us,
    newDeadlineUs: row.new_deadline_us,
    publishedUs: row.published_us,
  }));
}
