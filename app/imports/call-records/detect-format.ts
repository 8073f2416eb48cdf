import { isAsteriskCdr } from "#app/imports/call-records/asterisk-cdr.ts";
import { callColumns, type TableLayout } from "#app/imports/call-records/columns.ts";
import { freeswitchColumns } from "#app/imports/call-records/freeswitch.ts";
import { queueLogColumns } from "#app/imports/call-records/queue-log-table.ts";
import { RecordScanner } from "#app/imports/call-records/record-scanner.ts";
import { fieldTexts } from "#app/imports/call-records/table-reader.ts";
import { isThreeCx } from "#app/imports/call-records/three-cx.ts";

export const formats = ["calls-csv", "queue-log", "queue-log-table", "freeswitch", "3cx"] as const;
/** Layouts of call records that can be read; `mapped` is any table, by a mapping of its columns that is given. */
export type Format = (typeof formats)[number] | "mapped";

const delimiters = [",", ";", "\t"] as const;
const queueLogLine = /^\d{9,11}\|[^|]*\|[^|]*\|[^|]*\|[A-Z]+/;
const namesThatTell = 3;
/** Bytes within which documents name what they hold. */
const telling = 256 * 1024;

/** The format by the first bytes of the content (without byte order mark), or null. */
export function detectFormat(head: Uint8Array): Format | null {
  if (queueLogLine.test(firstLine(head))) return "queue-log";
  if (freeswitchDocuments(head) !== null) return "freeswitch";
  return formatOfTable(headerNames(head), firstLine(head));
}

/** The format of a table by the cells of its first row, and as it is written in a text; or null. */
export function formatOfTable(names: readonly string[], line: string = names.join(",")): Format | null {
  const has = ({ columnOf, needed }: TableLayout<string>, atLeast: number): boolean =>
    needed.filter((column) => names.some((name) => columnOf(name) === column)).length >= atLeast;
  if (has(callColumns, namesThatTell)) return "calls-csv";
  if (has(queueLogColumns, queueLogColumns.needed.length)) return "queue-log-table";
  if (has(freeswitchColumns, freeswitchColumns.needed.length)) return "freeswitch";
  return isThreeCx(line) ? "3cx" : null;
}

/** Detail records that are known, but do not tell how long a caller waited. */
export type Lookalike = "asterisk_cdr" | "freeswitch_cdr";

/** What a content of no known format is, as far as it can be told why it is refused; null when it cannot. */
export function lookalikeOf(head: Uint8Array): Lookalike | null {
  const line = firstLine(head);
  if (isAsteriskCdr(line)) return "asterisk_cdr";
  // The template that mod_cdr_csv comes with: a hangup cause and the id of the channel, but nothing of queues.
  return /,[A-Z]+_[A-Z_]+,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12},/.test(line) ? "freeswitch_cdr" : null;
}

/** How documents of FreeSWITCH are written, when the content is of them; null for a table or another format. */
export function freeswitchDocuments(head: Uint8Array): "json" | "xml" | null {
  const text = new TextDecoder().decode(head.subarray(0, telling)).trimStart();
  if (/^[[{]/.test(text) && /"cc_queue|"variables"|"callflow"/.test(text)) return "json";
  return text.startsWith("<") && /<cdr[\s>]/.test(text) ? "xml" : null;
}

/** The delimiter that occurs most in the first line; comma, semicolon, tab in this order when equal. */
export function detectDelimiter(head: Uint8Array): (typeof delimiters)[number] {
  const line = firstLine(head);
  const countOf = (delimiter: string): number => line.split(delimiter).length;
  return delimiters.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}

/** The fields of the first record. */
const headerNames = (head: Uint8Array): string[] => headRecords(head, 1)[0] ?? [];

/** The fields of the first records that are not blank, as far as they can be split. */
export function headRecords(head: Uint8Array, most: number): string[][] {
  const records: string[][] = [];
  const scanner = new RecordScanner(detectDelimiter(head).charCodeAt(0), {
    record: (record) => {
      if (records.length >= most) return;
      const texts = fieldTexts(record);
      if (texts.some((text) => text !== "")) records.push(texts);
    },
    brokenRecord: () => {
      if (records.length === 0) records.push([]);
    },
  });
  scanner.push(head);
  scanner.end();
  return records;
}

/** Where the first line begins that is not blank: blank lines are skipped everywhere. -1 when there is none. */
export const startOfContent = (head: Uint8Array): number =>
  head.findIndex((byte) => byte !== 0x20 && (byte < 0x09 || byte > 0x0d));

function firstLine(head: Uint8Array): string {
  const start = Math.max(startOfContent(head), 0);
  const end = head.indexOf(0x0a, start);
  return new TextDecoder().decode(end < 0 ? head.subarray(start) : head.subarray(start, end));
}
