import type { Fault } from "#app/domain/fault.ts";
import type { ImportWarning, WarningCode } from "#app/imports/call-records/fault-log.ts";

/** What a fault says after its place, in the words of the command line. */
const faultWords: Readonly<Record<string, string>> = {
  file_empty: "the file is empty",
  format_unknown: "the content is in no known format",
  format_mixed: "is in another format than the first file",
  gz_broken: "cannot be unpacked to its end",
  inflated_limit: "unpacks to more than allowed",
  workbook_too_many_rows: "more than {limit} rows in a sheet",
  workbook_unreadable: "cannot be read as an Excel file",
  workbook_takes_too_long: "takes too long to read",
  workbook_takes_too_much_memory: "takes too much memory to read",
  archive_unreadable: "cannot be read as an Excel file",
  archive_not_xlsx: "is no Excel file",
  row_limit: "more than {limit} records; reading ends here",
  queue_limit: "more than {limit} queues; reading ends here. Is it the column of the queue?",
  header_missing_column: "the column is missing",
  header_duplicate_column: "the column occurs twice",
  quote: "a quoted field is not closed, or goes on after its closing quote",
  row_too_long: "the record is longer than 65,536 bytes",
  encoding: "is not UTF-8; often such a file is Windows-1252",
  row_columns: "has {found} cells instead of {expected}",
  record_broken: "the record cannot be read to its end",
  value_missing: "is empty",
  value_invalid: "is reserved for all queues together",
  time_format: "is no time such as 2025-03-30T14:05:09",
  time_range: "is outside the years 1990 to 2099",
  time_skipped: "is a local time that the clock change skipped",
  number_format: "is no number of seconds",
  flag_format: "is neither 1 nor 0 (true, false, yes, no, ja, nej)",
  disposition_unknown: "is no known outcome",
  disposition_contradiction: "contradicts the outcome",
  time_order: "is before {than}",
  time_span: "is more than 24 hours after arrival_at",
  duration_contradiction: "does not fit between the stamps of the call",
  flag_contradiction: "is 1 on a call that was not answered",
  call_duplicate: "the same call_id, queue and arrival_at occurred before",
  call_legs: "more than {limit} rows have this number of a call; each is a leg of one call",
};

const warningWords: Readonly<Record<WarningCode, string>> = {
  unknown_column: "columns that are not known and not read",
  disposition_derived: "no column for the outcome; it is derived from the stamps",
  zone_assumed: "records with local times, and no time zone was declared",
  time_ambiguous: "records in the doubled hour of a clock change; the first was taken",
  answered_not_ended: "answered calls without end; their talk time is unknown",
  open_calls: "calls are still open when the data end",
  no_rows: "there is no record",
  event_without_enter: "events of calls that never entered the queue",
  wait_mismatch: "logged waits differ by more than a second from the stamps",
  unknown_event: "events that are not known",
  other_sheet: "rows of other sheets than the first, not read",
  not_queue_call: "records of calls that were in no queue",
};

/** Where it can be told why a format is not known. */
const reasonWords: Readonly<Record<string, string>> = {
  "format_unknown asterisk_cdr":
    "call detail records of Asterisk do not tell how long a caller waited; give the queue_log instead",
  "format_unknown freeswitch_cdr":
    "detail records of FreeSWITCH without the cc_ variables do not tell how long a caller waited",
};

/** `calls.csv, line 1234, answered_at: is before arrival_at` */
export function faultMessage({ code, place, params }: Fault): string {
  const words = reasonWords[`${code} ${params?.reason}`] ?? faultWords[code] ?? code;
  const text = words.replace(/\{(\w+)\}/g, (_, name: string) => String(params?.[name] ?? ""));
  const parts = [place?.file, place?.line === undefined ? undefined : `line ${place.line}`, place?.column];
  return `${parts.filter((part) => part !== undefined).join(", ")}: ${text}`;
}

export const warningMessage = ({ code, file, line, count }: ImportWarning): string =>
  `${file}, line ${line}: ${count} × ${warningWords[code]}`;
