import { createPublicKey } from "node:crypto";
import { lastSubmission, readSubmission } from "#app/db/submission.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import type { ReceiptDocument } from "#app/domain/response/receipt.ts";
import type { ResponseContent, ResponseFile } from "#app/domain/response/response.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface ReceiptView {
  readonly receipt: ReceiptDocument;
  /** What is signed, and the signature over it: exactly as they were made. */
  readonly bytes: Buffer;
  readonly signature: Buffer;
  /** PEM. */
  readonly publicKey: string;
  /** Exact bytes of what was submitted; their SHA-256 stands in the receipt. */
  readonly content: Buffer;
  readonly files: readonly ResponseFile[];
  readonly receivedUs: number;
  readonly withdrawnUs: number | null;
  /** Whether a later version has taken its place. */
  readonly replaced: boolean;
  readonly bidder: string;
  readonly tenderTitle: Text;
  readonly timezone: string;
}

/** The receipt of one version of the actor's own organisation's response. Fault: `not_found`. */
export async function readReceipt(
  app: Application,
  actor: Actor,
  tenderId: string,
  version: number,
): Promise<Result<ReceiptView>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId, person, publication } = own.value;
  const row = await readSubmission(db, responseId, version);
  if (row === null) return failure({ code: "not_found" });
  const last = await lastSubmission(db, responseId);
  return success({
    receipt: JSON.parse(row.receipt.toString("utf8")) as ReceiptDocument,
    bytes: row.receipt,
    signature: row.signature,
    publicKey: createPublicKey(app.signing.key).export({ type: "spki", format: "pem" }).toString(),
    content: row.content,
    files: (JSON.parse(row.content.toString("utf8")) as ResponseContent).files,
    receivedUs: row.received_us,
    withdrawnUs: row.withdrawn_us,
    replaced: last !== null && last.version !== version,
    bidder: person.organisation.name,
    tenderTitle: publication.content.title,
    timezone: publication.content.timezone,
  });
}
