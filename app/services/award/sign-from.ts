import { readCourtReviews } from "#app/db/award.ts";
import type { Reading } from "#app/db/database.ts";
import { type SignFrom, signFromAfter } from "#app/domain/award/court-review.ts";
import type { AwardRecord } from "#app/domain/award/decision-record.ts";
import { readStandstillRules } from "#app/imports/calendar/read-standstill-rules.ts";
import type { Application } from "#app/services/application.ts";

/** From when the contract of an award may be signed, as far as is known now; null while a court is reviewing. */
export async function signFromOf(
  app: Application,
  db: Reading,
  { tender, standstill }: Pick<AwardRecord, "tender" | "standstill">,
): Promise<SignFrom> {
  const reviews = await readCourtReviews(db, tender);
  return signFromAfter(standstill.signFrom, reviews, await readStandstillRules(app.root));
}
