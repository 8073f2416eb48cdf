import type { Reading } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import type { RecordContents, RecordKindId } from "#app/domain/records/record-contents.ts";

/** All imports of record files of a response, newest first. */
export const recordImportsOf = async (db: Reading, responseId: string): Promise<Tables["record_import"][]> =>
  await db
    .selectFrom("record_import")
    .selectAll()
    .where("response_id", "=", responseId)
    .orderBy("created_us", "desc")
    .orderBy("id")
    .execute();

/** What one file said, with where it is to be found. */
export interface StoredRecords<Content> {
  readonly importId: string;
  readonly fileId: string;
  /** Zone in which local times were read. */
  readonly zone: string;
  readonly rows: number;
  readonly sha256: string;
  readonly createdUs: number;
  readonly content: Content;
}

/**
 * The records of a kind that count: the last that were taken over from one of the given files. A later file replaces
 * an earlier one; null when none of the files holds such records.
 */
export async function recordsInForce<K extends RecordKindId>(
  db: Reading,
  responseId: string,
  fileIds: readonly string[],
  kind: K,
): Promise<StoredRecords<RecordContents[K]> | null> {
  if (fileIds.length === 0) return null;
  const row = await db
    .selectFrom("record_import")
    .selectAll()
    .where("response_id", "=", responseId)
    .where("kind", "=", kind)
    .where("file_id", "in", [...fileIds])
    .orderBy("created_us", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    importId: row.id,
    fileId: row.file_id,
    zone: row.zone,
    rows: row.rows,
    sha256: row.content_sha256,
    createdUs: row.created_us,
    content: JSON.parse(row.content.toString("utf8")) as RecordContents[K],
  };
}
