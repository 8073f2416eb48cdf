import { insertDecision } from "#app/db/award.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { type AwardRecord, decisionHead } from "#app/domain/award/decision-record.ts";
import { dateOfInstant, standstill, startOfDayUs } from "#app/domain/award/standstill.ts";
import type { MissingPerson } from "#app/domain/award/two-people.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { readStandstillRules } from "#app/imports/calendar/read-standstill-rules.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { approveProposal, circumstancesOf } from "#app/services/award/approve-proposal.ts";
import { awardBasis } from "#app/services/award/award-basis.ts";
import { awardable } from "#app/services/award/propose-award.ts";

export interface Confirmed {
  readonly decided: boolean;
  /** Who is missing still; null once decided. */
  readonly missing: MissingPerson | null;
}

/**
 * Confirms the proposed award. With the second of two people it is decided: record, standstill, stage and log in one
 * transaction, and every bidder can fetch its letter from that moment.
 *
 * Faults: `version_conflict` when the proposal or what it rests on is no longer what was seen, `second_person_needed`;
 * those of `proposeAward`.
 */
export async function confirmAward(
  app: Application,
  actor: Person,
  tenderId: string,
  seenSha256: string,
): Promise<Result<Confirmed>> {
  const rules = await readStandstillRules(app.root);
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "award.decide", tenderId);
    if (!access.ok) return access;
    const basis = await awardBasis(trx, actor, access.value);
    if (!basis.ok) return basis;
    const winner = awardable(basis.value);
    if (!winner.ok) return winner;
    const approved = await approveProposal(app, trx, actor, tenderId, "award", seenSha256);
    if (!approved.ok) return approved;
    const { proposal } = approved.value.stored;
    const { approvals, missing } = approved.value.state;
    const { content, contentSha256, modelSha256, bids, order, lottery, sha256 } = basis.value;
    if (proposal.basis_sha256 !== sha256) return failure({ code: "version_conflict" });
    if (missing !== null) {
      await log(app, trx, actor, "award.propose", tenderId, { proposal: seenSha256, winner: winner.value });
      return success({ decided: false, missing });
    }
    const circumstances = await circumstancesOf(app, trx, tenderId, content, approvals);
    const head = decisionHead(circumstances);
    const term = standstill(dateOfInstant(head.decided_at, content.timezone), proposal.sent_by, rules);
    const record: AwardRecord = {
      ...head,
      type: "award-decision",
      content_sha256: contentSha256,
      model_sha256: modelSha256,
      winner: winner.value,
      bids,
      order,
      lottery,
      statement: proposal.statement,
      sent_by: proposal.sent_by,
      standstill: term,
    };
    const standstillEndUs = startOfDayUs(term.signFrom, content.timezone);
    const decision = await insertDecision(trx, "award", record, circumstances.decidedUs, standstillEndUs);
    await trx.updateTable("tender").set({ stage: "awarded" }).where("id", "=", tenderId).execute();
    await log(app, trx, actor, "award.decide", tenderId, {
      record: decision,
      winner: winner.value,
      bids: bids.length,
      sign_from: term.signFrom,
    });
    return success({ decided: true, missing: null });
  });
}
