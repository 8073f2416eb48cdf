import { type CallImport, cellsOfQueues, importsInForce } from "#app/db/call-import.ts";
import type { Writing } from "#app/db/database.ts";
import { readFiles } from "#app/db/response.ts";
import type { Fault } from "#app/domain/fault.ts";
import { type Blob, decodeBlob } from "#app/domain/measurement/blob.ts";
import { callRecordSlot } from "#app/domain/measurement/call-file.ts";
import { overlaps } from "#app/domain/measurement/import-rules.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import type { CallRecords } from "#app/imports/call-records/read-call-records.ts";

/** An import whose place another takes, with the hash of its file. */
interface Replaced {
  readonly id: string;
  readonly sha256: string;
}

interface Counting extends Replaced {
  readonly row: CallImport;
  readonly file: ResponseFile;
}

/** The imports of a response that count now, each with its file. */
async function countingImports(trx: Writing, responseId: string): Promise<Counting[]> {
  const files = (await readFiles(trx, responseId)).filter(({ slot }) => slot === callRecordSlot);
  const rows = await importsInForce(
    trx,
    responseId,
    files.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const file = files.find(({ id }) => id === row.file_id);
    return file === undefined ? [] : [{ id: row.id, sha256: file.sha256, row, file }];
  });
}

/** Fault `file_already_imported` when the same content counts already, under whatever name. */
export async function importedTwin(
  trx: Writing,
  responseId: string,
  { name, sha256 }: Pick<ResponseFile, "name" | "sha256">,
): Promise<Fault | null> {
  const twin = (await countingImports(trx, responseId)).find((each) => each.sha256 === sha256);
  return twin === undefined
    ? null
    : { code: "file_already_imported", place: { file: name }, params: { other: twin.file.name } };
}

/**
 * What was read, held against the imports that count already. Those that tell of the same queue on the same local date
 * give way as a whole when `replace` says so; otherwise each is a fault `import_overlaps`. Those that stay must have
 * been read by the same clock and zone, or their sums could not be added: fault `import_settings_differ`.
 */
export async function besideOthers(
  trx: Writing,
  responseId: string,
  name: string,
  records: CallRecords,
  replace: boolean,
): Promise<{ readonly faults: readonly Fault[]; readonly replaces: readonly Replaced[] }> {
  const zone = loadZone(records.zone);
  if (zone === null) throw new RangeError(`unknown zone ${records.zone}`);
  const faults: Fault[] = [];
  const replaces: Replaced[] = [];
  for (const { id, sha256, row, file } of await countingImports(trx, responseId)) {
    const stored = await cellsOfQueues(trx, [id], daysAround(records.blobs));
    const queues = new Set(stored.map(({ queue }) => queue));
    const fresh = records.blobs.filter(({ queue }) => queues.has(queue)).flatMap(decodeBlob);
    const shared = overlaps(stored, fresh, zone);
    if (shared.length > 0 && replace) {
      replaces.push({ id, sha256 });
    } else if (shared.length > 0) {
      for (const { queue, from, to } of shared) {
        const params = { queue, from, to, other: file.name };
        faults.push({ code: "import_overlaps", place: { file: name }, params });
      }
    } else if (row.zone !== records.zone || row.clock !== records.clock) {
      const params = { other: file.name, zone: row.zone, clock: row.clock };
      faults.push({ code: "import_settings_differ", place: { file: name }, params });
    }
  }
  return { faults, replaces };
}

/** UTC days on which half hours of the same local dates may lie. */
function daysAround(blobs: readonly Pick<Blob, "day">[]): { fromDay: number; toDay: number } {
  const days = blobs.map(({ day }) => day);
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  return days.length === 0 ? { fromDay: 0, toDay: 0 } : { fromDay: first - 1, toDay: last + 2 };
}
