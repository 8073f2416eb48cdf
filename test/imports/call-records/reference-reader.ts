import { Temporal } from "temporal-polyfill";
import type { Totals } from "#app/domain/measurement/cell.ts";
import { cellsOfCalls, type ReferenceCall } from "./reference-cells.ts";

/**
 * A slow and obvious reader of canonical call files, for the fast one to be held to: whole files in memory, records
 * as objects of strings, times by Temporal, sums as bigint. It shares no code with the product but field names.
 */
export interface ReferenceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReferenceOptions {
  readonly zone: string;
  readonly zoneDeclared: boolean;
  readonly clock: "arrival" | "queue";
}

export interface ReferenceReading {
  readonly rows: number;
  readonly stampDecimals: number;
  readonly faults: readonly string[];
  /** `code file:line column count`, sorted. */
  readonly warnings: readonly string[];
  /** By `queue|half hour`; empty when there are faults. */
  readonly cells: ReadonlyMap<string, Totals>;
}

type Cells = Readonly<Record<string, string>>;

const longestRecord = 65_536;
const names =
  "call_id queue arrival_at queued_at answered_at ended_at disposition ring_s ivr_s talk_s hold_s wrap_s transferred resolved_first_contact complaint agent type".split(
    " ",
  );
const needed = ["call_id", "queue", "arrival_at", "answered_at", "ended_at"];
const aliases: Cells = {
  arrival_ts: "arrival_at",
  queue_enter_ts: "queued_at",
  answer_ts: "answered_at",
  end_ts: "ended_at",
};
const words: Cells = { flow_out: "overflow", full: "blocked", error: "timeout", ivr_handled: "overflow" };
const outcomes = ["answered", "abandoned", "blocked", "timeout", "overflow", "closed", "open"];
const trues = ["1", "true", "yes", "ja"];
const falses = ["0", "false", "no", "nej"];

interface FaultEntry {
  readonly code: string;
  readonly file: number;
  readonly line: number;
  readonly position: number;
  readonly column: string;
}

export function readReference(files: readonly ReferenceFile[], options: ReferenceOptions): ReferenceReading {
  const faults: FaultEntry[] = [];
  const warnings = new Map<string, { place: string; order: number; count: number }>();
  const calls: ReferenceCall[] = [];
  const seen = new Set<string>();
  let rows = 0;
  let anyFormat = false;

  files.forEach(({ name, bytes }, file) => {
    const warn = (code: string, line: number, column: string | null): void => {
      const known = warnings.get(code);
      if (known) known.count += 1;
      else warnings.set(code, { place: `${name}:${line} ${column ?? "-"}`, order: file, count: 1 });
    };
    let text = Buffer.from(bytes).toString("latin1");
    if (text.startsWith("\xef\xbb\xbf")) text = text.slice(3);
    if (text === "") {
      faults.push({ code: "file_empty", file, line: 1, position: -1, column: "-" });
      return;
    }
    const firstLine = text.split("\n")[0] ?? "";
    const delimiter = [",", ";", "\t"].reduce((best, each) =>
      firstLine.split(each).length > firstLine.split(best).length ? each : best,
    );
    const records = splitRecords(text, delimiter);
    const header = records.shift();
    const columns = (header?.cells ?? []).map((cell) => {
      const lower = utf8(cell, false).toLowerCase();
      return names.includes(lower) ? lower : (aliases[lower] ?? null);
    });
    const isQueueLog = /^\d{9,11}\|[^|]*\|[^|]*\|[^|]*\|[A-Z]+/.test(firstLine);
    if (isQueueLog || needed.filter((each) => columns.includes(each)).length < 3) {
      faults.push({ code: "format_unknown", file, line: 1, position: -1, column: "-" });
      return;
    }
    anyFormat = true;
    const fault = (code: string, line: number, column: string | null): void => {
      const position = column === null ? -1 : columns.indexOf(column);
      faults.push({ code, file, line, position, column: column ?? "-" });
    };
    if (header === undefined || !isUtf8(header.raw)) {
      fault("encoding", 1, null);
      return;
    }
    const missing = needed.filter((each) => !columns.includes(each));
    const twice = columns.filter((each, i) => each !== null && columns.indexOf(each) < i);
    for (const each of missing) fault("header_missing_column", 1, each);
    for (const each of twice) fault("header_duplicate_column", 1, each);
    (header.cells ?? []).forEach((cell, i) => {
      if (columns[i] === null && cell !== "") warn("unknown_column", 1, utf8(cell, false));
    });
    if (missing.length > 0 || twice.length > 0) return;
    if (!columns.includes("disposition")) warn("disposition_derived", 1, "disposition");
    let width = (header.cells ?? []).length;
    while (width > 0 && header.cells?.[width - 1] === "") width -= 1;

    for (const record of records) {
      const { line } = record;
      if (record.cells?.every((cell) => cell === "")) continue;
      rows += 1;
      if (record.cells === null) {
        fault(record.broken, line, null);
        continue;
      }
      if (!isUtf8(record.raw)) {
        fault("encoding", line, null);
        continue;
      }
      if (record.cells.length < width || record.cells.slice(width).some((cell) => cell !== "")) {
        fault("row_columns", line, null);
        continue;
      }
      const cells: Record<string, string> = {};
      columns.forEach((column, i) => {
        if (column !== null && i < width) cells[column] = utf8(record.cells?.[i] ?? "", true);
      });
      const read = readCall(cells, options, (code, column) => warn(code, line, column));
      if ("bad" in read) {
        for (const [code, column] of read.bad) fault(code, line, column);
        continue;
      }
      const { call } = read;
      const key = JSON.stringify([call.id, call.queue, call.arrival]);
      if (seen.has(key)) fault("call_duplicate", line, "call_id");
      seen.add(key);
      calls.push(call);
      if (call.disposition === "open") warn("open_calls", line, null);
      if (call.disposition === "answered" && call.ended === null)
        warn("answered_not_ended", line, "ended_at");
    }
  });
  if (rows === 0 && faults.length === 0) {
    warnings.set("no_rows", { place: `${files[0]?.name}:1 -`, order: 0, count: 1 });
  }
  faults.sort((a, b) => a.file - b.file || a.line - b.line || a.position - b.position);
  return {
    rows,
    stampDecimals: Math.max(0, ...calls.map((call) => call.stampDecimals)),
    faults: faults.map(({ code, file, line, column }) => `${code} ${files[file]?.name}:${line} ${column}`),
    warnings: [...warnings].map(([code, { place, count }]) => `${code} ${place} ${count}`).sort(),
    cells: faults.length > 0 || !anyFormat ? new Map() : cellsOfCalls(calls, options.clock),
  };
}

interface RawRecord {
  readonly line: number;
  readonly raw: string;
  readonly cells: string[] | null;
  readonly broken: string;
}

function splitRecords(text: string, delimiter: string): RawRecord[] {
  const records: RawRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { end, cells, broken } = splitRecord(text, at, delimiter);
    const length = text.slice(at, end).replace(/\r$/, "").length;
    const tooLong =
      cells === null ? end - at >= longestRecord + (broken === "unclosed" ? 1 : 0) : length > longestRecord;
    if (cells !== null && !tooLong) {
      const raw = text.slice(at, end);
      records.push({ line, raw, cells, broken: "" });
      line += raw.split("\n").length;
      at = end + 1;
    } else {
      records.push({ line, raw: "", cells: null, broken: tooLong ? "row_too_long" : "quote" });
      const next = text.indexOf("\n", at);
      at = next < 0 ? text.length : next + 1;
      line += 1;
    }
  }
  return records;
}

/** `end` is where the line feed of the record stands, or the first byte that is wrong. */
function splitRecord(
  text: string,
  start: number,
  delimiter: string,
): { end: number; cells: string[] | null; broken: string } {
  const cells: string[] = [];
  let at = start;
  while (true) {
    if (text[at] === '"') {
      let value = "";
      at += 1;
      while (true) {
        if (at >= text.length) return { end: text.length, cells: null, broken: "unclosed" };
        if (text[at] === '"' && text[at + 1] === '"') {
          value += '"';
          at += 2;
        } else if (text[at] === '"') {
          at += 1;
          break;
        } else {
          value += text[at];
          at += 1;
        }
      }
      cells.push(trim(value));
      if (text[at] === "\r" && (text[at + 1] ?? "\n") === "\n") at += 1;
      if (at < text.length && text[at] !== delimiter && text[at] !== "\n") {
        return { end: at, cells: null, broken: "text" };
      }
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end += 1;
      cells.push(trim(text.slice(at, end)));
      at = end;
    }
    if (at >= text.length || text[at] === "\n") return { end: at, cells, broken: "" };
    at += 1;
  }
}

const trim = (text: string): string => text.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, "");

function isUtf8(latin1: string): boolean {
  try {
    utf8(latin1, true);
    return true;
  } catch {
    return false;
  }
}

const utf8 = (latin1: string, fatal: boolean): string =>
  new TextDecoder("utf-8", { fatal, ignoreBOM: true }).decode(Buffer.from(latin1, "latin1"));

function readCall(
  cells: Cells,
  options: ReferenceOptions,
  warn: (code: string, column: string | null) => void,
): { call: ReferenceCall } | { bad: [string, string][] } {
  const bad: [string, string][] = [];
  const order = Object.keys(cells);
  for (const column of ["call_id", "queue", "arrival_at", "disposition"]) {
    if (cells[column] === "") bad.push(["value_missing", column]);
  }
  if (cells.queue === "*") bad.push(["value_invalid", "queue"]);

  const columns = ["arrival_at", "queued_at", "answered_at", "ended_at"];
  const stamps = columns.map((column) => readStamp(cells[column] ?? "", options.zone));
  stamps.forEach((stamp, i) => {
    if (typeof stamp === "string") bad.push([stamp, columns[i] ?? ""]);
  });
  const good = stamps.map((stamp) => (stamp === null || typeof stamp === "string" ? null : stamp));
  if (!options.zoneDeclared && stamps.some((stamp) => isLocal(stamp))) warn("zone_assumed", null);
  const anySkipped = stamps.includes("time_skipped");
  const { chosen, ambiguous } = chooseReading(good.map((stamp) => stamp?.instants ?? null));
  if (ambiguous !== null && !anySkipped) warn("time_ambiguous", columns[ambiguous] ?? null);

  const seconds: Record<string, number | null> = {};
  for (const column of ["ring_s", "ivr_s", "talk_s", "hold_s", "wrap_s"]) {
    const text = cells[column] ?? "";
    seconds[column] = null;
    if (text === "") continue;
    if (/^\d{1,7}([.,]\d{1,6})?$/.test(text))
      seconds[column] = Math.round(Number(text.replace(",", ".")) * 1e6);
    else bad.push(["number_format", column]);
  }
  const flags: Record<string, number | null> = {};
  for (const column of ["transferred", "resolved_first_contact", "complaint"]) {
    const text = (cells[column] ?? "").toLowerCase();
    flags[column] = trues.includes(text) ? 1 : falses.includes(text) ? 0 : null;
    if (text !== "" && flags[column] === null) bad.push(["flag_format", column]);
  }
  const [arrival = null, given = null, answered = null, ended = null] = chosen;
  const word = (cells.disposition ?? "").toLowerCase();
  let disposition = words[word] ?? word;
  if (cells.disposition === undefined) {
    disposition = answered !== null ? "answered" : ended !== null ? "abandoned" : "open";
  } else if (word !== "" && !outcomes.includes(disposition)) {
    bad.push(["disposition_unknown", "disposition"]);
  }
  if (bad.length > 0 || arrival === null) {
    return { bad: bad.sort(([, a], [, b]) => order.indexOf(a) - order.indexOf(b)) };
  }
  const queued = cells.queued_at === undefined ? arrival : given;
  const digits = Math.max(...good.map((stamp) => stamp?.digits ?? 0));
  const stampDecimals = digits === 0 ? 0 : digits <= 3 ? 3 : 6;
  const decimals = Math.max(
    stampDecimals,
    ...Object.values(seconds).map((each) =>
      each === null || each % 1e6 === 0 ? 0 : each % 1000 === 0 ? 3 : 6,
    ),
  );
  const call: ReferenceCall = {
    id: cells.call_id ?? "",
    queue: (cells.queue ?? "").normalize("NFC"),
    arrival,
    queued,
    answered,
    ended,
    disposition,
    seconds,
    flags,
    stampDecimals,
    decimals,
  };
  const broken = firstBroken(call);
  return broken === null ? { call } : { bad: [broken] };
}

interface Stamp {
  readonly instants: readonly number[];
  readonly local: boolean;
  readonly digits: number;
}

const stampCache = new Map<string, Stamp | string | null>();

function readStamp(text: string, zone: string): Stamp | string | null {
  const key = `${zone} ${text}`;
  const known = stampCache.get(key);
  if (known !== undefined) return known;
  const stamp = parseStamp(text, zone);
  stampCache.set(key, stamp);
  return stamp;
}

/** Null for nothing, a fault code, or the instants it may mean. */
function parseStamp(text: string, zone: string): Stamp | string | null {
  if (text === "") return null;
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(
    text,
  );
  if (match === null) return "time_format";
  const [, date = "", h = "", mi = "", s = "", fraction = "", offset] = match;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return "time_format";
  if (date.startsWith("0000") || Number(h) > 23 || Number(mi) > 59 || Number(s) > 59) return "time_format";
  const [, sign = "+", oh = "0", om = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset ?? "") ?? [];
  if (Number(oh) > 23 || Number(om) > 59) return "time_format";
  const year = Number(date.slice(0, 4));
  if (year < 1990 || year > 2099) return "time_range";
  const wall = midnight * 1000 + (Number(h) * 3600 + Number(mi) * 60 + Number(s)) * 1e6;
  const micros = wall + Number(fraction.padEnd(6, "0"));
  const digits = fraction.length;
  if (offset !== undefined) {
    const shift = (Number(oh) * 3600 + Number(om ?? 0) * 60) * 1e6;
    return { instants: [sign === "-" ? micros + shift : micros - shift], local: false, digits };
  }
  const plain = Temporal.PlainDateTime.from(`${date}T${h}:${mi}:${s}.${fraction.padEnd(6, "0")}`);
  const readings = (["earlier", "later"] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  );
  const instants = readings
    .filter((reading) => reading.toPlainDateTime().equals(plain))
    .map((reading) => Number(reading.epochNanoseconds / 1000n));
  return instants.length === 0 ? "time_skipped" : { instants: [...new Set(instants)], local: true, digits };
}

const isLocal = (stamp: Stamp | string | null): boolean =>
  stamp === "time_skipped" || (typeof stamp === "object" && stamp !== null && stamp.local);

function chooseReading(stamps: readonly (readonly number[] | null)[]): {
  chosen: (number | null)[];
  ambiguous: number | null;
} {
  let readings: (number | null)[][] = [[]];
  for (const options of stamps) {
    readings = readings.flatMap((start) => (options ?? [null]).map((option) => [...start, option]));
  }
  const present = (reading: (number | null)[]): number[] => reading.filter((each) => each !== null);
  const span = (reading: (number | null)[]): number =>
    (present(reading).at(-1) ?? 0) - (present(reading)[0] ?? 0);
  const ordered = readings.filter((reading) =>
    present(reading).every((each, i, all) => i === 0 || each >= (all[i - 1] ?? 0)),
  );
  const [fallback = []] = readings;
  const best = ordered.filter((reading) => span(reading) === Math.min(...ordered.map(span)));
  const [chosen = fallback] = best;
  const differs = stamps.findIndex((_, i) => best.some((reading) => reading[i] !== chosen[i]));
  return { chosen, ambiguous: differs < 0 ? null : differs };
}

function firstBroken(call: ReferenceCall): [string, string] | null {
  const { arrival, queued, answered, ended, disposition, seconds, flags } = call;
  const isAnswered = disposition === "answered";
  const stamps: [string, number | null][] = [
    ["arrival_at", arrival],
    ["queued_at", queued],
    ["answered_at", answered],
    ["ended_at", ended],
  ];
  const present = stamps.filter((each): each is [string, number] => each[1] !== null);
  const late = present.find(([, time], i) => i > 0 && time < (present[i - 1]?.[1] ?? 0));
  const last = present.at(-1) ?? ["arrival_at", arrival];
  const span = answered === null || ended === null ? Number.POSITIVE_INFINITY : ended - answered + 1e6;
  const { talk_s: talk = null, hold_s: hold = null } = seconds;
  if (isAnswered && answered === null) return ["disposition_contradiction", "answered_at"];
  if (!isAnswered && answered !== null) return ["disposition_contradiction", "disposition"];
  if (["abandoned", "timeout", "overflow"].includes(disposition) && ended === null)
    return ["value_missing", "ended_at"];
  if (disposition === "open" && ended !== null) return ["disposition_contradiction", "ended_at"];
  if (late) return ["time_order", late[0]];
  if (last[1] - arrival > 86_400e6) return ["time_span", last[0]];
  for (const column of ["talk_s", "hold_s", "wrap_s"]) {
    if (!isAnswered && (seconds[column] ?? 0) > 0) return ["duration_contradiction", column];
  }
  if (isAnswered && (hold ?? 0) > span) return ["duration_contradiction", "hold_s"];
  if (isAnswered && talk !== null && (hold ?? 0) + talk > span) return ["duration_contradiction", "talk_s"];
  for (const column of ["transferred", "resolved_first_contact"]) {
    if (!isAnswered && flags[column] === 1) return ["flag_contradiction", column];
  }
  return null;
}
