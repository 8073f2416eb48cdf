import { createHash } from "node:crypto";
import type { CancellationGround } from "#app/domain/award/cancellation-ground.ts";
import type { SendingWay } from "#app/domain/award/standstill.ts";
import { canonicalJson } from "#app/domain/tender/canonical-json.ts";

/** What the second person confirms: what was typed, and a hash of all that it rests on. */
export interface AwardProposal {
  readonly act: "award";
  readonly basis_sha256: string;
  readonly statement: string;
  readonly sent_by: SendingWay;
}

export interface ConclusionProposal {
  readonly act: "conclude";
  readonly award_sha256: string;
  readonly signed_on: string;
  readonly starts_on: string;
  /** Empty when the standstill was over. */
  readonly exception: string;
}

export interface CancellationProposal {
  readonly act: "cancel";
  readonly ground: CancellationGround;
  readonly reason: string;
}

export type Proposal = AwardProposal | ConclusionProposal | CancellationProposal;

/** The exact bytes that two people agree on, and their SHA-256 in hex. */
export function proposalBytes(proposal: Proposal): { readonly bytes: Buffer; readonly sha256: string } {
  const bytes = Buffer.from(canonicalJson({ ...proposal }));
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
