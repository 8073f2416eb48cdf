import { createHash } from "node:crypto";

export const logKinds = [
  "system.start",
  "system.stop",
  "account.create",
  "auth.sign-in",
  "auth.sign-in-failed",
  "auth.sign-out",
  "auth.session-end",
  "auth.password-change",
  "auth.password-reset",
  "account.set-up",
  "account.register",
  "template.replace",
  "template.remove",
  "account.disable",
  "account.enable",
  "role.grant",
  "role.revoke",
  "tender.draft",
  "tender.approve",
  "tender.publish",
  "model.freeze",
  "upload.accept",
  "upload.reject",
  "addendum.publish",
  "question.ask",
  "question.answer",
  "response.start",
  "response.submit",
  "response.replace",
  "response.withdraw",
  "response.late_attempt",
  "part.request-open",
  "part.open",
  "conflict.declare",
  "score.lock",
  "score.reveal",
  "consensus.set",
  "quality.request-lock",
  "quality.lock",
  "award.propose",
  "award.decide",
  "low-bid.ask",
  "low-bid.answer",
  "low-bid.decide",
  "award.announce-lottery",
  "award.draw-lottery",
  "court-review.record",
  "contract.propose",
  "contract.conclude",
  "tender.propose-cancel",
  "tender.cancel",
  "calls.import",
  "calls.mapping",
  "calls.refuse",
  "records.import",
  "records.replace",
  "records.remove",
  "export",
  "access.denied",
] as const;
export type LogKind = (typeof logKinds)[number];

/** Ids, hashes, counts and codes only: no free text, so that lawful erasure never breaks the log. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface LogEntry {
  readonly seq: number;
  readonly atUs: number;
  readonly actor: string;
  readonly kind: LogKind;
  readonly tender: string | null;
  readonly facts: LogFacts;
}

/**
 * The exact bytes of an entry and its leaf hash, SHA-256(0x00 || body) as RFC 6962 says, so that a Merkle tree can be
 * built over old entries later. Keys of `facts` are sorted: the same entry always gives the same bytes.
 */
export function encodeEntry(entry: LogEntry, release: string): { body: Buffer; leaf: Buffer } {
  const facts = Object.fromEntries(Object.entries(entry.facts).sort(([a], [b]) => (a < b ? -1 : 1)));
  const body = Buffer.from(
    JSON.stringify({
      v: 1,
      release,
      seq: entry.seq,
      at_us: entry.atUs,
      actor: entry.actor,
      kind: entry.kind,
      tender: entry.tender,
      facts,
    }),
  );
  const leaf = createHash("sha256").update(Buffer.of(0)).update(body).digest();
  return { body, leaf };
}
