import { resolve } from "node:path";
import type { Fault } from "#app/domain/fault.ts";
import type { RecordFields, RecordSink } from "#app/imports/call-records/record-scanner.ts";

import { checkArchive } from "#app/imports/office-archive/check-archive.ts";
import { streamFromChild } from "#app/imports/response-workbook/run-child.ts";
import type { SheetRow } from "#app/imports/response-workbook/sheet-row.ts";
import { textOf } from "#app/imports/sheet/sheet-records.ts";

/** What is done with the rows of a workbook. */
export interface WorkbookSink {
  /** Where the rows go, by the texts of the first; null when nobody wants them. */
  open(names: readonly string[]): RecordSink | null;
  /** A row of a sheet behind the first, which is not read. */
  otherSheet(row: number, sheet: string): void;
}

/**
 * Reads the first sheet of an Excel file that has rows, each as the record of a table; its line is the row. The file is
 * looked through first and parsed in a process of its own, row by row: memory stays flat. Gives the faults that refuse
 * the whole file. Rows are asked for until `enough`.
 */
export async function readWorkbook(
  path: string,
  root: string,
  sink: WorkbookSink,
  enough: () => boolean = () => false,
): Promise<readonly Fault[]> {
  const faults = await checkArchive(path, "xlsx");
  if (faults.length > 0) return faults;
  const rows = streamFromChild(resolve(path), root);
  const fields = new SheetFields();
  let records: RecordSink | null = null;
  let sheet: string | null = null;
  try {
    for (let next = await rows.next(); !enough(); next = await rows.next()) {
      if (next.done) return next.value === null ? [] : [next.value];
      const row = next.value;
      if (sheet === null) {
        sheet = row.sheet;
        records = sink.open(fields.take(row));
        if (records === null) return [];
      }
      if (row.sheet !== sheet) {
        sink.otherSheet(row.row, row.sheet);
      } else {
        fields.take(row);
        records?.record(fields);
      }
    }
    return [];
  } finally {
    await rows.return(null);
  }
}

/** A row of a sheet as the fields of a record, as wide as the first row at least: a sheet has no ends of rows. */
class SheetFields implements RecordFields {
  bytes = new Uint8Array(0);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  fields = 0;
  line = 0;
  readonly isUtf8 = true;
  #width = 0;

  /** Gives the texts of the row. */
  take({ row, cells }: SheetRow): string[] {
    const last = cells.at(-1)?.column ?? 0;
    if (this.#width === 0) this.#width = last;
    this.line = row;
    this.fields = Math.max(last, this.#width);
    const texts = new Array<string>(this.fields).fill("");
    for (const cell of cells) texts[cell.column - 1] = textOf(cell).trim();
    this.bytes = encoder.encode(texts.join(""));
    let at = 0;
    texts.forEach((text, field) => {
      this.starts[field] = at;
      at += Buffer.byteLength(text);
      this.ends[field] = at;
    });
    return texts;
  }
}

const encoder = new TextEncoder();
