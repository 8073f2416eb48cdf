import type { Vocabulary } from "#app/documents/printed-tender.ts";
import type { AwardRecord, CancellationRecord, ConclusionRecord } from "#app/domain/award/decision-record.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";

interface Decided<R> {
  readonly record: R;
  /** Hex, over the record's bytes. */
  readonly sha256: string;
}

export interface ReleaseInput {
  /** Id of the tender. */
  readonly tender: string;
  readonly content: PublishedTender;
  /** Hex SHA-256 of the frozen content. */
  readonly sha256: string;
  /** Instant. */
  readonly publishedAt: string;
  /** Instant of the deadline now; extensions move it. */
  readonly deadline: string;
  readonly award: Decided<AwardRecord> | null;
  readonly conclusion: Decided<ConclusionRecord> | null;
  readonly cancellation: Decided<CancellationRecord> | null;
  /** Public address of the application, without a slash at its end. */
  readonly url: string;
  /** Given to the publisher on registration. */
  readonly ocidPrefix: string;
  readonly vocabulary: Vocabulary;
}

/** What a decision adds to the open data of its tender: the part of a release that is its own. */
export interface DecisionStep {
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
  readonly parties: readonly object[];
  readonly tender: object;
  readonly bids?: object;
  readonly awards?: readonly object[];
  readonly contracts?: readonly object[];
}

/** Lots are not parted: there is always this one. */
export const lotId = "1";

export const organisationId = (number: string): string => `SE-ON-${number}`;
