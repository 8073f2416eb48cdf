import { insertCourtReview, readAward, readCourtReviews } from "#app/db/award.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { isDate } from "#app/domain/award/conclusion.ts";
import type { CourtReview } from "#app/domain/award/court-review.ts";
import { dateOfInstant } from "#app/domain/award/standstill.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

/**
 * Records that a court reviews the tender, or has judged. Nothing may be signed in between. Faults with their fields:
 * `date_malformed`, `signed_in_future` for a day that has not come, `review_court_missing`, and
 * `review_not_applied` for a judgment without an application.
 */
export async function recordCourtReview(
  app: Application,
  actor: Person,
  tenderId: string,
  review: CourtReview,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "court-review.record", tenderId);
    if (!access.ok) return access;
    const publication = await readPublication(trx, tenderId);
    if (publication === null || (await readAward(trx, tenderId)) === null) {
      return failure({ code: "not_found" });
    }
    const known = await readCourtReviews(trx, tenderId);
    const pending = known.reduce((left, { event }) => left + (event === "applied" ? 1 : -1), 0);
    const today = dateOfInstant(instantText(app.now()), publication.content.timezone);
    const court = review.court.trim();
    const faults: Fault[] = [];
    if (!isDate(review.on)) faults.push({ code: "date_malformed", place: { field: "on" } });
    else if (review.on > today) faults.push({ code: "signed_in_future", place: { field: "on" } });
    if (court === "" || court.length > 200) {
      faults.push({ code: "review_court_missing", place: { field: "court" } });
    }
    if (review.event === "judged" && pending === 0) {
      faults.push({ code: "review_not_applied", place: { field: "event" } });
    }
    if (faults.length > 0) return failure(...faults);
    await insertCourtReview(trx, tenderId, { ...review, court }, actor.accountId, app.now());
    await log(app, trx, actor, "court-review.record", tenderId, { event: review.event, on: review.on });
    return success(null);
  });
}
