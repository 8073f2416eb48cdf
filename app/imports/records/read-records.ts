import { readFile } from "node:fs/promises";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { FaultLog } from "#app/imports/call-records/fault-log.ts";
import { readIntervalRecords } from "#app/imports/interval/interval-records.ts";
import { findLayout } from "#app/imports/interval/layout.ts";
import { intervalRecords } from "#app/imports/interval/read-interval-report.ts";
import { Cells, type Row } from "#app/imports/records/cells.ts";
import { recordKinds, type TableKindId, tableKindIds } from "#app/imports/records/kinds.ts";
import { type ReadingTask, readInWorker } from "#app/imports/records/read-in-worker.ts";
import type { RecordColumn } from "#app/imports/records/record-kind.ts";
import { type RecordReading, refusedReading } from "#app/imports/records/record-reading.ts";
import type { TableRecord } from "#app/imports/records/table-file.ts";
import { isAsteriskCdrFile, readAsteriskBlocked } from "#app/imports/reports/asterisk-blocked.ts";
import { isArchive } from "#app/imports/sheet/is-archive.ts";
import { sheetRecords } from "#app/imports/sheet/sheet-records.ts";

const mostRows = 250_000;
const firstRows = 10;
/** Bytes that are read before a thread has started: a longer file would make everybody wait. */
const longestHere = 128 * 1024;

/** Reads a text file whole. A time without offset is local time of the zone. */
export function readRecords(
  file: { readonly name: string; readonly bytes: Uint8Array },
  zone: Zone,
): RecordReading {
  // The header, as many records as may be, and one by which it shows that there are more.
  const { records, layout } = intervalRecords(file.bytes, mostRows + 2);
  return layout === null
    ? readTable(file.name, records, zone)
    : readIntervalRecords(file.name, records, layout, zone);
}

/**
 * Reads a record file of any form. An Excel file is looked through and parsed in a process of its own, and gives the
 * first of its sheets that is of a known kind. `root` is the project folder.
 */
export async function readRecordFile(
  { name, path }: { readonly name: string; readonly path: string },
  { zone, root }: { readonly zone: Zone; readonly root: string },
): Promise<RecordReading> {
  const task = { name, path, zone, root };
  const bytes = await readFile(path);
  return isArchive(bytes) || bytes.length > longestHere
    ? await readInWorker(task)
    : await readText(task, bytes);
}

/** As `readRecordFile`, in this thread. */
export async function readHere(task: ReadingTask): Promise<RecordReading> {
  const { name, path, zone, root } = task;
  const bytes = await readFile(path);
  if (!isArchive(bytes)) return await readText(task, bytes);
  const sheets = await sheetRecords(path, root);
  if (!sheets.ok) return refusedReading(name, sheets.faults);
  for (const records of sheets.value) {
    const layout = findLayout(records);
    if (layout !== null) return readIntervalRecords(name, records, layout, zone);
  }
  const known = sheets.value.find((records) => kindOf(records[0]?.cells ?? []) !== undefined);
  return readTable(name, known ?? sheets.value[0] ?? [], zone);
}

/** As `readRecords`; call detail records, which have no header, are told by their first line. */
const readText = async ({ name, path, zone }: ReadingTask, bytes: Uint8Array): Promise<RecordReading> =>
  isAsteriskCdrFile(bytes)
    ? await readAsteriskBlocked({ name, path }, zone)
    : readRecords({ name, bytes }, zone);

const kindOf = (names: readonly string[]): TableKindId | undefined =>
  tableKindIds.find((id) =>
    recordKinds[id].tells(new Set(columnsOf(id, names).filter((name) => name !== null))),
  );

function readTable(file: string, table: readonly TableRecord[], zone: Zone): RecordReading {
  const [header, ...records] = table;
  const names = header?.cells ?? [];
  const kind = kindOf(names);
  const log = new FaultLog();
  const refuse = (code: string, line = 1, params = {}): void =>
    log.add({ code, file: 0, line, position: -1, column: null, params });
  const beyond = records[mostRows];
  if (header === undefined) refuse("file_empty");
  else if (header.fault !== null) refuse(header.fault, header.line);
  else if (kind === undefined) refuse("record_kind_unknown", header.line);
  else if (beyond !== undefined) {
    const max = recordKinds[kind].mostRows ?? mostRows;
    refuse("record_rows", records[max]?.line, { max });
  }
  const read =
    header === undefined || kind === undefined || log.count > 0
      ? { ...refusedReading(file, []), columns: names.map((name) => ({ name, column: null })) }
      : readAs(kind, header, records, zone, log);
  return {
    ...read,
    rows: Math.min(records.length, mostRows),
    first: records.slice(0, firstRows).map(({ line, cells }) => ({ line, cells: cells ?? [] })),
    faultCount: log.count,
    faults: log.list([file]),
  };
}

/** Faults go to the log. */
function readAs(
  kind: TableKindId,
  header: TableRecord,
  records: readonly TableRecord[],
  zone: Zone,
  log: FaultLog,
): Pick<RecordReading, "kind" | "columns" | "warnings" | "content"> {
  const definition = recordKinds[kind];
  const names = header.cells ?? [];
  const taken = columnsOf(kind, names);
  const form = new Cells([], zone, taken, log);
  definition.columns.forEach(({ name, needed }) => {
    const count = taken.filter((column) => column === name).length;
    if (count > 1) form.fault("header_duplicate_column", header, name);
    if (count === 0 && needed) form.fault("header_missing_column", header, name);
  });
  names.forEach((name, i) => {
    if (taken[i] === null && name !== "") form.warn("unknown_column", header, name);
  });
  const readable = log.count === 0;
  if (records.length === 0) form.warn("no_rows", header, null);
  // Of a record that is not whole nothing is read: one fault for it is enough.
  const whole = readable ? records.filter((record) => isWhole(form, record, names)) : [];
  const rows = whole.map(({ line, cells }) => ({ line, values: valuesOf(taken, cells ?? []) }));
  const cells = new Cells(rows, zone, taken, log);
  const content = readable ? definition.read(cells) : null;
  return {
    kind,
    columns: names.map((name, i) => ({ name, column: taken[i] ?? null })),
    warnings: [...form.warnings, ...cells.warnings],
    content: log.count === 0 ? Buffer.from(JSON.stringify(content)) : null,
  };
}

/** The column that each name of a header stands for. */
function columnsOf(kind: TableKindId, names: readonly string[]): (string | null)[] {
  const columns: readonly RecordColumn[] = recordKinds[kind].columns;
  return names.map((each) => {
    const lower = each.normalize("NFC").toLowerCase();
    return columns.find(({ name, aliases }) => name === lower || aliases?.includes(lower))?.name ?? null;
  });
}

const valuesOf = (columns: readonly (string | null)[], cells: readonly string[]): Row["values"] =>
  new Map(columns.flatMap((column, i) => (column === null ? [] : [[column, cells[i] ?? ""] as const])));

/** Whether a record can be read; if not, with the fault why. */
function isWhole(form: Cells, record: TableRecord, names: readonly string[]): boolean {
  const found = record.cells ?? [];
  const expected = names.findLastIndex((name) => name !== "") + 1;
  if (record.fault !== null) form.fault(record.fault, record, null);
  else if (found.length < expected || found.slice(expected).some((cell) => cell !== ""))
    form.fault("row_columns", record, null, { expected, found: found.length });
  else return true;
  return false;
}
