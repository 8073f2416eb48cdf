import { spreadsheetText } from "#app/domain/response/spreadsheet-text.ts";

/** A text that people wrote, or a number as a decimal string; null is an empty cell. */
export type CsvCell = string | { readonly number: string } | null;

/**
 * A file of comma-separated values (RFC 4180): every cell quoted, lines ended by CR LF, and a byte-order mark, without
 * which Excel takes UTF-8 for something else. A text that a spreadsheet program would take for a formula gets an
 * apostrophe; a number does not, so that −5 stays a number.
 */
export function csv(rows: readonly (readonly CsvCell[])[]): Buffer {
  const lines = rows.map((row) => `${row.map(quoted).join(",")}\r\n`);
  return Buffer.from(`\ufeff${lines.join("")}`);
}

function quoted(cell: CsvCell): string {
  const text =
    cell === null ? "" : typeof cell === "string" ? spreadsheetText(cell) : numberText(cell.number);
  return `"${text.replaceAll('"', '""')}"`;
}

function numberText(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new TypeError(`not a decimal number: ${text}`);
  return text;
}
