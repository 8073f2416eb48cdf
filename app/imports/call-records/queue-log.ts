import { QueueCalls } from "#app/imports/call-records/queue-calls.ts";
import { effectOf, type QueueEffect } from "#app/imports/call-records/queue-events.ts";
import type { RecordFields, RecordSink } from "#app/imports/call-records/record-scanner.ts";
import { countRow, type Run, withinQueues } from "#app/imports/call-records/run.ts";
import { allEmpty, fieldText } from "#app/imports/call-records/table-reader.ts";

const microsPerSecond = 1_000_000;
/** Where the fields of a line stand; those behind the event are of that event. */
const place = { time: 0, call: 1, queue: 2, event: 4, hold: 5 } as const;
const fewestFields = 5;
const firstSecond = Date.UTC(1990, 0, 1) / 1000;
const lastSecond = Date.UTC(2100, 0, 1) / 1000;

/** Reads Asterisk queue logs: `epoch|callid|queue|member|EVENT|…`, times in UTC seconds. */
export class QueueLogReader {
  readonly #run: Run;
  readonly #calls: QueueCalls;

  constructor(run: Run, calls = new QueueCalls(run)) {
    this.#run = run;
    this.#calls = calls;
  }

  file(file: number): RecordSink {
    return {
      record: (fields) => this.#readLine(fields, file),
      brokenRecord: (code, line) => {
        countRow(this.#run, file, line);
        this.#fault({ code, column: null }, file, line);
      },
    };
  }

  finish(atEnd: boolean): void {
    this.#calls.finish(atEnd);
  }

  close(): void {
    this.#calls.close();
  }

  #readLine(record: RecordFields, file: number): void {
    const { line } = record;
    if (allEmpty(record, 0)) return;
    countRow(this.#run, file, line);
    const effect = effectOf(textOf(record, place.event));
    const fault = faultOfLine(record, effect);
    if (fault !== null) {
      this.#fault(fault, file, line);
      return;
    }
    const micros = Number(textOf(record, place.time)) * microsPerSecond;
    if (effect == null) {
      this.#calls.noteTime(micros);
      if (effect === undefined) this.#run.warnings.add("unknown_event", file, line, "event");
      return;
    }
    this.#calls.add({
      micros,
      later: -1,
      decimals: 0,
      file,
      line,
      call: textOf(record, place.call),
      queue: effect === "restart" ? -1 : this.#numberOfQueue(record, file),
      effect,
      hold: effect === "connect" ? loggedSeconds(textOf(record, place.hold)) : Number.NaN,
    });
  }

  #numberOfQueue({ bytes, starts, ends, line }: RecordFields, file: number): number {
    const [start, end] = [starts[place.queue] as number, ends[place.queue] as number];
    return withinQueues(this.#run, this.#run.queues.numberOfBytes(bytes, start, end), file, line);
  }

  #fault({ code, column, params = {} }: LineFault, file: number, line: number): void {
    this.#run.faults.add({ code, file, line, position: 0, column, params });
  }
}

interface LineFault {
  readonly code: string;
  readonly column: string | null;
  readonly params?: Readonly<Record<string, number>>;
}

function faultOfLine(record: RecordFields, effect: QueueEffect | null | undefined): LineFault | null {
  const { isUtf8, fields } = record;
  if (!isUtf8) return { code: "encoding", column: null };
  if (fields < fewestFields) {
    return { code: "row_columns", column: null, params: { expected: fewestFields, found: fields } };
  }
  const epoch = textOf(record, place.time);
  if (!/^\d{1,11}$/.test(epoch)) return { code: "time_format", column: "time" };
  if (Number(epoch) < firstSecond || Number(epoch) >= lastSecond)
    return { code: "time_range", column: "time" };
  if (effect == null || effect === "restart") return null;
  if (textOf(record, place.call) === "") return { code: "value_missing", column: "callid" };
  const queue = textOf(record, place.queue);
  if (queue === "") return { code: "value_missing", column: "queue" };
  return queue === "*" ? { code: "value_invalid", column: "queue" } : null;
}

/** Of a line that is too short for the field, nothing. */
const textOf = (record: RecordFields, field: number): string =>
  field < record.fields ? fieldText(record, field) : "";

/** Seconds as the log writes them, NaN where it says nothing. */
export const loggedSeconds = (text: string): number => (/^\d{1,7}$/.test(text) ? Number(text) : Number.NaN);
