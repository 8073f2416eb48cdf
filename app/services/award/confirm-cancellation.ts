import { insertDecision } from "#app/db/award.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { type CancellationRecord, decisionHead } from "#app/domain/award/decision-record.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { stages } from "#app/domain/tender/stage.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { approveProposal, circumstancesOf } from "#app/services/award/approve-proposal.ts";
import type { Confirmed } from "#app/services/award/confirm-award.ts";
import { storedResponses } from "#app/services/opening/opened-responses.ts";

/** Confirms that the tender ends without a contract. What has not been opened by then is never opened. */
export async function confirmCancellation(
  app: Application,
  actor: Person,
  tenderId: string,
  seenSha256: string,
): Promise<Result<Confirmed>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "tender.cancel", tenderId);
    if (!access.ok) return access;
    const { stage } = access.value;
    const publication = await readPublication(trx, tenderId);
    if (publication === null) return failure({ code: "not_found" });
    const approved = await approveProposal(app, trx, actor, tenderId, "cancel", seenSha256);
    if (!approved.ok) return approved;
    const { ground, reason } = approved.value.stored.proposal;
    const { approvals, missing } = approved.value.state;
    if (missing !== null) {
      await log(app, trx, actor, "tender.propose-cancel", tenderId, { proposal: seenSha256, ground });
      return success({ decided: false, missing });
    }
    const circumstances = await circumstancesOf(app, trx, tenderId, publication.content, approvals);
    const opened = stages.indexOf(stage) >= stages.indexOf("opened");
    const responses = opened ? await storedResponses(trx, tenderId, { quality: false, price: false }) : null;
    const record: CancellationRecord = {
      ...decisionHead(circumstances),
      type: "cancellation",
      stage,
      ground,
      reason,
      bids:
        responses?.map(({ id, organisation: { name, number } }) => ({
          response: id,
          bidder: name,
          organisation_number: number,
        })) ?? null,
    };
    const decision = await insertDecision(trx, "cancel", record, circumstances.decidedUs, null);
    await trx.updateTable("tender").set({ stage: "cancelled" }).where("id", "=", tenderId).execute();
    await log(app, trx, actor, "tender.cancel", tenderId, { record: decision, ground, stage });
    return success({ decided: true, missing: null });
  });
}
