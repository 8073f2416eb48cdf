import { type Header, readHeader, type TableLayout } from "#app/imports/call-records/columns.ts";
import type { RecordFields, RecordSink } from "#app/imports/call-records/record-scanner.ts";
import { countRow, type Run } from "#app/imports/call-records/run.ts";

/** What is done with the records of a table whose form is in order. */
export interface TableRows<Name extends string> {
  /** The header is good; comes once, before any row. */
  begin(header: Header<Name>, line: number): void;
  row(fields: RecordFields): void;
}

/**
 * Reads a table whose first record names its columns: checks the form of header and records, not their cells. Without
 * such a record the columns are named by their places, `#1`, `#2`, …
 */
export class TableReader<Name extends string> implements RecordSink {
  readonly #run: Run;
  readonly #file: number;
  readonly #layout: TableLayout<Name>;
  readonly #rows: TableRows<Name>;
  readonly #hasHeader: boolean;
  #header: Header<Name> | null = null;
  /** Whether the header was good enough to read records by. */
  #readable = false;

  constructor(
    run: Run,
    file: number,
    layout: TableLayout<Name>,
    rows: TableRows<Name>,
    hasHeader: boolean = true,
  ) {
    this.#hasHeader = hasHeader;
    this.#run = run;
    this.#file = file;
    this.#layout = layout;
    this.#rows = rows;
  }

  brokenRecord(code: "quote" | "row_too_long", line: number): void {
    if (this.#header === null) {
      this.#header = readHeader([], this.#layout);
    } else {
      if (!this.#readable) return;
      countRow(this.#run, this.#file, line);
    }
    this.#fault(code, line, null);
  }

  record(fields: RecordFields): void {
    if (this.#header !== null) {
      if (this.#readable) this.#readRow(fields, this.#header);
    } else if (allEmpty(fields, 0)) {
      return;
    } else if (this.#hasHeader) {
      this.#readHeader(fields, fieldTexts(fields));
    } else {
      const header = this.#readHeader(fields, placeNames(fields.fields));
      if (this.#readable) this.#readRow(fields, header);
    }
  }

  #readHeader({ line, isUtf8 }: RecordFields, names: readonly string[]): Header<Name> {
    const header = readHeader(names, this.#layout);
    this.#header = header;
    if (!isUtf8 && this.#hasHeader) {
      this.#fault("encoding", line, null);
      return header;
    }
    for (const column of header.missing) this.#fault("header_missing_column", line, column);
    for (const { column } of header.duplicates) this.#fault("header_duplicate_column", line, column);
    this.#readable = header.missing.length === 0 && header.duplicates.length === 0;
    for (const name of header.unknown) this.#run.warnings.add("unknown_column", this.#file, line, name);
    if (this.#readable) this.#rows.begin(header, line);
    return header;
  }

  #readRow(fields: RecordFields, { width }: Header<Name>): void {
    if (allEmpty(fields, 0)) return;
    const { line } = fields;
    countRow(this.#run, this.#file, line);
    if (!fields.isUtf8) {
      this.#fault("encoding", line, null);
    } else if (fields.fields < width || (fields.fields > width && !allEmpty(fields, width))) {
      this.#fault("row_columns", line, null, { expected: width, found: fields.fields });
    } else {
      this.#rows.row(fields);
    }
  }

  #fault(
    code: string,
    line: number,
    column: Name | null,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    const position = column === null ? -1 : (this.#header?.positions.get(column) ?? -1);
    this.#run.faults.add({ code, file: this.#file, line, position, column, params });
  }
}

/** Names of the columns of a table that does not name them. */
export const placeNames = (fields: number): string[] =>
  Array.from({ length: fields }, (_, field) => `#${field + 1}`);

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export function fieldTexts(fields: RecordFields): string[] {
  return Array.from({ length: fields.fields }, (_, field) => fieldText(fields, field));
}

export function fieldText({ bytes, starts, ends }: RecordFields, field: number): string {
  return decoder.decode(bytes.subarray(starts[field], ends[field]));
}

/** Whether no field from `from` on has anything in it. */
export function allEmpty({ starts, ends, fields }: RecordFields, from: number): boolean {
  for (let field = from; field < fields; field++) {
    if (starts[field] !== ends[field]) return false;
  }
  return true;
}
