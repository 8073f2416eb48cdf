import { readFile } from "node:fs/promises";
import type { Fault } from "#app/domain/fault.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { readIntervalRecords } from "#app/imports/interval/interval-records.ts";
import { findLayout } from "#app/imports/interval/layout.ts";
import { intervalRecords } from "#app/imports/interval/read-interval-report.ts";
import { Cells, type Row } from "#app/imports/records/cells.ts";
import { recordKinds, type TableKindId, tableKindIds } from "#app/imports/records/kinds.ts";
import { readInWorker } from "#app/imports/records/read-in-worker.ts";
import type { RecordColumn } from "#app/imports/records/record-kind.ts";
import type { RecordReading } from "#app/imports/records/record-reading.ts";
import type { TableRecord } from "#app/imports/records/table-file.ts";
import { isAsteriskCdrFile, readAsteriskBlocked } from "#app/imports/reports/asterisk-blocked.ts";
import { isArchive } from "#app/imports/sheet/is-archive.ts";
import { sheetRecords } from "#app/imports/sheet/sheet-records.ts";

const mostRows = 250_000;
const firstRows = 10;
const listedFaults = 1000;
/** Bytes that are read before a thread has started: a longer file would make everybody wait. */
const longestHere = 128 * 1024;

/** Reads a text file whole. A time without offset is local time of the zone. */
export function readRecords(
  file: { readonly name: string; readonly bytes: Uint8Array },
  zone: Zone,
): RecordReading {
  const { records, layout } = intervalRecords(file.bytes);
  return layout === null
    ? readTable(file.name, records, zone)
    : readIntervalRecords(file.name, records, layout, zone);
}

/** As `readRecords`; call detail records, which have no header, are told by their first line. */
export const readTextFile = async (
  file: { readonly name: string; readonly path: string; readonly bytes: Uint8Array },
  zone: Zone,
): Promise<RecordReading> =>
  isAsteriskCdrFile(file.bytes) ? await readAsteriskBlocked(file, zone) : readRecords(file, zone);

/**
 * Reads a record file of any form. An Excel file is looked through and parsed in a process of its own, and gives the
 * first of its sheets that is of a known kind. `root` is the project folder.
 */
export async function readRecordFile(
  { name, path }: { readonly name: string; readonly path: string },
  { zone, root }: { readonly zone: Zone; readonly root: string },
): Promise<RecordReading> {
  const bytes = await readFile(path);
  if (!isArchive(bytes)) {
    return bytes.length > longestHere
      ? await readInWorker({ name, path, zone }, root)
      : await readTextFile({ name, path, bytes }, zone);
  }
  const sheets = await sheetRecords(path, root);
  if (!sheets.ok) {
    const faults = sheets.faults.map((fault) => ({ ...fault, place: { file: name, line: 1 } }));
    return { ...nothingRead, faultCount: faults.length, faults };
  }
  for (const records of sheets.value) {
    const layout = findLayout(records);
    if (layout !== null) return readIntervalRecords(name, records, layout, zone);
  }
  const known = sheets.value.find((records) => kindOf(records[0]?.cells ?? []) !== undefined);
  return readTable(name, known ?? sheets.value[0] ?? [], zone);
}

const nothingRead: RecordReading = {
  kind: null,
  columns: [],
  rows: 0,
  first: [],
  faultCount: 0,
  faults: [],
  warnings: [],
  content: null,
};

const kindOf = (names: readonly string[]): TableKindId | undefined =>
  tableKindIds.find((id) =>
    recordKinds[id].tells(new Set(columnsOf(id, names).filter((name) => name !== null))),
  );

function readTable(file: string, table: readonly TableRecord[], zone: Zone): RecordReading {
  const [header, ...records] = table;
  const names = header?.cells ?? [];
  const kind = kindOf(names);
  const empty = new Cells(file, [], zone);
  const first = records.slice(0, firstRows).map(({ line, cells }) => ({ line, cells: cells ?? [] }));
  const reading = { columns: [], rows: records.length, first, warnings: [], content: null };
  if (header === undefined) empty.fault("file_empty", { line: 1 }, null);
  else if (header.fault !== null) empty.fault(header.fault, header, null);
  else if (kind === undefined) empty.fault("record_kind_unknown", header, null);
  else if (records.length > mostRows) empty.fault("record_rows", header, null, { max: mostRows });
  if (header === undefined || kind === undefined || empty.faults.length > 0) {
    const columns = names.map((name) => ({ name, column: null }));
    return { ...reading, columns, kind: null, faultCount: 1, faults: empty.faults };
  }
  return { ...reading, ...readAs(kind, file, header, records, zone) };
}

function readAs(
  kind: TableKindId,
  file: string,
  header: TableRecord,
  records: readonly TableRecord[],
  zone: Zone,
): Omit<RecordReading, "first" | "rows"> {
  const definition = recordKinds[kind];
  const names = header.cells ?? [];
  const taken = columnsOf(kind, names);
  const rows = records.map(({ line, cells }) => ({ line, values: valuesOf(taken, cells ?? []) }));
  const cells = new Cells(file, rows, zone);
  definition.columns.forEach(({ name, needed }) => {
    const count = taken.filter((column) => column === name).length;
    if (count > 1) cells.fault("header_duplicate_column", header, name);
    if (count === 0 && needed) cells.fault("header_missing_column", header, name);
  });
  names.forEach((name, i) => {
    if (taken[i] === null && name !== "") cells.warn("unknown_column", header, name);
  });
  const readable = cells.faults.length === 0;
  for (const record of readable ? records : []) checkShape(cells, record, names);
  if (rows.length === 0) cells.warn("no_rows", header, null);
  // Of a record that is not whole nothing is read: one fault for it is enough.
  const broken = new Set(cells.faults.map(({ place }) => place?.line));
  const whole = new Cells(
    file,
    rows.filter(({ line }) => !broken.has(line)),
    zone,
  );
  const content = readable ? definition.read(whole) : null;
  const faults = [...cells.faults, ...whole.faults].sort(byPlace(taken));
  return {
    kind,
    columns: names.map((name, i) => ({ name, column: taken[i] ?? null })),
    faultCount: faults.length,
    faults: faults.slice(0, listedFaults),
    warnings: [...cells.warnings, ...whole.warnings],
    content: faults.length === 0 ? Buffer.from(JSON.stringify(content)) : null,
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

function checkShape(cells: Cells, record: TableRecord, names: readonly string[]): void {
  if (record.fault !== null) {
    cells.fault(record.fault, record, null);
    return;
  }
  const found = record.cells ?? [];
  const expected = names.findLastIndex((name) => name !== "") + 1;
  if (found.length < expected || found.slice(expected).some((cell) => cell !== ""))
    cells.fault("row_columns", record, null, { expected, found: found.length });
}

const byPlace =
  (columns: readonly (string | null)[]) =>
  (a: Fault, b: Fault): number =>
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    columns.indexOf(a.place?.column ?? null) - columns.indexOf(b.place?.column ?? null);
