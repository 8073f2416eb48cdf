import { createHash } from "node:crypto";
import type { Approval } from "#app/domain/account/approval.ts";
import type { AwardedBid } from "#app/domain/award/awarded-bid.ts";
import type { CancellationGround } from "#app/domain/award/cancellation-ground.ts";
import type { SendingWay, Standstill } from "#app/domain/award/standstill.ts";
import type { Decision, Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { canonicalJson } from "#app/domain/tender/canonical-json.ts";
import type { Stage } from "#app/domain/tender/stage.ts";

/** What every decision says first: which tender, when, and which two people. Instants are texts. */
interface DecisionHead {
  readonly v: 1;
  readonly tender: string;
  readonly case_number: string;
  readonly buyer: string;
  readonly decided_at: string;
  readonly decided_by: readonly { readonly account: string; readonly name: string; readonly at: string }[];
  /** Position of the last log entry before the decision. */
  readonly log_index: number;
  readonly server_release: string;
}

export interface RecordedLottery {
  readonly source: string;
  readonly announced_at: string;
  readonly due_at: string;
  readonly value: string;
  readonly seed: string;
}

/** The award decision as it is stored, hashed and printed in letters. */
export interface AwardRecord extends DecisionHead {
  readonly type: "award-decision";
  readonly content_sha256: string;
  readonly model_sha256: string;
  readonly winner: string;
  readonly bids: readonly AwardedBid[];
  /** Which rule put each bid before the next. */
  readonly order: readonly Decision[];
  readonly lottery: RecordedLottery | null;
  /** What the buyer adds about the winning bid, for every letter; may be empty. */
  readonly statement: string;
  readonly sent_by: SendingWay;
  readonly standstill: Standstill;
}

/** That the contract has been signed. Dates are those of the tender's zone. */
export interface ConclusionRecord extends DecisionHead {
  readonly type: "conclusion";
  readonly award_sha256: string;
  readonly response: string;
  readonly supplier: { readonly organisation: string; readonly name: string; readonly number: string };
  readonly price: Figure | null;
  readonly signed_on: string;
  readonly starts_on: string;
  /** The last day of the contract, all extensions included. */
  readonly ends_on: string;
  /** Why it was signed before the standstill was over; null when it was not. */
  readonly exception: string | null;
}

export interface CancellationRecord extends DecisionHead {
  readonly type: "cancellation";
  /** The stage that it ended. */
  readonly stage: Stage;
  readonly ground: CancellationGround;
  readonly reason: string;
  /** Who is told; null when nothing had been opened: then not even their number is known. */
  readonly bids:
    | readonly { readonly response: string; readonly bidder: string; readonly organisation_number: string }[]
    | null;
}

export type DecisionRecord = AwardRecord | ConclusionRecord | CancellationRecord;

/** What the program adds to a decision: time, place in the log and the people. */
export interface DecisionCircumstances {
  readonly tender: string;
  readonly caseNumber: string;
  readonly buyer: string;
  readonly decidedUs: number;
  readonly approvals: readonly Approval[];
  readonly logIndex: number;
  readonly release: string;
}

export const decisionHead = (circumstances: DecisionCircumstances): DecisionHead => ({
  v: 1,
  tender: circumstances.tender,
  case_number: circumstances.caseNumber,
  buyer: circumstances.buyer,
  decided_at: instantText(circumstances.decidedUs),
  decided_by: circumstances.approvals
    .toSorted((a, b) => a.atUs - b.atUs || (a.accountId < b.accountId ? -1 : 1))
    .map(({ accountId, name, atUs }) => ({ account: accountId, name, at: instantText(atUs) })),
  log_index: circumstances.logIndex,
  server_release: circumstances.release,
});

/** The exact bytes of a record, with sorted keys, and their SHA-256 in hex. */
export function recordBytes(record: DecisionRecord): { readonly bytes: Buffer; readonly sha256: string } {
  const bytes = Buffer.from(canonicalJson(JSON.parse(JSON.stringify(record))));
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
