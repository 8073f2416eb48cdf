import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import { type Blob, decodeBlob, decodeTotals } from "#app/domain/measurement/blob.ts";
import { type Cell, mergeByHalfHour, sumTotals, type Totals } from "#app/domain/measurement/cell.ts";
import { inForce } from "#app/domain/measurement/import-rules.ts";
import type { StoredMonth } from "#app/domain/measurement/month-sums.ts";
import { allQueues } from "#app/domain/measurement/months.ts";

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

interface Days {
  /** UTC, half-open. */
  readonly fromDay: number;
  readonly toDay: number;
}

/**
 * The stored half hours of a queue, or of all queues together (`*`), of imports that do not overlap, by time; with
 * `days`, of those days only.
 */
export async function cellsOf(
  db: Reading,
  importIds: readonly string[],
  queue: string,
  days: Days | null = null,
): Promise<Cell[]> {
  if (importIds.length === 0) return [];
  const rows = await blobsOf(db, importIds, days).where("queue", "=", queue).execute();
  const cells = rows.flatMap(decoded);
  // Imports of different queues share half hours of all queues together.
  return importIds.length === 1 ? cells : mergeByHalfHour(cells, queue);
}

/** The stored half hours of every single queue. */
export async function cellsOfQueues(
  db: Reading,
  importIds: readonly string[],
  days: Days | null = null,
): Promise<Cell[]> {
  if (importIds.length === 0) return [];
  const rows = await blobsOf(db, importIds, days).where("queue", "!=", allQueues).orderBy("queue").execute();
  return rows.flatMap(decoded);
}

const blobsOf = (db: Reading, importIds: readonly string[], days: Days | null) =>
  db
    .selectFrom("call_aggregate")
    .select(["queue", "utc_day", "cells"])
    .where("import_id", "in", [...importIds])
    .$if(days !== null, (query) =>
      query.where("utc_day", ">=", days?.fromDay ?? 0).where("utc_day", "<", days?.toDay ?? 0),
    )
    .orderBy("utc_day");

const decoded = ({ queue, utc_day, cells }: { queue: string; utc_day: number; cells: Buffer }): Cell[] =>
  decodeBlob({ queue, day: utc_day, bytes: cells });

/** The stored sums of a queue, or of all queues together (`*`), by local month. */
export async function monthSumsOf(
  db: Reading,
  importIds: readonly string[],
  queue: string,
): Promise<Map<string, Readonly<Totals>>> {
  if (importIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("call_month")
    .select(["month", "totals"])
    .where("import_id", "in", [...importIds])
    .where("queue", "=", queue)
    .orderBy("month")
    .execute();
  return summed(rows.map(({ month, totals }) => [month, totals]));
}

/** The stored sums of each single queue of a local month. */
export async function queueSumsOf(
  db: Reading,
  importIds: readonly string[],
  month: string,
): Promise<Map<string, Readonly<Totals>>> {
  if (importIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("call_month")
    .select(["queue", "totals"])
    .where("import_id", "in", [...importIds])
    .where("month", "=", month)
    .where("queue", "!=", allQueues)
    .execute();
  return summed(rows.map(({ queue, totals }) => [queue, totals]));
}

const summed = (rows: readonly (readonly [key: string, totals: Buffer])[]): Map<string, Readonly<Totals>> =>
  new Map(
    [...Map.groupBy(rows, ([key]) => key)].map(([key, parts]) => [
      key,
      sumTotals(parts.map(([, totals]) => decodeTotals(totals))),
    ]),
  );

/** The names of the queues, in no order. */
export async function queuesOfImports(db: Reading, importIds: readonly string[]): Promise<string[]> {
  if (importIds.length === 0) return [];
  const rows = await db
    .selectFrom("call_month")
    .select("queue")
    .distinct()
    .where("import_id", "in", [...importIds])
    .where("queue", "!=", allQueues)
    .execute();
  return rows.map(({ queue }) => queue);
}

/** Stores what was read, in the transaction that also closes the import and writes the log: all or nothing. */
export async function storeAggregates(
  trx: Writing,
  importId: string,
  { blobs, allQueues: together, months }: StoredCalls,
): Promise<void> {
  for (const some of batches([...blobs, ...together])) {
    await trx
      .insertInto("call_aggregate")
      .values(
        some.map(({ queue, day, bytes }) => ({
          import_id: importId,
          queue,
          utc_day: day,
          cells: asBuffer(bytes),
        })),
      )
      .execute();
  }
  for (const some of batches(months)) {
    await trx
      .insertInto("call_month")
      .values(
        some.map(({ queue, month, bytes }) => ({
          import_id: importId,
          queue,
          month,
          totals: asBuffer(bytes),
        })),
      )
      .execute();
  }
}

/** What reading call records gives to store. */
interface StoredCalls {
  readonly blobs: readonly Blob[];
  readonly allQueues: readonly Blob[];
  readonly months: readonly StoredMonth[];
}

/** Below the limit of parameters that one statement may have. */
const batch = 200;

const batches = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, i) => rows.slice(i * batch, (i + 1) * batch));

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
