import { createHash, randomBytes } from "node:crypto";
import type { Writing } from "#app/db/database.ts";
import { readDraft } from "#app/db/response.ts";
import { lastSubmission } from "#app/db/submission.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { contentBytes } from "#app/domain/response/content-bytes.ts";
import { isInTime } from "#app/domain/response/deadline.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { receiptBytes, saltedHash, signReceipt } from "#app/domain/response/receipt.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { newId } from "#app/services/new-id.ts";
import { authoriseOwnResponse, type OwnResponse } from "#app/services/response/own-response.ts";
import { whileInFlight } from "#app/services/response/submits-in-flight.ts";

export interface SubmitRequest {
  /** Last version that the page showed; 0 when nothing was submitted before. */
  readonly expectedVersion: number;
  /** Hash of the content that the page showed: what is submitted is what the person saw. */
  readonly contentSha256: string;
  /** The same key gives the same receipt, however often it is sent. */
  readonly idempotencyKey: string;
  /** When the last byte of the request had been read, microseconds. */
  readonly receivedUs: number;
}

export interface Receipt {
  readonly version: number;
  readonly bytes: Buffer;
  readonly signature: Buffer;
}

/**
 * Hands in the response as it stands: one transaction writes the exact content, the log entry and the signed receipt,
 * or nothing. Deadline, stage and version are read again under the write lock; it may commit after the deadline when
 * the request had come before it.
 *
 * Faults: `response_late` (logged, with both times), `version_conflict`, `not_found`, `wrong_stage`.
 */
export async function submitResponse(
  app: Application,
  actor: Actor,
  tenderId: string,
  request: SubmitRequest,
): Promise<Result<Receipt>> {
  return await whileInFlight(app, tenderId, () =>
    app.database.write((trx) => submit(app, trx, actor, tenderId, request)),
  );
}

async function submit(
  app: Application,
  trx: Writing,
  actor: Actor,
  tenderId: string,
  request: SubmitRequest,
): Promise<Result<Receipt>> {
  // Judged by when the request came and not by how long it has waited for the write lock.
  const atReceipt: Application = { ...app, now: () => request.receivedUs };
  const own = await authoriseOwnResponse(atReceipt, trx, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { deadlineUs, publication, responseId } = own.value;
  const repeated = await trx
    .selectFrom("submission")
    .select(["version", "receipt", "signature"])
    .where("response_id", "=", responseId)
    .where("idempotency_key", "=", request.idempotencyKey)
    .executeTakeFirst();
  if (repeated !== undefined) {
    return success({ version: repeated.version, bytes: repeated.receipt, signature: repeated.signature });
  }

  const draft = await readDraft(trx, tenderId, responseId);
  const content = contentBytes(publication.content, draft.content);
  const contentSha256 = createHash("sha256").update(content).digest("hex");
  const salt = randomBytes(32).toString("hex");
  if (!isInTime(request.receivedUs, deadlineUs)) {
    return failure(
      await refuseLate(app, trx, actor, tenderId, own.value, request, saltedHash(salt, contentSha256)),
    );
  }
  const allowed = await authoriseTender(atReceipt, trx, actor, "response.submit", tenderId);
  if (!allowed.ok) return allowed;
  const last = (await lastSubmission(trx, responseId))?.version ?? 0;
  if (last !== request.expectedVersion || contentSha256 !== request.contentSha256) {
    return failure({ code: "version_conflict" });
  }

  const version = last + 1;
  const entry = await log(app, trx, actor, version === 1 ? "response.submit" : "response.replace", tenderId, {
    response: responseId,
    version,
    received_us: request.receivedUs,
    content: saltedHash(salt, contentSha256),
  });
  const bytes = receiptBytes({
    tender: tenderId,
    response: responseId,
    version,
    receivedUs: request.receivedUs,
    deadlineUs,
    files: draft.content.files,
    contentSha256,
    salt,
    modelSha256: publication.modelSha256,
    log: entry,
    release: app.release,
    keyId: app.signing.id,
  });
  const signature = signReceipt(bytes, app.signing.key);
  await trx
    .insertInto("submission")
    .values({
      id: newId(),
      response_id: responseId,
      version,
      received_us: request.receivedUs,
      content,
      content_sha256: contentSha256,
      receipt: bytes,
      signature,
      idempotency_key: request.idempotencyKey,
    })
    .execute();
  return success({ version, bytes, signature });
}

/** The attempt is kept as evidence; the program never admits it, whatever the buyer decides outside it. */
async function refuseLate(
  app: Application,
  trx: Writing,
  actor: Actor,
  tenderId: string,
  { responseId, deadlineUs }: OwnResponse,
  { receivedUs }: SubmitRequest,
  content: string,
): Promise<Fault> {
  await log(app, trx, actor, "response.late_attempt", tenderId, {
    response: responseId,
    received_us: receivedUs,
    deadline_us: deadlineUs,
    content,
    code: "response_late",
  });
  return {
    code: "response_late",
    params: { received: instantText(receivedUs), deadline: instantText(deadlineUs) },
  };
}
