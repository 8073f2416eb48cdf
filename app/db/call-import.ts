import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import { decodeBlob } from "#app/domain/measurement/blob.ts";
import type { Cell } from "#app/domain/measurement/cell.ts";
import { inForce } from "#app/domain/measurement/import-rules.ts";

export type CallImport = Tables["call_import"];

/** All imports of a response, newest first. */
export const importsOf = async (db: Reading, responseId: string): Promise<CallImport[]> =>
  await db
    .selectFrom("call_import")
    .selectAll()
    .where("response_id", "=", responseId)
    .orderBy("started_us", "desc")
    .execute();

/**
 * The imports whose figures count together: those that were taken over whole from one of the given files, and that no
 * other of them has taken the place of. Newest first; all have one zone and one clock.
 */
export async function importsInForce(
  db: Reading,
  responseId: string,
  fileIds: readonly string[],
): Promise<CallImport[]> {
  return inForce(
    await importsOf(db, responseId),
    ({ state, file_id }) => state === "done" && fileIds.includes(file_id),
    ({ replaces }) => JSON.parse(replaces) as readonly string[],
  );
}

/** The stored half hours of imports that do not overlap; with `days` (UTC, half-open), of those days only. */
export async function cellsOf(
  db: Reading,
  importIds: readonly string[],
  days: { readonly fromDay: number; readonly toDay: number } | null = null,
): Promise<Cell[]> {
  if (importIds.length === 0) return [];
  const rows = await db
    .selectFrom("call_aggregate")
    .select(["queue", "utc_day", "cells"])
    .where("import_id", "in", [...importIds])
    .$if(days !== null, (query) =>
      query.where("utc_day", ">=", days?.fromDay ?? 0).where("utc_day", "<", days?.toDay ?? 0),
    )
    .orderBy("utc_day")
    .orderBy("queue")
    .execute();
  return rows.flatMap(({ queue, utc_day, cells }) => decodeBlob({ queue, day: utc_day, bytes: cells }));
}

/** Stores the aggregates and closes the import, in the transaction that also writes the log: all or nothing. */
export async function storeAggregates(
  trx: Writing,
  importId: string,
  blobs: readonly { readonly queue: string; readonly day: number; readonly bytes: Uint8Array }[],
): Promise<void> {
  const rows = blobs.map(({ queue, day, bytes }) => ({
    import_id: importId,
    queue,
    utc_day: day,
    cells: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  }));
  // Below the limit of parameters that one statement may have.
  const batch = 200;
  for (let start = 0; start < rows.length; start += batch) {
    await trx
      .insertInto("call_aggregate")
      .values(rows.slice(start, start + batch))
      .execute();
  }
}
