import type { Person } from "#app/domain/account/actor.ts";
import type { CancellationGround } from "#app/domain/award/cancellation-ground.ts";
import { shortestReason } from "#app/domain/award/conclusion.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { putProposal } from "#app/services/award/approve-proposal.ts";

/**
 * Proposes to end the tender without a contract; a second person confirms it. Fault: `reason_short`, since all bidders
 * are told why.
 */
export async function proposeCancellation(
  app: Application,
  actor: Person,
  tenderId: string,
  { ground, reason }: { readonly ground: CancellationGround; readonly reason: string },
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "tender.cancel", tenderId);
    if (!access.ok) return access;
    const given = reason.trim();
    if (given.length < shortestReason) {
      return failure({ code: "reason_short", place: { field: "reason" }, params: { min: shortestReason } });
    }
    const proposal = await putProposal(app, trx, actor, tenderId, { act: "cancel", ground, reason: given });
    await log(app, trx, actor, "tender.propose-cancel", tenderId, { proposal, ground });
    return success(null);
  });
}
