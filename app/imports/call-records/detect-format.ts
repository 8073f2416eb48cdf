import { columnOf, neededColumns } from "#app/imports/call-records/columns.ts";
import { queueLogColumns } from "#app/imports/call-records/queue-log-table.ts";
import { RecordScanner } from "#app/imports/call-records/record-scanner.ts";
import { fieldTexts } from "#app/imports/call-records/table-reader.ts";

export const formats = ["calls-csv", "queue-log", "queue-log-table"] as const;
/** Layouts of call records that can be read. */
export type Format = (typeof formats)[number];

const delimiters = [",", ";", "\t"] as const;
const queueLogLine = /^\d{9,11}\|[^|]*\|[^|]*\|[^|]*\|[A-Z]+/;
const namesThatTell = 3;

/** The format by the first bytes of the content (without byte order mark), or null. */
export function detectFormat(head: Uint8Array): Format | null {
  if (queueLogLine.test(firstLine(head))) return "queue-log";
  const names = headerNames(head);
  const known = neededColumns.filter((column) => names.some((name) => columnOf(name) === column));
  if (known.length >= namesThatTell) return "calls-csv";
  const { needed, columnOf: tableColumnOf } = queueLogColumns;
  return needed.every((column) => names.some((name) => tableColumnOf(name) === column))
    ? "queue-log-table"
    : null;
}

/** The delimiter that occurs most in the first line; comma, semicolon, tab in this order when equal. */
export function detectDelimiter(head: Uint8Array): (typeof delimiters)[number] {
  const line = firstLine(head);
  const countOf = (delimiter: string): number => line.split(delimiter).length;
  return delimiters.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}

/** The fields of the first record. */
export function headerNames(head: Uint8Array): string[] {
  let names: string[] | null = null;
  const scanner = new RecordScanner(detectDelimiter(head).charCodeAt(0), {
    record: (record) => {
      names ??= fieldTexts(record);
    },
    brokenRecord: () => {
      names ??= [];
    },
  });
  scanner.push(head);
  scanner.end();
  return names ?? [];
}

function firstLine(head: Uint8Array): string {
  const end = head.indexOf(0x0a);
  return new TextDecoder().decode(end < 0 ? head : head.subarray(0, end));
}
