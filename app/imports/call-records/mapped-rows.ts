import { CallRows } from "#app/imports/call-records/call-rows.ts";
import {
  CanonicalRecord,
  canonicalHeader,
  notATime,
  stampOfEpoch,
} from "#app/imports/call-records/canonical-record.ts";
import {
  type ColumnMapping,
  type ColumnSource,
  foldedWord,
  namesRead,
  stampColumns,
} from "#app/imports/call-records/column-mapping.ts";
import { type Column, columns, type Header, type TableLayout } from "#app/imports/call-records/columns.ts";
import type { RecordFields } from "#app/imports/call-records/record-scanner.ts";
import type { Run } from "#app/imports/call-records/run.ts";
import { fieldText, type TableRows } from "#app/imports/call-records/table-reader.ts";
import { epochPattern, type TimeReading, timeReading } from "#app/imports/call-records/time-pattern.ts";

const secondsColumns: readonly Column[] = ["ring_s", "ivr_s", "talk_s", "hold_s", "wrap_s"];

/** The columns of a file that a mapping reads, by their own names in any case. */
export function mappedLayout(mapping: ColumnMapping): TableLayout<string> {
  const needed = namesRead(mapping);
  const byFolded = new Map(needed.map((name) => [foldedWord(name), name]));
  return { columnOf: (name) => byFolded.get(foldedWord(name)) ?? null, needed };
}

/** Puts the rows of an unknown table into the words of the call file, where they are checked like any other. */
export class MappedRows implements TableRows<string> {
  readonly #rows: CallRows;
  readonly #mapping: ColumnMapping;
  readonly #record = new CanonicalRecord();
  readonly #readTime: TimeReading;
  #header: Header<string> | null = null;

  constructor(run: Run, file: number, mapping: ColumnMapping) {
    this.#rows = new CallRows(run, file);
    this.#mapping = mapping;
    const { time } = mapping;
    this.#readTime = time === epochPattern ? stampOfEpoch : (timeReading(time) ?? (() => null));
  }

  begin(header: Header<string>, line: number): void {
    this.#header = header;
    this.#rows.begin(canonicalHeader(columns.filter((column) => this.#mapping.columns[column])), line);
  }

  row(fields: RecordFields): void {
    const record = this.#record;
    record.begin(fields.line);
    for (const column of columns) {
      const source = this.#mapping.columns[column];
      if (source !== undefined) record.set(column, this.#cell(column, this.#text(fields, source)));
    }
    this.#rows.row(record);
  }

  #text(fields: RecordFields, source: ColumnSource): string {
    if ("constant" in source) return source.constant;
    const texts = source.from.map((name) => {
      const field = this.#header?.positions.get(name);
      return field === undefined ? "" : fieldText(fields, field);
    });
    // A date without its time is no time: it stays empty, as an answer that never came.
    if (texts.at(-1) === "") return "";
    // A day alone is midnight in a sheet.
    return texts.length === 1 ? (texts[0] ?? "") : texts.join(" ").replace(" 00:00:00 ", " ");
  }

  #cell(column: Column, text: string): string {
    if (text === "") return "";
    // What does not follow the pattern must not be taken for a time that happens to be written the canonical way.
    if (stampColumns.includes(column)) return this.#readTime(text) ?? `${notATime}${text}`;
    if (column === "disposition") return this.#mapping.dispositions[foldedWord(text)] ?? text;
    return secondsColumns.includes(column) ? secondsOfClock(text) : text;
  }
}

/** A length written as `m:ss` or `h:mm:ss`, in seconds; any other text as it is. */
function secondsOfClock(text: string): string {
  const [, hours = "0", minutes, seconds] =
    /^(?:(\d{1,3}):)?(\d{1,3}):(\d\d(?:[.,]\d{1,6})?)$/.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined) return text;
  const [whole = "", fraction] = seconds.split(/[.,]/);
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(whole);
  return fraction === undefined ? String(total) : `${total}.${fraction}`;
}
