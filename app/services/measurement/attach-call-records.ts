import { blobPath, discardBlob } from "#app/db/blob.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { callFileKinds, callRecordSlot, isCallFile } from "#app/domain/measurement/call-file.ts";
import { plainFileName } from "#app/domain/response/file-kind.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import { checkArchive } from "#app/imports/office-archive/check-archive.ts";
import { isArchive } from "#app/imports/sheet/is-archive.ts";
import { type Application, log } from "#app/services/application.ts";
import { newId } from "#app/services/new-id.ts";
import { type Receive, roomFault, storeIncoming } from "#app/services/response/incoming-file.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/**
 * Takes in a file of call records as part of the vendor's own response. It is stored and hashed like a proof file;
 * nothing is read out of it before it has been looked at and its import asked for.
 * Faults: `call_file_kind`, `archive_…` for an Excel file that holds what calls do not need, and those of any upload.
 */
export async function attachCallRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  receive: Receive,
): Promise<Result<ResponseFile>> {
  const before = await authoriseOwnResponse(app, app.database.read, actor, "response.edit", tenderId);
  if (!before.ok) return before;
  const full = await roomFault(app);
  if (full !== null) return failure(full);
  const incoming = await receive();
  if (!incoming.ok) return incoming;
  const name = plainFileName(incoming.value.name);
  const stored = await storeIncoming(app, incoming.value);
  if (!stored.ok) return stored;
  const { bytes, sha256, head, name: blob } = stored.value;
  const faults = await faultsOfFile(name, head, blobPath(app.dataDir, blob));
  if (faults.length > 0) {
    await discardBlob(app.dataDir, blob);
    return failure(...faults.map((fault) => ({ ...fault, place: { field: "file" } })));
  }
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { responseId } = own.value;
    const file = { id: newId(), slot: callRecordSlot, name, bytes, sha256 };
    await trx
      .insertInto("response_file")
      .values({ ...file, response_id: responseId, blob, created_us: app.now(), removed_us: null })
      .execute();
    await log(app, trx, actor, "upload.accept", tenderId, { response: responseId, file: file.id, bytes });
    return success(file);
  });
}

/** What cannot be call records is told by name and first bytes; an Excel file is looked through whole. */
async function faultsOfFile(name: string, head: Uint8Array, path: string): Promise<readonly Fault[]> {
  if (!isCallFile(name, head)) {
    return [{ code: "call_file_kind", params: { name, kinds: callFileKinds.join(", ") } }];
  }
  return isArchive(head) ? await checkArchive(path, "xlsx") : [];
}
