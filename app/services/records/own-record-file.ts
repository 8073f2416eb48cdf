import { blobPath } from "#app/db/blob.ts";
import type { Reading } from "#app/db/database.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { recordSlot } from "#app/domain/records/record-file.ts";
import type { Application } from "#app/services/application.ts";

export interface RecordFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** On disk; never shown to anybody. */
  readonly path: string;
}

/** A record file that lies in this response now; fault `not_found` for any other. */
export async function ownRecordFile(
  app: Application,
  db: Reading,
  responseId: string,
  fileId: string,
): Promise<Result<RecordFile>> {
  const row = await db
    .selectFrom("response_file")
    .select(["id", "name", "bytes", "sha256", "blob"])
    .where("id", "=", fileId)
    .where("response_id", "=", responseId)
    .where("slot", "=", recordSlot)
    .where("removed_us", "is", null)
    .executeTakeFirst();
  if (row === undefined) return failure({ code: "not_found" });
  const { blob, ...file } = row;
  return success({ ...file, path: blobPath(app.dataDir, blob) });
}
