import { insertDecision, readAward } from "#app/db/award.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { lastDayOfContract } from "#app/domain/award/conclusion.ts";
import { type ConclusionRecord, decisionHead } from "#app/domain/award/decision-record.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { approveProposal, circumstancesOf } from "#app/services/award/approve-proposal.ts";
import type { Confirmed } from "#app/services/award/confirm-award.ts";
import { signFromOf } from "#app/services/award/sign-from.ts";
import { newId } from "#app/services/new-id.ts";

/**
 * Confirms that the contract has been signed. With the second of two people the tender is concluded. Fault:
 * `review_pending` when a court has begun to review since.
 */
export async function confirmConclusion(
  app: Application,
  actor: Person,
  tenderId: string,
  seenSha256: string,
): Promise<Result<Confirmed>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "contract.conclude", tenderId);
    if (!access.ok) return access;
    const award = await readAward(trx, tenderId);
    const publication = await readPublication(trx, tenderId);
    if (award === null || publication === null) return failure({ code: "not_found" });
    if ((await signFromOf(app, trx, award.record)) === null) return failure({ code: "review_pending" });
    const approved = await approveProposal(app, trx, actor, tenderId, "conclude", seenSha256);
    if (!approved.ok) return approved;
    const { proposal } = approved.value.stored;
    const { approvals, missing } = approved.value.state;
    if (missing !== null) {
      await log(app, trx, actor, "contract.propose", tenderId, { proposal: seenSha256 });
      return success({ decided: false, missing });
    }
    const { content } = publication;
    const won = award.record.bids.find(({ response }) => response === award.record.winner);
    if (won === undefined)
      throw new Error(`the award of tender ${tenderId} names a bid that it does not hold`);
    const circumstances = await circumstancesOf(app, trx, tenderId, content, approvals);
    const record: ConclusionRecord = {
      ...decisionHead(circumstances),
      type: "conclusion",
      award_sha256: award.sha256,
      response: won.response,
      supplier: { organisation: won.organisation, name: won.bidder, number: won.organisation_number },
      price: won.price,
      signed_on: proposal.signed_on,
      starts_on: proposal.starts_on,
      ends_on: lastDayOfContract(proposal.starts_on, content.contractMonths),
      exception: proposal.exception === "" ? null : proposal.exception,
    };
    const decision = await insertDecision(trx, "conclude", record, circumstances.decidedUs, null);
    // From now on the buyer keeps records of its own: month by month, as vendors did with their responses.
    await trx
      .insertInto("response")
      .values({
        id: newId(),
        tender_id: tenderId,
        organisation_id: access.value.organisationId,
        created_us: app.now(),
      })
      .execute();
    await trx.updateTable("tender").set({ stage: "concluded" }).where("id", "=", tenderId).execute();
    await log(app, trx, actor, "contract.conclude", tenderId, {
      record: decision,
      signed_on: record.signed_on,
      exception: record.exception !== null,
    });
    return success({ decided: true, missing: null });
  });
}
