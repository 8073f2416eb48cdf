import { blobPath } from "#app/db/blob.ts";
import type { Reading } from "#app/db/database.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { callRecordSlot } from "#app/domain/measurement/call-file.ts";
import type { Application } from "#app/services/application.ts";

export interface CallFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** On disk; never shown to anybody. */
  readonly path: string;
}

/** A file of call records of this response; fault `not_found` for any other. */
export async function ownCallFile(
  app: Application,
  db: Reading,
  responseId: string,
  fileId: string,
): Promise<Result<CallFile>> {
  const row = await db
    .selectFrom("response_file")
    .select(["id", "name", "bytes", "sha256", "blob"])
    .where("id", "=", fileId)
    .where("response_id", "=", responseId)
    .where("slot", "=", callRecordSlot)
    .where("removed_us", "is", null)
    .executeTakeFirst();
  if (row === undefined) return failure({ code: "not_found" });
  const { blob, ...file } = row;
  return success({ ...file, path: blobPath(app.dataDir, blob) });
}
