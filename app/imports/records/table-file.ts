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

/**
 * The records of a delimited text, as the call file is split (quotes, delimiter by the first line unless it is given);
 * blank ones are left out.
 */
export function tableRecords(bytes: Uint8Array, delimiter?: string): TableRecord[] {
  const text = withoutByteOrderMark(bytes);
  const records: TableRecord[] = [];
  const scanner = new RecordScanner((delimiter ?? detectDelimiter(text)).charCodeAt(0), {
    record: (record) => {
      const { line, isUtf8 } = record;
      const cells = isUtf8 ? fieldTexts(record) : null;
      if (cells === null || cells.some((cell) => cell !== ""))
        records.push({ line, cells, fault: isUtf8 ? null : "encoding" });
    },
    brokenRecord: (fault, line) => records.push({ line, cells: null, fault }),
  });
  scanner.push(text);
  scanner.end();
  return records;
}
