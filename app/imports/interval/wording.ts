import type { Fault } from "#app/domain/fault.ts";
import type { ImportWarning } from "#app/imports/call-records/fault-log.ts";
import { faultMessage as callFaultMessage } from "#app/imports/call-records/wording.ts";

export const intervalWarningCodes = [
  "interval_length_inferred",
  "means_turned_back",
  "no_rows",
  "note_rows",
  "offered_derived",
  "queue_assumed",
  "skipped_hour_rows",
  "summary_rows",
  "threshold_unknown",
  "time_ambiguous",
  "total_differs",
  "unknown_column",
  "zone_assumed",
] as const;
export type IntervalWarningCode = (typeof intervalWarningCodes)[number];

export type IntervalWarning = ImportWarning<IntervalWarningCode>;

const faultWords: Readonly<Record<string, string>> = {
  cell_agents: "is no number of agents: {value}",
  cell_count: "is no whole number of calls: {value}",
  cell_duration: "is no duration in seconds or h:mm:ss: {value}",
  cell_percent: "is no percentage: {value}",
  cell_seconds: "is no whole number of seconds: {value}",
  count_contradiction: "{value} is more than the {most} calls that it is part of",
  interval_duplicate: "the same queue and interval occurred before",
  interval_length: "{value}: an interval lasts 15, 30 or 60 minutes",
  interval_length_mixed: "intervals of {seconds} s and of {expected} s in one import",
  interval_length_unknown: "nothing says how long the intervals are",
  interval_not_aligned: "{value} is not at a whole interval of the hour",
  interval_time: "is no date and time such as 2025-03-31 08:00: {value}",
  report_rows: "more than {limit} records",
  time_skipped: "{value} is a local time that the clock change skipped",
};

const warningWords: Readonly<Record<IntervalWarningCode, string>> = {
  interval_length_inferred: "the report does not say how long an interval is; the shortest step was taken",
  means_turned_back: "means turned back into sums by their count: as exact as they were printed",
  no_rows: "there is no interval",
  note_rows: "lines of text that are no intervals",
  offered_derived: "intervals without offered calls; the sum of their outcomes was taken",
  queue_assumed: "no column for the queue; the name of the file was taken",
  skipped_hour_rows: "empty intervals in the hour that the clock change skipped",
  summary_rows: "rows of totals or means, which were not added",
  threshold_unknown: "calls within a limit that nothing names; they were not used",
  time_ambiguous: "intervals in the doubled hour of a clock change; the first was taken",
  total_differs: "totals that are not the sum of their rows",
  unknown_column: "columns that are not known and not read",
  zone_assumed: "intervals in local time, and no time zone was declared",
};

/** As for call records, with the words of what only interval reports have. */
export function intervalFaultMessage(fault: Fault): string {
  const words = faultWords[fault.code];
  const plain = callFaultMessage(fault);
  if (words === undefined) return plain;
  const text = words.replace(/\{(\w+)\}/g, (_, name: string) => String(fault.params?.[name] ?? ""));
  return `${plain.slice(0, plain.length - fault.code.length)}${text}`;
}

export const intervalWarningMessage = ({ code, file, line, count }: IntervalWarning): string =>
  `${file}, line ${line}: ${count} × ${warningWords[code]}`;
