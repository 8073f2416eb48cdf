import { type Blob, blobPath, discardBlob } from "#app/db/blob.ts";
import type { Reading } from "#app/db/database.ts";
import { readFiles } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { fileKind, plainFileName } from "#app/domain/response/file-kind.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { checkArchive } from "#app/imports/office-archive/check-archive.ts";
import { type Application, log } from "#app/services/application.ts";
import { newId } from "#app/services/new-id.ts";
import { type Receive, roomFault, storeIncoming } from "#app/services/response/incoming-file.ts";
import { authoriseOwnResponse, type OwnResponse } from "#app/services/response/own-response.ts";

/**
 * Puts a file into the slot of a requirement. Permission, quota and room are checked before the first byte is read and
 * again when the row is written. The same file may lie in several slots. Uploading alone is not submitting.
 *
 * Faults name the slot's field: `file_kind_not_allowed`, `file_of_old_office`, `file_not_what_it_says`, `proof_empty`,
 * `upload_too_large`, `upload_interrupted`, `upload_stalled`, `too_many_files`, `response_too_large`, `disk_full`, and
 * `archive_…` for a Word or Excel file that holds what neither needs.
 */
export async function attachFile(
  app: Application,
  actor: Actor,
  tenderId: string,
  slot: string,
  receive: Receive,
): Promise<Result<ResponseFile>> {
  const place = { field: `files.${slot}` };
  const atSlot = (faults: readonly Fault[]) => failure(...faults.map((fault) => ({ ...fault, place })));
  const before = await authoriseOwnResponse(app, app.database.read, actor, "response.edit", tenderId);
  if (!before.ok) return before;
  if (!before.value.publication.content.requirements.some((requirement) => requirement.id === slot)) {
    return failure({ code: "not_found" });
  }
  const obstacle =
    (await roomFault(app)) ?? (await quotaFault(app.database.read, tenderId, before.value.responseId, 0));
  if (obstacle !== null) return await reject(app, actor, tenderId, before.value, atSlot([obstacle]));

  const incoming = await receive();
  if (!incoming.ok) return await reject(app, actor, tenderId, before.value, atSlot(incoming.faults));
  const stored = await storeIncoming(app, incoming.value);
  if (!stored.ok) return await reject(app, actor, tenderId, before.value, atSlot(stored.faults));
  const blob = stored.value;
  const name = plainFileName(incoming.value.name);
  const proof = await checkProof(name, blob, blobPath(app.dataDir, blob.name));
  const written = proof.ok
    ? await app.database.write(async (trx): Promise<Result<ResponseFile>> => {
        // A file that began in time may end after the deadline: it then stays in the draft, where it changes nothing.
        const own = await authoriseOwnResponse(app, trx, actor, "response.read-own", tenderId);
        if (!own.ok) return own;
        const full = await quotaFault(trx, tenderId, own.value.responseId, blob.bytes);
        if (full !== null) return failure(full);
        const file = { id: newId(), slot, name, bytes: blob.bytes, sha256: blob.sha256 };
        await trx
          .insertInto("response_file")
          .values({
            ...file,
            response_id: own.value.responseId,
            blob: blob.name,
            created_us: app.now(),
            removed_us: null,
          })
          .execute();
        await log(app, trx, actor, "upload.accept", tenderId, {
          response: own.value.responseId,
          file: file.id,
          bytes: file.bytes,
        });
        return success(file);
      })
    : proof;
  if (written.ok) return written;
  await discardBlob(app.dataDir, blob.name);
  return await reject(app, actor, tenderId, before.value, atSlot(written.faults));
}

/** By name and first bytes, and a Word or Excel file by everything in it: an evaluator will open it. */
async function checkProof(name: string, { head }: Blob, path: string): Promise<Result<null>> {
  const kind = fileKind(name, head);
  if (!kind.ok) return kind;
  if (kind.value !== "docx" && kind.value !== "xlsx") return success(null);
  const faults = await checkArchive(path, kind.value);
  return faults.length === 0 ? success(null) : failure(...faults);
}

async function quotaFault(
  db: Reading,
  tenderId: string,
  responseId: string,
  more: number,
): Promise<Fault | null> {
  const files = await readFiles(db, responseId);
  if (files.length >= uploadLimits.filesOfResponse) {
    return { code: "too_many_files", params: { max: uploadLimits.filesOfResponse } };
  }
  const own = files.reduce((sum, file) => sum + file.bytes, more);
  if (own > uploadLimits.response)
    return { code: "response_too_large", params: { bytes: uploadLimits.response } };
  const { total } = await db
    .selectFrom("response_file")
    .innerJoin("response", "response.id", "response_file.response_id")
    .select((eb) => eb.fn.sum<number | string | null>("response_file.bytes").as("total"))
    .where("response.tender_id", "=", tenderId)
    .executeTakeFirstOrThrow();
  return Number(total ?? 0) + more > uploadLimits.tender ? { code: "disk_full" } : null;
}

/** Failed uploads are kept in the log, with their code: who could not hand in must be able to show it. */
async function reject<T extends { ok: false; faults: readonly Fault[] }>(
  app: Application,
  actor: Actor,
  tenderId: string,
  own: OwnResponse,
  refusal: T,
): Promise<T> {
  const code = refusal.faults[0]?.code ?? "";
  await app.database.write((trx) =>
    log(app, trx, actor, "upload.reject", tenderId, { response: own.responseId, code }),
  );
  return refusal;
}
