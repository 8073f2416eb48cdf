import type { Fault } from "#app/domain/fault.ts";
import { halfHourSeconds } from "#app/domain/measurement/cell.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { FaultLog, type ImportWarning, WarningLog } from "#app/imports/call-records/fault-log.ts";
import { BrokenGzip, fileBytes } from "#app/imports/call-records/file-bytes.ts";
import { RecordScanner } from "#app/imports/call-records/record-scanner.ts";
import { LocalTimes, TimeStampReader, timeRangeFault } from "#app/imports/call-records/time-stamp.ts";

/** Calls that reached the exchange in one UTC half hour (floor(epoch seconds / 1800)), and how many were blocked. */
interface AttemptCount {
  readonly halfHour: number;
  readonly attempts: number;
  readonly blocked: number;
}

export interface AsteriskCdr {
  readonly rows: number;
  readonly faultCount: number;
  /** The first thousand, by line. With faults there are no counts. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly ImportWarning[];
  /** By half hour; only those with calls. */
  readonly counts: readonly AttemptCount[];
}

export interface CdrOptions {
  readonly zone: Zone;
  readonly zoneDeclared: boolean;
  /** Most bytes that the file may unpack to. */
  readonly mostBytes: number;
  readonly mostRows?: number;
}

/**
 * Times, durations and outcome of a record of cdr_csv or cdr_custom, wherever they stand. What lies before them is not
 * read: its quotes are often broken, and it is about people.
 */
const record =
  /"?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)"?,"?(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?"?,"?(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?"?,"?\d+"?,"?\d+"?,"?(ANSWERED|NO ANSWER|BUSY|FAILED|CONGESTION)"?,"?\w*"?(.*)$/s;
/**
 * A channel's id: epoch seconds and a running number, perhaps behind the name of the system. Sought from the beginning
 * of a word only, or a long one would be gone through from each of its letters.
 */
const channelId = /(?<![\w-])"?([\w-]*\d{9,10}\.\d+)"?(?=,|\s*$)/g;
const fewestCommas = 15;
const mostCalls = 2_000_000;
/** No byte of a text: a line is then one field. */
const noDelimiter = 0;
/** Any bytes are text in it: names may be in any encoding. */
const latin1 = new TextDecoder("latin1");

/** Whether a line is a call detail record of Asterisk: 16 fields or more, without a header. */
export const isAsteriskCdr = (line: string): boolean =>
  line.split(",").length > fewestCommas && record.test(line);

/**
 * Counts attempts and blocked calls of an Asterisk CDR file. Its records belong to channels; those of one call share
 * a linked id. A call is blocked when all of its records ended in BUSY, CONGESTION or FAILED. How long anybody waited
 * cannot be told, since IVR and queue answer a call too, so that these are no call records.
 * Faults: file_empty, gz_broken, inflated_limit, record_rows, format_unknown (a line), time_range, time_skipped.
 */
export async function readAsteriskCdr(
  file: { readonly path: string; readonly name: string },
  { zone, zoneDeclared, mostBytes, mostRows = mostCalls }: CdrOptions,
): Promise<AsteriskCdr> {
  const faults = new FaultLog();
  const warnings = new WarningLog();
  const fault = (code: string, line = 1, params: Readonly<Record<string, number>> = {}): void =>
    faults.add({ code, file: 0, line, position: -1, column: null, params });
  const calls = new Map<string, { start: number; blocked: boolean }>();
  const times = new StartTimes(zone);
  let rows = 0;
  let beyond = 1;
  const scanner = new RecordScanner(
    noDelimiter,
    {
      record: ({ bytes, starts, ends, line }) => {
        const text = latin1.decode(bytes.subarray(starts[0], ends[0]));
        if (text === "") return;
        rows += 1;
        if (rows === mostRows + 1) beyond = line;
        if (rows > mostRows) return;
        const [, startText = "", outcome = "", rest = ""] = record.exec(text) ?? [];
        if (startText === "") return fault("format_unknown", line);
        const start = times.read(startText);
        if (typeof start === "string") return fault(start, line);
        if (!zoneDeclared) warnings.add("zone_assumed", 0, line, null);
        if (start.ambiguous) warnings.add("time_ambiguous", 0, line, "start");
        const blocked = outcome !== "ANSWERED" && outcome !== "NO ANSWER";
        // The linked id is the last of the ids; without any, a record is a call of its own.
        const id = [...rest.matchAll(channelId)].at(-1)?.[1] ?? `line ${line}`;
        const call = calls.get(id);
        if (call === undefined) calls.set(id, { start: start.micros, blocked });
        else
          Object.assign(call, {
            start: Math.min(call.start, start.micros),
            blocked: call.blocked && blocked,
          });
      },
      brokenRecord: (code, line) => fault(code, line),
    },
    false,
  );
  let unpacked = 0;
  try {
    for await (const chunk of fileBytes(file.path)) {
      unpacked += chunk.length;
      if (unpacked > mostBytes || rows > mostRows) break;
      scanner.push(chunk);
    }
    if (unpacked <= mostBytes && rows <= mostRows) scanner.end();
  } catch (error) {
    if (!(error instanceof BrokenGzip)) throw error;
    fault("gz_broken");
  }
  if (unpacked > mostBytes) fault("inflated_limit");
  if (rows > mostRows) fault("record_rows", beyond, { max: mostRows });
  if (unpacked === 0 && faults.count === 0) fault("file_empty");
  return {
    rows: Math.min(rows, mostRows),
    faultCount: faults.count,
    faults: faults.list([file.name]),
    warnings: warnings.list([file.name]),
    counts: faults.count > 0 ? [] : countsOf(calls.values()),
  };
}

function countsOf(calls: Iterable<{ readonly start: number; readonly blocked: boolean }>): AttemptCount[] {
  const counts = new Map<number, { attempts: number; blocked: number }>();
  for (const { start, blocked } of calls) {
    const halfHour = Math.floor(start / (halfHourSeconds * 1_000_000));
    const known = counts.get(halfHour) ?? { attempts: 0, blocked: 0 };
    counts.set(halfHour, known);
    known.attempts += 1;
    if (blocked) known.blocked += 1;
  }
  return [...counts].sort(([a], [b]) => a - b).map(([halfHour, count]) => ({ halfHour, ...count }));
}

class StartTimes {
  readonly #stamps = new TimeStampReader();
  readonly #local: LocalTimes;

  constructor(zone: Zone) {
    this.#local = new LocalTimes(zone);
  }

  /** Local time as CDRs have it; of a doubled hour the first. Or the code of what is wrong with it. */
  read(text: string): { readonly micros: number; readonly ambiguous: boolean } | string {
    const micros = this.#stamps.read(Buffer.from(text), 0, text.length);
    if (micros < 0) return micros === timeRangeFault ? "time_range" : "time_format";
    const [first, second] = this.#local.instants(micros);
    return first === undefined ? "time_skipped" : { micros: first, ambiguous: second !== undefined };
  }
}
