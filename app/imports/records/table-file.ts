import { withoutByteOrderMark } from "#app/imports/call-records/byte-order-mark.ts";
import { detectDelimiter } from "#app/imports/call-records/detect-format.ts";
import { RecordScanner } from "#app/imports/call-records/record-scanner.ts";
import { fieldTexts } from "#app/imports/call-records/table-reader.ts";

export interface TableRecord {
  /** Physical line on which the record begins; the header is on line 1. */
  readonly line: number;
  /** Trimmed texts, as many as there are; null for a record that cannot be read. */
  readonly cells: readonly string[] | null;
  /** Why it cannot be read. */
  readonly fault: "quote" | "row_too_long" | "encoding" | null;
}

interface TableOptions {
  /** By the first line unless it is given. */
  readonly delimiter?: string | undefined;
  /** Records that are read; none behind them is kept or even split for long. */
  readonly most?: number;
}

const chunkSize = 1 << 20;

/** The records of a delimited text, as the call file is split, quotes included; blank ones are left out. */
export function tableRecords(
  bytes: Uint8Array,
  { delimiter, most = Number.POSITIVE_INFINITY }: TableOptions = {},
): TableRecord[] {
  const text = withoutByteOrderMark(bytes);
  const records: TableRecord[] = [];
  const scanner = new RecordScanner((delimiter ?? detectDelimiter(text)).charCodeAt(0), {
    record: (record) => {
      if (records.length === most) return;
      const { line, isUtf8 } = record;
      const cells = isUtf8 ? fieldTexts(record) : null;
      if (cells === null || cells.some((cell) => cell !== ""))
        records.push({ line, cells, fault: isUtf8 ? null : "encoding" });
    },
    brokenRecord: (fault, line) => {
      if (records.length < most) records.push({ line, cells: null, fault });
    },
  });
  for (let at = 0; at < text.length && records.length < most; at += chunkSize)
    scanner.push(text.subarray(at, at + chunkSize));
  if (records.length < most) scanner.end();
  return records;
}
