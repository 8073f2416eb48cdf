import { hearingsOf, insertLowBidStep } from "#app/db/low-bid.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { shortestReason } from "#app/domain/award/conclusion.ts";
import { isHeard } from "#app/domain/award/low-bid.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { conflictFault } from "#app/services/opening/opened-responses.ts";

/**
 * Accepts a bid after its hearing, or rejects it as abnormally low; a rejected bid is evaluated no more. Faults:
 * `low_bid_not_asked`, `low_bid_not_heard` before the answer while there is time for it, `reason_short`.
 */
export async function decideLowBid(
  app: Application,
  actor: Person,
  tenderId: string,
  {
    response,
    rejected,
    reason,
  }: { readonly response: string; readonly rejected: boolean; readonly reason: string },
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "low-bid.hear", tenderId);
    if (!access.ok) return access;
    const conflict = await conflictFault(trx, tenderId, actor, access.value.tenderRoles);
    if (conflict !== null) return failure(conflict);
    const hearing = (await hearingsOf(trx, tenderId)).get(response);
    if (hearing === undefined || hearing.decision !== null) return failure({ code: "low_bid_not_asked" });
    const nowUs = app.now();
    if (!isHeard(hearing, nowUs)) return failure({ code: "low_bid_not_heard" });
    const words = reason.trim();
    if (words.length < shortestReason) {
      const place = { field: `reason-${response}` };
      return failure({ code: "reason_short", place, params: { min: shortestReason } });
    }
    await insertLowBidStep(trx, {
      tender_id: tenderId,
      response_id: response,
      act: rejected ? "reject" : "accept",
      words,
      due_us: null,
      account_id: actor.accountId,
      at_us: nowUs,
    });
    await log(app, trx, actor, "low-bid.decide", tenderId, { response, rejected });
    return success(null);
  });
}
