import type { Tables } from "#app/db/tables.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result } from "#app/domain/fault.ts";
import { isRecordFile, recordFileEndings, recordSlot } from "#app/domain/records/record-file.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import type { Application } from "#app/services/application.ts";
import { withoutPeople } from "#app/services/records/without-people.ts";
import { attachToResponse } from "#app/services/response/attach-to-response.ts";
import type { Receive, StoredFile } from "#app/services/response/incoming-file.ts";
import type { OwnResponse } from "#app/services/response/own-response.ts";

/**
 * Takes in a record file (incident log, staffing plan …) as part of the vendor's own response. It is stored and hashed
 * like a proof file; nothing is read out of it before it has been looked at and accepted. Of a file with a row per
 * person only the sums are stored.
 * Faults: those of `attachToResponse`, `record_file_kind`, `record_file_twice`, and of a file about people all of its
 * own, with their rows.
 */
export async function attachRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  receive: Receive,
): Promise<Result<ResponseFile>> {
  const records = {
    slot: recordSlot,
    field: "file",
    prepare: (file: StoredFile, own: OwnResponse) => checkRecords(app, file, own),
    clash: twin,
  };
  return await attachToResponse(app, actor, tenderId, records, receive);
}

async function checkRecords(
  app: Application,
  file: StoredFile,
  { publication }: OwnResponse,
): Promise<Result<StoredFile>> {
  const { name, blob } = file;
  if (!isRecordFile(name, blob.head)) {
    return failure({ code: "record_file_kind", params: { name, kinds: recordFileEndings.join(", ") } });
  }
  return await withoutPeople(app, file, publication.content.timezone);
}

/** The same content once: two of one kind in force would be one of them too many. */
function twin({ blob }: StoredFile, held: readonly Tables["response_file"][]): Fault | null {
  const same = held.find((file) => file.slot === recordSlot && file.sha256 === blob.sha256);
  return same === undefined ? null : { code: "record_file_twice", params: { name: same.name } };
}
