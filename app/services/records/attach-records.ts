import { discardBlob } from "#app/db/blob.ts";
import type { Reading } from "#app/db/database.ts";
import { readFiles } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { isRecordFile, recordFileEndings, recordSlot } from "#app/domain/records/record-file.ts";
import { plainFileName } from "#app/domain/response/file-kind.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { type Application, log } from "#app/services/application.ts";
import { newId } from "#app/services/new-id.ts";
import { withoutPeople } from "#app/services/records/without-people.ts";
import { type Receive, roomFault, storeIncoming } from "#app/services/response/incoming-file.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/**
 * Takes in a record file (incident log, staffing plan …) as part of the vendor's own response. It is stored and hashed
 * like a proof file; nothing is read out of it before it has been looked at and accepted. Of a file with a row per
 * person only the sums are stored.
 * Faults: `record_file_kind`, `record_file_twice`, `too_many_files`, those of any upload, and of a file about people all of its own.
 */
export async function attachRecords(
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
  const sent = plainFileName(incoming.value.name);
  const stored = await storeIncoming(app, incoming.value);
  if (!stored.ok) return stored;
  const place = { field: "file" };
  if (!isRecordFile(sent, stored.value.head)) {
    await discardBlob(app.dataDir, stored.value.name);
    const params = { name: sent, kinds: recordFileEndings.join(", ") };
    return failure({ code: "record_file_kind", place, params });
  }
  const kept = await withoutPeople(
    app,
    { blob: stored.value, name: sent },
    before.value.publication.content.timezone,
  );
  if (!kept.ok) return kept;
  const { name } = kept.value;
  const { bytes, sha256, name: blob } = kept.value.blob;
  const written = await app.database.write(async (trx): Promise<Result<ResponseFile>> => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { responseId } = own.value;
    const obstacle = await obstacleTo(trx, responseId, sha256);
    if (obstacle !== null) return failure({ ...obstacle, place });
    const file = { id: newId(), slot: recordSlot, name, bytes, sha256 };
    await trx
      .insertInto("response_file")
      .values({ ...file, response_id: responseId, blob, created_us: app.now(), removed_us: null })
      .execute();
    await log(app, trx, actor, "upload.accept", tenderId, { response: responseId, file: file.id, bytes });
    return success(file);
  });
  if (!written.ok) await discardBlob(app.dataDir, blob);
  return written;
}

async function obstacleTo(db: Reading, responseId: string, sha256: string): Promise<Fault | null> {
  const files = await readFiles(db, responseId);
  const same = files.find((file) => file.slot === recordSlot && file.sha256 === sha256);
  if (same !== undefined) return { code: "record_file_twice", params: { name: same.name } };
  return files.length >= uploadLimits.filesOfResponse
    ? { code: "too_many_files", params: { max: uploadLimits.filesOfResponse } }
    : null;
}
