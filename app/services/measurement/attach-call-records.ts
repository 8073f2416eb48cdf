import { blobPath } from "#app/db/blob.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { callFileKinds, callRecordSlot, isCallFile } from "#app/domain/measurement/call-file.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import { checkArchive } from "#app/imports/office-archive/check-archive.ts";
import { isArchive } from "#app/imports/sheet/is-archive.ts";
import type { Application } from "#app/services/application.ts";
import { attachToResponse } from "#app/services/response/attach-to-response.ts";
import type { Receive, StoredFile } from "#app/services/response/incoming-file.ts";

/**
 * Takes in a file of call records as part of the vendor's own response. It is stored and hashed like a proof file;
 * nothing is read out of it before it has been looked at and its import asked for.
 * Faults: those of `attachToResponse`, `call_file_kind`, and `archive_…` for an Excel file that holds what calls do not
 * need.
 */
export async function attachCallRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  receive: Receive,
): Promise<Result<ResponseFile>> {
  const calls = {
    slot: callRecordSlot,
    field: "file",
    prepare: (file: StoredFile) => checkCalls(app, file),
  };
  return await attachToResponse(app, actor, tenderId, calls, receive);
}

/** What cannot be call records is told by name and first bytes; an Excel file is looked through whole. */
async function checkCalls(app: Application, file: StoredFile): Promise<Result<StoredFile>> {
  const { name, blob } = file;
  if (!isCallFile(name, blob.head)) {
    return failure({ code: "call_file_kind", params: { name, kinds: callFileKinds.join(", ") } });
  }
  const faults = isArchive(blob.head) ? await checkArchive(blobPath(app.dataDir, blob.name), "xlsx") : [];
  return faults.length === 0 ? success(file) : failure(...faults);
}
