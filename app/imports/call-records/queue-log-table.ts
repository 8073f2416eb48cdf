import type { Header, TableLayout } from "#app/imports/call-records/columns.ts";
import { QueueCalls } from "#app/imports/call-records/queue-calls.ts";
import { effectOf } from "#app/imports/call-records/queue-events.ts";
import { loggedSeconds } from "#app/imports/call-records/queue-log.ts";
import type { RecordFields, RecordSink } from "#app/imports/call-records/record-scanner.ts";
import { type Run, withinQueues } from "#app/imports/call-records/run.ts";
import { fieldText, TableReader, type TableRows } from "#app/imports/call-records/table-reader.ts";
import {
  decimalsOfDigits,
  LocalTimes,
  TimeStampReader,
  timeRangeFault,
} from "#app/imports/call-records/time-stamp.ts";

const columns = [
  "time",
  "callid",
  "queuename",
  "agent",
  "event",
  "data",
  "data1",
  "data2",
  "data3",
  "data4",
  "data5",
  "id",
] as const;
type TableColumn = (typeof columns)[number];

/** The table that Asterisk writes its queue log to by its realtime configuration, exported with a header. */
export const queueLogColumns: TableLayout<TableColumn> = {
  columnOf: (name) => columns.find((column) => column === name.toLowerCase()) ?? null,
  needed: ["time", "callid", "queuename", "event"],
};

/** Reads exports of that table. Times are local unless they say otherwise, or UTC epoch seconds in old tables. */
export class QueueLogTableReader {
  readonly #run: Run;
  readonly #calls: QueueCalls;
  readonly #times: QueueTimes;

  constructor(run: Run, calls = new QueueCalls(run)) {
    this.#run = run;
    this.#calls = calls;
    this.#times = new QueueTimes(run);
  }

  file(file: number): RecordSink {
    return new TableReader(
      this.#run,
      file,
      queueLogColumns,
      new QueueLogRows(this.#run, file, this.#calls, this.#times),
    );
  }

  finish(atEnd: boolean): void {
    this.#calls.finish(atEnd);
  }

  close(): void {
    this.#calls.close();
  }
}

class QueueLogRows implements TableRows<TableColumn> {
  readonly #run: Run;
  readonly #file: number;
  readonly #calls: QueueCalls;
  readonly #times: QueueTimes;
  #header: Header<TableColumn> | null = null;

  constructor(run: Run, file: number, calls: QueueCalls, times: QueueTimes) {
    this.#run = run;
    this.#file = file;
    this.#calls = calls;
    this.#times = times;
  }

  begin(header: Header<TableColumn>): void {
    this.#header = header;
  }

  row(fields: RecordFields): void {
    const { line } = fields;
    const textOf = (column: TableColumn): string => {
      const field = this.#header?.positions.get(column);
      return field === undefined ? "" : fieldText(fields, field);
    };
    const name = textOf("event");
    const effect = effectOf(name);
    const time = this.#times.read(textOf("time"));
    const faults: [string, TableColumn][] = typeof time === "string" ? [[time, "time"]] : [];
    if (name === "") faults.push(["value_missing", "event"]);
    const call = textOf("callid");
    const queue = textOf("queuename");
    if (effect != null && effect !== "restart") {
      if (call === "") faults.push(["value_missing", "callid"]);
      if (queue === "") faults.push(["value_missing", "queuename"]);
      else if (queue === "*") faults.push(["value_invalid", "queuename"]);
    }
    for (const [code, column] of faults) this.#fault(code, line, column);
    if (faults.length > 0 || typeof time === "string") return;
    if (time.local && !this.#run.zoneDeclared) {
      this.#run.warnings.add("zone_assumed", this.#file, line, null);
    }
    const { micros, later, decimals } = time;
    if (effect == null) {
      this.#calls.noteTime(micros);
      if (effect === undefined) this.#run.warnings.add("unknown_event", this.#file, line, "event");
      return;
    }
    // Older tables have one column of data, divided as in the log.
    const [hold = ""] = (textOf("data1") || textOf("data")).split("|");
    this.#calls.add({
      micros,
      later,
      decimals,
      file: this.#file,
      line,
      call,
      queue:
        effect === "restart"
          ? -1
          : withinQueues(this.#run, this.#run.queues.numberOf(queue), this.#file, line),
      effect,
      hold: loggedSeconds(hold),
    });
  }

  #fault(code: string, line: number, column: TableColumn): void {
    const position = this.#header?.positions.get(column) ?? -1;
    this.#run.faults.add({ code, file: this.#file, line, position, column, params: {} });
  }
}

interface QueueTime {
  readonly micros: number;
  readonly later: number;
  readonly decimals: number;
  readonly local: boolean;
}

/** Reads the times of the table: a stamp as in a call file, or epoch seconds with or without decimals. */
class QueueTimes {
  readonly #stamps = new TimeStampReader();
  readonly #local: LocalTimes;
  readonly #encoder = new TextEncoder();

  constructor({ zone }: Run) {
    this.#local = new LocalTimes(zone);
  }

  /** The time, or the code of what is wrong with it. */
  read(text: string): QueueTime | string {
    if (text === "") return "value_missing";
    const epoch = /^(\d{9,11})(?:\.(\d{1,6}))?$/.exec(text);
    const stamp = epoch === null ? text : isoOfEpoch(Number(epoch[1]), epoch[2]);
    const bytes = this.#encoder.encode(stamp);
    const micros = this.#stamps.read(bytes, 0, bytes.length);
    if (micros < 0) return micros === timeRangeFault ? "time_range" : "time_format";
    const { isLocal: local, decimals: digits } = this.#stamps;
    const decimals = decimalsOfDigits(digits);
    if (!local) return { micros, later: -1, decimals, local };
    const [first, later = -1] = this.#local.instants(micros);
    return first === undefined ? "time_skipped" : { micros: first, later, decimals, local };
  }
}

const isoOfEpoch = (seconds: number, fraction: string | undefined): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, 19)}${fraction ? `.${fraction}` : ""}Z`;
