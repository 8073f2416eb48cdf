import type { Fault } from "#app/domain/fault.ts";
import { type Disposition, dispositions } from "#app/domain/measurement/cell.ts";
import { readBeginning } from "#app/imports/call-records/beginning.ts";
import type { Call, CallSink } from "#app/imports/call-records/call.ts";
import {
  type ColumnMapping,
  foldedWord,
  incompleteMapping,
} from "#app/imports/call-records/column-mapping.ts";
import { callColumns } from "#app/imports/call-records/columns.ts";
import type { Format, Lookalike } from "#app/imports/call-records/detect-format.ts";
import { FaultLog, type ImportWarning, WarningLog } from "#app/imports/call-records/fault-log.ts";
import { openReader } from "#app/imports/call-records/format-reader.ts";
import { freeswitchMeaning } from "#app/imports/call-records/freeswitch.ts";
import { guessMapping, type TableSample } from "#app/imports/call-records/guess-mapping.ts";
import { queueLogColumns } from "#app/imports/call-records/queue-log-table.ts";
import { QueueNames } from "#app/imports/call-records/queue-names.ts";
import type { ReadOptions, RecordFile } from "#app/imports/call-records/read-call-records.ts";
import type { Run } from "#app/imports/call-records/run.ts";
import { placeNames } from "#app/imports/call-records/table-reader.ts";
import { threeCxMeaning } from "#app/imports/call-records/three-cx.ts";

/** A call as it would be taken: instants in UTC ISO form, durations in seconds, null for unknown. */
interface PreviewRow {
  readonly line: number;
  readonly callId: string;
  readonly queue: string;
  readonly disposition: Disposition;
  readonly arrival: string;
  readonly queued: string | null;
  readonly answered: string | null;
  readonly ended: string | null;
  readonly talkS: number | null;
  readonly holdS: number | null;
  readonly wrapS: number | null;
}

/** What the beginning of a file looks like to the import. */
export interface Preview {
  readonly format: Format | null;
  /** Each name in the file and what it is taken for; null for what is not read. */
  readonly columns: readonly { readonly name: string; readonly column: string | null }[];
  readonly rows: readonly PreviewRow[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly ImportWarning[];
  /** Whether the file goes on behind what was looked at. */
  readonly partial: boolean;
  /** Why a file of no known format is none of call records, where that can be told. */
  readonly lookalike: Lookalike | null;
  /** The table as it stands in the file, for whoever maps its columns; null for a file that is no table. */
  readonly table: TableSample | null;
  /** By which the rows were read, when the format is `mapped`; a proposal when none was given. */
  readonly mapping: ColumnMapping | null;
  /** Words for outcomes in the column that the mapping takes them from. */
  readonly words: readonly string[];
}

const previewRows = 10;
const previewFaults = 20;
const previewWords = 30;

export interface PreviewOptions
  extends Pick<ReadOptions, "zone" | "zoneDeclared" | "format" | "mapping" | "root" | "temporaryFolder"> {}

/** Looks at the beginning of a file, and reads it as the import would. */
export async function preview(file: RecordFile, options: PreviewOptions): Promise<Preview> {
  const faults = new FaultLog();
  const refuse = (code: string, params: Fault["params"] = {}): void =>
    faults.add({ code, file: 0, line: 1, position: -1, column: null, params });
  const beginning = await readBeginning(file.path, options.root);
  if (!beginning.ok) for (const { code, params } of beginning.faults) refuse(code, params);
  const { records = [], told = null, partial = false } = beginning.ok ? beginning.value : {};
  const asked = options.format === "auto" ? told : options.format;
  const lookalike = beginning.ok && (asked === null || asked === "mapped") ? beginning.value.lookalike : null;
  const format = beginning.ok && lookalike === null ? asked : null;
  if (beginning.ok && format === null) refuse("format_unknown");
  const table = tableOf(records, options.mapping?.header);
  const mapping = format === "mapped" && table !== null ? mappingOf(table, options.mapping) : null;
  const incomplete = mapping === null ? [] : incompleteMapping(mapping);

  const rows: PreviewRow[] = [];
  const queues = new QueueNames();
  const run: Run = {
    zone: options.zone,
    zoneDeclared: options.zoneDeclared,
    queues,
    faults,
    warnings: new WarningLog(),
    sink: collectInto(rows, queues),
    temporaryFolder: options.temporaryFolder,
    rows: 0,
  };
  if (
    beginning.ok &&
    format !== null &&
    incomplete.length === 0 &&
    (format === "mapped") === (mapping !== null)
  ) {
    const reader = openReader(format, run, mapping ?? undefined);
    try {
      if (!beginning.value.feed(reader)) refuse("format_unknown");
      reader.finish(!partial);
    } finally {
      reader.close();
    }
  }
  return {
    format,
    columns: format === null ? [] : columnsOf(format, records[0] ?? [], mapping),
    rows,
    faults: [...incomplete, ...faults.list([file.name])].slice(0, previewFaults),
    warnings: run.warnings.list([file.name]),
    partial,
    lookalike,
    table,
    mapping,
    words: mapping === null || table === null ? [] : outcomeWords(records, mapping, table.names),
  };
}

/** Each word once, in the order of the file; those of the call file need no meaning. */
function outcomeWords(
  records: readonly (readonly string[])[],
  { header, columns }: ColumnMapping,
  names: readonly string[],
): string[] {
  const source = columns.disposition;
  if (source === undefined || !("from" in source)) return [];
  const at = source.from.map((name) => names.indexOf(name));
  const words = records
    .slice(header ? 1 : 0)
    .map((cells) => foldedWord(at.map((field) => cells[field] ?? "").join(" ")))
    .filter((word) => word !== "" && !(dispositions as readonly string[]).includes(word));
  return [...new Set(words)].slice(0, previewWords);
}

/** A mapping of no columns asks for a proposal. */
const mappingOf = (table: TableSample, given: ColumnMapping | undefined): ColumnMapping =>
  given === undefined || Object.keys(given.columns).length === 0 ? guessMapping(table) : given;

/** The first rows, whatever they mean; null when there is but one column. */
function tableOf(records: readonly (readonly string[])[], header: boolean | undefined): TableSample | null {
  const [first = []] = records;
  if (first.length < 2) return null;
  if (header ?? looksLikeNames(first))
    return { names: distinct(first), rows: records.slice(1, previewRows + 1) };
  return { names: placeNames(first.length), rows: records.slice(0, previewRows) };
}

/** Columns without a name, or with another's, are named by their place. */
const distinct = (names: readonly string[]): string[] =>
  names.map((name, i) => (name === "" || names.indexOf(name) < i ? `#${i + 1}` : name));

/** Names have letters, are not empty, and no two are the same. */
const looksLikeNames = (cells: readonly string[]): boolean =>
  new Set(cells).size === cells.length && cells.every((cell) => /^[^\d]*\p{L}/u.test(cell));

type Taken = Preview["columns"];

/** What the names of a file are taken for, where it has names. Documents of FreeSWITCH are no records of a table. */
function columnsOf(format: Format, names: readonly string[], mapping: ColumnMapping | null): Taken {
  const inHeader = (meaningOf: (name: string) => string | null): Taken =>
    names.map((name) => ({ name, column: meaningOf(name) }));
  switch (format) {
    case "calls-csv":
      return inHeader(callColumns.columnOf);
    case "queue-log-table":
      return inHeader(queueLogColumns.columnOf);
    case "freeswitch":
      return names.length > 0
        ? inHeader((name) => freeswitchMeaning.get(name.toLowerCase()) ?? null)
        : [...freeswitchMeaning].map(([name, column]) => ({ name, column }));
    case "3cx":
      return [...threeCxMeaning].map(([name, column]) => ({ name, column }));
    case "mapped":
      return Object.entries(mapping?.columns ?? {}).map(([column, source]) => ({
        name: "from" in source ? source.from.join(" + ") : `"${source.constant}"`,
        column,
      }));
    case "queue-log":
      return [];
  }
}

function collectInto(rows: PreviewRow[], queues: QueueNames): CallSink {
  return {
    add: (call, idOf) => {
      if (rows.length < previewRows) rows.push(previewRow(call, idOf(), queues.names[call.queue] ?? ""));
    },
  };
}

function previewRow(call: Readonly<Call>, callId: string, queue: string): PreviewRow {
  return {
    line: call.line,
    callId,
    queue,
    disposition: dispositions[call.disposition] ?? "open",
    arrival: isoOf(call.arrival),
    queued: call.queued < 0 ? null : isoOf(call.queued),
    answered: call.answered < 0 ? null : isoOf(call.answered),
    ended: call.ended < 0 ? null : isoOf(call.ended),
    talkS: secondsOf(call.talk),
    holdS: secondsOf(call.hold),
    wrapS: secondsOf(call.wrap),
  };
}

const isoOf = (micros: number): string => new Date(Math.floor(micros / 1000)).toISOString();
const secondsOf = (micros: number): number | null => (micros < 0 ? null : micros / 1_000_000);
