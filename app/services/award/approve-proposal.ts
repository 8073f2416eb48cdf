import { approvalsOf, putApproval } from "#app/db/approval.ts";
import { insertProposal, lastProposal, type StoredProposal } from "#app/db/award.ts";
import type { Reading, Writing } from "#app/db/database.ts";
import type { Person } from "#app/domain/account/actor.ts";
import type { Approval } from "#app/domain/account/approval.ts";
import type { DecisionCircumstances } from "#app/domain/award/decision-record.ts";
import type { Proposal } from "#app/domain/award/proposal.ts";
import {
  type DecisionAct,
  deciding,
  type MissingPerson,
  missingPerson,
} from "#app/domain/award/two-people.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";

/** Whether two people have agreed on the very same content. */
export interface ProposalState {
  readonly approvals: readonly Approval[];
  /** Null when it can be decided. */
  readonly missing: MissingPerson | null;
}

/** Puts a proposal down, with its author as the first who approves it. Earlier proposals of the act are void then. */
export async function putProposal(
  app: Application,
  trx: Writing,
  actor: Person,
  tenderId: string,
  proposal: Proposal,
): Promise<string> {
  const sha256 = await insertProposal(trx, tenderId, proposal, actor.accountId, app.now());
  await approve(app, trx, actor, tenderId, proposal.act, sha256);
  return sha256;
}

/**
 * Approves the proposal that stands, which must be the one that the actor has seen. Faults: `version_conflict` when
 * another one has taken its place, `second_person_needed` when the same person approves twice and somebody else is
 * missing still.
 */
export async function approveProposal<A extends DecisionAct>(
  app: Application,
  trx: Writing,
  actor: Person,
  tenderId: string,
  act: A,
  seenSha256: string,
): Promise<
  Result<{ readonly stored: StoredProposal<Extract<Proposal, { act: A }>>; readonly state: ProposalState }>
> {
  const stored = await lastProposal(trx, tenderId, act);
  if (stored === null || stored.sha256 !== seenSha256) return failure({ code: "version_conflict" });
  const before = await stateOf(trx, tenderId, act, stored.sha256);
  await approve(app, trx, actor, tenderId, act, stored.sha256);
  const state = await stateOf(trx, tenderId, act, stored.sha256);
  if (state.missing !== null && before.approvals.some(({ accountId }) => accountId === actor.accountId)) {
    return failure({ code: "second_person_needed" });
  }
  return success({ stored, state });
}

export async function stateOf(
  db: Reading,
  tenderId: string,
  act: DecisionAct,
  sha256: string,
): Promise<ProposalState> {
  const approvals = deciding(act, await approvalsOf(db, tenderId, act, sha256));
  return { approvals, missing: missingPerson(act, approvals) };
}

/** What a record says of its own making. */
export async function circumstancesOf(
  app: Application,
  trx: Writing,
  tenderId: string,
  { caseNumber, buyer }: Pick<PublishedTender, "caseNumber" | "buyer">,
  approvals: readonly Approval[],
): Promise<DecisionCircumstances> {
  const head = await trx.selectFrom("log").select("seq").orderBy("seq", "desc").limit(1).executeTakeFirst();
  return {
    tender: tenderId,
    caseNumber,
    buyer: buyer.name,
    decidedUs: app.now(),
    approvals,
    logIndex: head?.seq ?? 0,
    release: app.release,
  };
}

async function approve(
  app: Application,
  trx: Writing,
  { accountId }: Person,
  tenderId: string,
  act: DecisionAct,
  subject: string,
): Promise<void> {
  await putApproval(trx, { tender_id: tenderId, act, subject, account_id: accountId, at_us: app.now() });
}
