import { insertLottery, readLottery } from "#app/db/award.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { instantOfLocal, microsecondsOf } from "#app/domain/tender/deadline.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { awardBasis } from "#app/services/award/award-basis.ts";

/** What one can look up by it later takes more than a word. */
const shortestSource = 10;

/**
 * Announces what equal bids will be drawn with: a value that somebody else publishes later, which nobody can know now.
 * Faults: `award_not_tied`; `lottery_announced` once the value of an earlier announcement may be known; `reason_short`,
 * `lottery_due_past` and those of `instantOfLocal`, with their fields.
 */
export async function announceLottery(
  app: Application,
  actor: Person,
  tenderId: string,
  { source, due }: { readonly source: string; readonly due: string },
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "award.prepare", tenderId);
    if (!access.ok) return access;
    const basis = await awardBasis(trx, actor, access.value);
    if (!basis.ok) return basis;
    const publication = await readPublication(trx, tenderId);
    if (publication === null) return failure({ code: "not_found" });
    if (basis.value.outcome.type !== "tied") return failure({ code: "award_not_tied" });
    const nowUs = app.now();
    const before = await readLottery(trx, tenderId);
    if (before !== null && nowUs >= before.dueUs) return failure({ code: "lottery_announced" });
    const faults: Fault[] = [];
    const words = source.trim();
    if (words.length < shortestSource) {
      faults.push({ code: "reason_short", place: { field: "source" }, params: { min: shortestSource } });
    }
    const at = instantOfLocal(due, publication.content.timezone);
    const place = { field: "due" };
    if (!at.ok) faults.push(...at.faults.map((fault) => ({ ...fault, place })));
    else if (microsecondsOf(at.value) <= nowUs) faults.push({ code: "lottery_due_past", place });
    if (!at.ok || faults.length > 0) return failure(...faults);
    await insertLottery(trx, tenderId, {
      act: "announce",
      words,
      due_us: microsecondsOf(at.value),
      account_id: actor.accountId,
      at_us: nowUs,
    });
    await log(app, trx, actor, "award.announce-lottery", tenderId, { due: at.value });
    return success(null);
  });
}
