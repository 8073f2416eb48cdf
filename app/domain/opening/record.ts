import { createHash } from "node:crypto";
import type { Approval } from "#app/domain/account/approval.ts";
import { instantText } from "#app/domain/response/instant.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";

export const parts = ["quality", "price"] as const;
/** A part of every response that is opened at once: answers and files, or unit prices. */
export type Part = (typeof parts)[number];

interface RecordedBid {
  readonly response: string;
  readonly bidder: string;
  readonly organisationNumber: string;
  readonly version: number;
  readonly receivedUs: number;
  readonly contentSha256: string;
  readonly files: readonly ResponseFile[];
  /** A withdrawn bid is listed, so that nobody wonders where it went; nothing of it is opened. */
  readonly withdrawnUs: number | null;
}

export interface OpeningFacts {
  readonly tender: string;
  readonly caseNumber: string;
  readonly buyer: string;
  readonly part: Part;
  readonly deadlineUs: number;
  readonly openedUs: number;
  readonly openers: readonly Pick<Approval, "accountId" | "name" | "atUs">[];
  readonly bids: readonly RecordedBid[];
  /** Attempts at or after the deadline; all were refused. */
  readonly lateAttempts: number;
  /** Position of the last log entry before the opening. */
  readonly logIndex: number;
  readonly release: string;
}

/** The opening record as it is stored, hashed and printed. Instants are texts to the microsecond. */
export interface OpeningRecord {
  readonly v: 1;
  readonly type: "opening-record";
  readonly tender: string;
  readonly case_number: string;
  readonly buyer: string;
  readonly part: Part;
  readonly deadline: string;
  readonly opened_at: string;
  readonly openers: ReadonlyArray<{
    readonly account: string;
    readonly name: string;
    readonly confirmed_at: string;
  }>;
  readonly bids: ReadonlyArray<{
    readonly response: string;
    readonly bidder: string;
    readonly organisation_number: string;
    readonly version: number;
    readonly received_at: string;
    readonly content_sha256: string;
    readonly files: ReadonlyArray<{
      readonly slot: string;
      readonly name: string;
      readonly bytes: number;
      readonly sha256: string;
    }>;
    readonly withdrawn_at: string | null;
  }>;
  readonly late_attempts: number;
  readonly log_index: number;
  readonly server_release: string;
}

/** The record in its canonical order (bids by time of receipt, then id), its exact bytes and their SHA-256 in hex. */
export function openingRecord(facts: OpeningFacts): { record: OpeningRecord; bytes: Buffer; sha256: string } {
  const record: OpeningRecord = {
    v: 1,
    type: "opening-record",
    tender: facts.tender,
    case_number: facts.caseNumber,
    buyer: facts.buyer,
    part: facts.part,
    deadline: instantText(facts.deadlineUs),
    opened_at: instantText(facts.openedUs),
    openers: facts.openers
      .toSorted((a, b) => a.atUs - b.atUs || (a.accountId < b.accountId ? -1 : 1))
      .map(({ accountId, name, atUs }) => ({ account: accountId, name, confirmed_at: instantText(atUs) })),
    bids: facts.bids
      .toSorted((a, b) => a.receivedUs - b.receivedUs || (a.response < b.response ? -1 : 1))
      .map((bid) => ({
        response: bid.response,
        bidder: bid.bidder,
        organisation_number: bid.organisationNumber,
        version: bid.version,
        received_at: instantText(bid.receivedUs),
        content_sha256: bid.contentSha256,
        files: bid.files.map(({ slot, name, bytes, sha256 }) => ({ slot, name, bytes, sha256 })),
        withdrawn_at: bid.withdrawnUs === null ? null : instantText(bid.withdrawnUs),
      })),
    late_attempts: facts.lateAttempts,
    log_index: facts.logIndex,
    server_release: facts.release,
  };
  const bytes = Buffer.from(JSON.stringify(record));
  return { record, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
