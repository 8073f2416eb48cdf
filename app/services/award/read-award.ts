import * as stored from "#app/db/award.ts";
import { lastProposal, type StoredProposal } from "#app/db/award.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { AwardedBid } from "#app/domain/award/awarded-bid.ts";
import type { AwardRecord, ConclusionRecord } from "#app/domain/award/decision-record.ts";
import type { LotteryDraw } from "#app/domain/award/lottery-draw.ts";
import type { AwardOutcome } from "#app/domain/award/outcome.ts";
import type { AwardProposal, ConclusionProposal } from "#app/domain/award/proposal.ts";
import type { Approval, DecisionAct, MissingPerson } from "#app/domain/award/two-people.ts";
import type { Decision } from "#app/domain/evaluation/tender-evaluation.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { stateOf } from "#app/services/award/approve-proposal.ts";
import { awardBasis } from "#app/services/award/award-basis.ts";

/** A proposal that waits for its second person. */
export interface StandingProposal<P> {
  readonly sha256: string;
  readonly proposal: P;
  readonly approvals: readonly Pick<Approval, "name" | "atUs">[];
  readonly missing: MissingPerson | null;
  readonly approvedByMe: boolean;
}

export interface AwardPage {
  readonly tenderId: string;
  readonly stage: Stage;
  readonly timezone: string;
  readonly nowUs: number;
  readonly inSek: boolean;
  readonly contractMonths: number;
  readonly outcome: AwardOutcome;
  /** Best first; those that are not admitted last. */
  readonly bids: readonly AwardedBid[];
  readonly order: readonly Decision[];
  readonly draw: LotteryDraw | null;
  readonly mayPrepare: boolean;
  readonly mayDecide: boolean;
  readonly mayConclude: boolean;
  readonly mayCancel: boolean;
  readonly proposal: StandingProposal<AwardProposal> | null;
  readonly decided: {
    readonly record: Pick<AwardRecord, "decided_by" | "standstill" | "sent_by" | "winner" | "statement">;
    readonly sha256: string;
    readonly decidedUs: number;
    readonly standstillEndUs: number;
  } | null;
  readonly conclusion: StandingProposal<ConclusionProposal> | null;
  readonly concluded: { readonly record: ConclusionRecord; readonly sha256: string } | null;
}

/** The page of the award: before it what it would be, afterwards what was decided. Faults as `awardBasis`. */
export async function readAward(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<AwardPage>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "award.read", tenderId);
  if (!access.ok) return access;
  const { stage, may } = access.value;
  const publication = await readPublication(read, tenderId);
  if (publication === null || actor.kind !== "person") return failure({ code: "not_found" });
  const { timezone, contractMonths, evaluation } = publication.content;
  const award = await stored.readAward(read, tenderId);
  const conclusion = await stored.readConclusion(read, tenderId);
  const basis = award === null ? await awardBasis(read, actor, access.value) : null;
  if (basis !== null && !basis.ok) return basis;
  const standing = async <A extends DecisionAct>(act: A) => {
    const last = await lastProposal(read, tenderId, act);
    return last && { ...last, ...(await stateOf(read, tenderId, act, last.sha256)) };
  };
  const shown = <P>(
    last: (StoredProposal & { approvals: readonly Approval[]; missing: MissingPerson | null }) | null,
    proposal: P | undefined,
  ): StandingProposal<P> | null =>
    last === null || proposal === undefined
      ? null
      : {
          sha256: last.sha256,
          proposal,
          approvals: last.approvals.map(({ name, atUs }) => ({ name, atUs })),
          missing: last.missing,
          approvedByMe: last.approvals.some(({ accountId }) => accountId === actor.accountId),
        };
  const proposed = award === null ? await standing("award") : null;
  const concluding = conclusion === null && award !== null ? await standing("conclude") : null;
  // What an earlier proposal rested on may have changed since: it can no longer be confirmed.
  const current = proposed?.proposal.basis_sha256 === basis?.value.sha256 ? proposed : null;
  return success({
    tenderId,
    stage,
    timezone,
    contractMonths,
    nowUs: app.now(),
    inSek: evaluation.type === "added_value_deduction",
    outcome: basis?.value.outcome ?? { type: "winner", response: award?.record.winner ?? "" },
    bids: basis?.value.bids ?? award?.record.bids ?? [],
    order: basis?.value.order ?? award?.record.order ?? [],
    draw: basis?.value.draw ?? null,
    mayPrepare: may("award.prepare"),
    mayDecide: may("award.decide"),
    mayConclude: may("contract.conclude"),
    mayCancel: may("tender.cancel"),
    proposal: shown(current, current?.proposal),
    decided: award && {
      record: award.record,
      sha256: award.sha256,
      decidedUs: award.decidedUs,
      standstillEndUs: award.standstillEndUs ?? award.decidedUs,
    },
    conclusion: shown(concluding, concluding?.proposal),
    concluded: conclusion && { record: conclusion.record, sha256: conclusion.sha256 },
  });
}
