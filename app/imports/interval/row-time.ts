import type { ColumnMeaning } from "#app/imports/interval/column-meaning.ts";
import type { Layout } from "#app/imports/interval/layout.ts";
import {
  type DateOrder,
  type ReportTime,
  readDay,
  readReportTime,
  secondsOfDay,
} from "#app/imports/interval/report-time.ts";

interface RowTime {
  readonly start: number;
  readonly isLocal: boolean;
  readonly lengthS: number | null;
}

interface TimeFault {
  readonly code: "value_missing" | "interval_time" | "interval_length";
  readonly column: string | null;
  readonly value: string;
}

/** `08:00-08:30`. After seconds a dash without spaces begins an offset from UTC, not the end. */
const range = /^(.*?\d{1,2}[:.]\d{2}(?: ?[ap]m)?)(?:\s*[-–]\s*)(\d{1,2}[:.]\d{2}(?: ?[ap]m)?)$/i;
const spacedRange = /^(.*?\d)\s+[-–]\s+(\S.*)$/;
const secondsPerDay = 86_400;

/** When the interval of a record begins, and how long it is if the record says so. */
export function readRowTime(cells: readonly string[], layout: Layout): RowTime | TimeFault {
  const order: DateOrder = layout.preset.monthFirst ? "month_first" : "year_first";
  const cell = (kind: ColumnMeaning["kind"]): { text: string; column: string | null } => {
    const at = layout.meanings.findIndex((meaning) => meaning?.kind === kind);
    return { text: cells[at] ?? "", column: layout.names[at] ?? null };
  };
  const written = writtenStart(cell);
  if (written.text === "") return { code: "value_missing", column: written.column, value: "" };
  const [, from, to] = rangeIn(written.text) ?? [null, written.text, null];
  const start = readReportTime(from, order);
  if (start === null) return { code: "interval_time", column: written.column, value: written.text };
  const endText = to ?? cell("end").text;
  const minutes = cell("minutes");
  if (endText === "" && minutes.text === "")
    return { start: start.seconds, isLocal: start.isLocal, lengthS: null };
  const lengthS = endText === "" ? minutesIn(minutes.text) : lengthUntil(start, endText, order);
  if (lengthS !== null) return { start: start.seconds, isLocal: start.isLocal, lengthS };
  const end = to === null ? cell(endText === "" ? "minutes" : "end") : written;
  return { code: "interval_length", column: end.column, value: end.text };
}

/** The start, put together out of date and time where they are two columns. */
function writtenStart(cell: (kind: ColumnMeaning["kind"]) => { text: string; column: string | null }) {
  const start = cell("start");
  const date = cell("date");
  const time = cell("time");
  if (date.column === null || time.column === null) {
    // A column of times of day beside a date, or one column with both.
    if (date.column === null || start.column === null) return start;
    return { text: date.text === "" ? "" : `${date.text} ${start.text}`.trim(), column: start.column };
  }
  const missing = date.text === "" ? date : time;
  if (date.text === "" || time.text === "") return { text: "", column: missing.column };
  return { text: `${date.text.replace(/[T ]00:00(?::00)?$/, "")} ${time.text}`, column: time.column };
}

function rangeIn(text: string): readonly [string, string, string] | null {
  const match = spacedRange.exec(text) ?? (text.includes("T") ? null : range.exec(text));
  return match === null ? null : [text, match[1] ?? "", match[2] ?? ""];
}

/** An end is a time of its own, or a time of day after the start. Some write the last second of the interval. */
function lengthUntil(start: ReportTime, text: string, order: DateOrder): number | null {
  const time = readReportTime(text, order);
  const ofDay = time === null ? secondsOfDay(text) : null;
  if (time === null && (ofDay === null || readDay(text, order) !== null)) return null;
  const startOfDay = Math.floor(start.seconds / secondsPerDay) * secondsPerDay;
  const end = time?.seconds ?? startOfDay + (ofDay ?? 0);
  const length = end - start.seconds;
  const forward = time === null && length <= 0 ? length + secondsPerDay : length;
  return forward % 60 === 59 ? forward + 1 : forward;
}

function minutesIn(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) * 60 : null;
}
