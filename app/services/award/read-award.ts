import {
  lastProposal,
  readConclusion,
  readCourtReviews,
  readAward as readStoredAward,
} from "#app/db/award.ts";
import type { Reading } from "#app/db/database.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Actor, Person } from "#app/domain/account/actor.ts";
import type { Approval } from "#app/domain/account/approval.ts";
import type { AwardedBid } from "#app/domain/award/awarded-bid.ts";
import type { CourtReview, SignFrom } from "#app/domain/award/court-review.ts";
import type { AwardRecord, ConclusionRecord } from "#app/domain/award/decision-record.ts";
import type { LotteryDraw } from "#app/domain/award/lottery-draw.ts";
import type { AwardOutcome } from "#app/domain/award/outcome.ts";
import type { Proposal } from "#app/domain/award/proposal.ts";
import { dateOfInstant, type Standstill, standstill, startOfDayUs } from "#app/domain/award/standstill.ts";
import { type StandstillDay, standstillWeeks } from "#app/domain/award/standstill-calendar.ts";
import type { DecisionAct, MissingPerson } from "#app/domain/award/two-people.ts";
import type { Decision } from "#app/domain/evaluation/tender-evaluation.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { type ModelUnits, unitsOf } from "#app/domain/tender/model-units.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import { readStandstillRules } from "#app/imports/calendar/read-standstill-rules.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { stateOf } from "#app/services/award/approve-proposal.ts";
import { awardBasis } from "#app/services/award/award-basis.ts";
import { conflictsAmongJudges } from "#app/services/award/conflicts-among-judges.ts";
import { signFromOf } from "#app/services/award/sign-from.ts";

/** A proposal that waits for its second person. */
export interface StandingProposal<A extends DecisionAct> {
  readonly sha256: string;
  readonly proposal: Extract<Proposal, { act: A }>;
  readonly approvals: readonly Pick<Approval, "name" | "atUs">[];
  readonly missing: MissingPerson | null;
  /** Whether the actor has done their part and waits for somebody else. */
  readonly approvedByMe: boolean;
}

export type RankedBid = Pick<AwardedBid, "response" | "bidder" | "admission" | "reasons" | "place"> & {
  /** Decimal strings for the eye. */
  readonly price: string | null;
  readonly quality: string;
  readonly score: string | null;
};

export interface AwardPage {
  readonly tenderId: string;
  readonly stage: Stage;
  readonly timezone: string;
  readonly nowUs: number;
  readonly units: ModelUnits;
  readonly contractMonths: number;
  /** When the tender said that the contract would begin; null when it did not or the day has passed. */
  readonly contractStart: string | null;
  readonly outcome: AwardOutcome;
  /** Best first; those that are not admitted last. */
  readonly bids: readonly RankedBid[];
  readonly order: readonly Decision[];
  readonly draw: LotteryDraw | null;
  readonly may: {
    readonly decide: boolean;
    readonly conclude: boolean;
    readonly cancel: boolean;
    readonly readReport: boolean;
    readonly compare: boolean;
  };
  /** Names of those who have judged without having stated that they have no tie; null once decided. */
  readonly conflicts: readonly string[] | null;
  /** What the standstill would be if the award were decided today; null once it is. */
  readonly ifToday: { readonly electronic: Standstill; readonly other: Standstill } | null;
  /** Responses below a limit of the indicators, and those whose hearing is not decided; null once decided. */
  readonly low: { readonly flagged: readonly string[]; readonly open: readonly string[] } | null;
  readonly proposal: StandingProposal<"award"> | null;
  readonly decided: {
    readonly record: Pick<AwardRecord, "decided_by" | "standstill" | "sent_by" | "statement">;
    readonly sha256: string;
    readonly decidedUs: number;
    readonly standstillEndUs: number;
    readonly reviews: readonly CourtReview[];
    /** From when the contract may be signed as far as is known now; null while a court is reviewing. */
    readonly signFrom: SignFrom;
    /** When that day begins. */
    readonly signFromUs: number | null;
    readonly weeks: readonly (readonly StandstillDay[])[];
  } | null;
  readonly concluding: StandingProposal<"conclude"> | null;
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
  const { timezone, contractMonths, evaluation, provisions } = publication.content;
  const start = provisions.contractStart;
  const award = await readStoredAward(read, tenderId);
  const conclusion = await readConclusion(read, tenderId);
  const basis = award === null ? await awardBasis(read, actor, access.value) : null;
  if (basis !== null && !basis.ok) return basis;
  const rules = await readStandstillRules(app.root);
  const today = dateOfInstant(instantText(app.now()), timezone);
  const signFrom = award === null ? null : await signFromOf(app, read, award.record);
  const proposed = award === null ? await standing(read, actor, tenderId, "award") : null;
  const record = award?.record;
  return success({
    tenderId,
    stage,
    timezone,
    contractMonths,
    contractStart: start !== null && start >= today ? start : null,
    nowUs: app.now(),
    units: unitsOf(evaluation),
    outcome: basis?.value.outcome ?? { type: "winner", response: record?.winner ?? "" },
    bids: (basis?.value.bids ?? record?.bids ?? []).map(ranked),
    order: basis?.value.order ?? record?.order ?? [],
    draw: basis?.value.draw ?? null,
    may: {
      decide: may("award.decide"),
      conclude: may("contract.conclude"),
      cancel: may("tender.cancel"),
      readReport: may("evaluation-report.read"),
      compare: may("price.analyse"),
    },
    conflicts: award === null ? await conflictsAmongJudges(read, tenderId) : null,
    ifToday:
      award === null
        ? { electronic: standstill(today, "electronic", rules), other: standstill(today, "other", rules) }
        : null,
    low: basis && {
      flagged: [...new Set(basis.value.lowBids.flatMap(({ flagged }) => flagged))],
      open: basis.value.openHearings,
    },
    // What an earlier proposal rested on may have changed since: it can no longer be confirmed.
    proposal: proposed?.proposal.basis_sha256 === basis?.value.sha256 ? proposed : null,
    decided: award && {
      reviews: await readCourtReviews(read, tenderId),
      signFrom,
      signFromUs: signFrom === null ? null : startOfDayUs(signFrom, timezone),
      record: award.record,
      sha256: award.sha256,
      decidedUs: award.decidedUs,
      standstillEndUs: award.standstillEndUs ?? award.decidedUs,
      weeks: standstillWeeks(award.record.standstill),
    },
    concluding:
      award !== null && conclusion === null ? await standing(read, actor, tenderId, "conclude") : null,
    concluded: conclusion && { record: conclusion.record, sha256: conclusion.sha256 },
  });
}

const ranked = ({ response, bidder, admission, reasons, place, ...figures }: AwardedBid): RankedBid => ({
  response,
  bidder,
  admission,
  reasons,
  place,
  price: figures.price?.decimal ?? null,
  quality: figures.quality.decimal,
  score: figures.score?.decimal ?? null,
});

/** The proposal that stands for an act, as its page shows it to somebody who may approve it. */
export async function standing<A extends DecisionAct>(
  db: Reading,
  { accountId: own }: Person,
  tenderId: string,
  act: A,
): Promise<StandingProposal<A> | null> {
  const last = await lastProposal(db, tenderId, act);
  if (last === null) return null;
  const { approvals, missing } = await stateOf(db, tenderId, act, last.sha256);
  return {
    sha256: last.sha256,
    proposal: last.proposal,
    approvals: approvals.map(({ name, atUs }) => ({ name, atUs })),
    missing,
    approvedByMe: missing !== null && approvals.some(({ accountId }) => accountId === own),
  };
}
