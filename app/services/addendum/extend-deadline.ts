import { addendaOf } from "#app/db/addendum.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { languages, type Text } from "#app/domain/language.ts";
import { instantOfLocal, microsecondsOf } from "#app/domain/tender/deadline.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface Extension {
  /** `2027-03-12T12:00` in the tender's zone. */
  readonly local: string;
  readonly reason: Text;
}

/**
 * Moves the deadline later for all, as a numbered addendum with its reason: possible until the very instant of the
 * deadline and never after it (LOU 11:9). Bids that are in stay in and can be replaced.
 *
 * Faults: `reason_missing`, `deadline_not_later`, those of `instantOfLocal`; `wrong_stage` after the deadline.
 *
 * @returns number of the addendum
 */
export async function extendDeadline(
  app: Application,
  actor: Actor,
  tenderId: string,
  { local, reason }: Extension,
): Promise<Result<number>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "addendum.publish", tenderId);
    if (!access.ok) return access;
    const { deadlineUs } = access.value;
    const publication = await readPublication(trx, tenderId);
    if (actor.kind !== "person" || publication === null || deadlineUs === null) {
      return failure({ code: "not_found" });
    }
    const instant = instantOfLocal(local, publication.content.timezone);
    const place = { field: "deadline" };
    const faults: Fault[] = instant.ok ? [] : instant.faults.map((fault) => ({ ...fault, place }));
    const newDeadlineUs = instant.ok ? microsecondsOf(instant.value) : deadlineUs;
    if (instant.ok && newDeadlineUs <= deadlineUs) faults.push({ code: "deadline_not_later", place });
    if (languages.every((language) => reason[language].trim() === "")) {
      faults.push({ code: "reason_missing", place: { field: "reason.sv" } });
    }
    if (faults.length > 0) return failure(...faults);
    const number = (await addendaOf(trx, tenderId)).length + 1;
    await trx
      .insertInto("addendum")
      .values({
        tender_id: tenderId,
        number,
        reason: JSON.stringify(reason),
        old_deadline_us: deadlineUs,
        new_deadline_us: newDeadlineUs,
        account_id: actor.accountId,
        published_us: app.now(),
      })
      .execute();
    await trx.updateTable("tender").set({ deadline_us: newDeadlineUs }).where("id", "=", tenderId).execute();
    await log(app, trx, actor, "addendum.publish", tenderId, {
      number,
      old_deadline_us: deadlineUs,
      new_deadline_us: newDeadlineUs,
    });
    return success(number);
  });
}
