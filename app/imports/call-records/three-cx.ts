import { CallRows } from "#app/imports/call-records/call-rows.ts";
import { CanonicalRecord, canonicalHeader } from "#app/imports/call-records/canonical-record.ts";
import type { Column } from "#app/imports/call-records/columns.ts";
import { type Leg, LegsByCall } from "#app/imports/call-records/legs-by-call.ts";
import type { RecordFields, RecordSink } from "#app/imports/call-records/record-scanner.ts";
import { countRow, type Run } from "#app/imports/call-records/run.ts";
import { allEmpty, fieldText, fieldTexts } from "#app/imports/call-records/table-reader.ts";

/** The fields of a 3CX call record, in the order in which its settings offer them. Which are written is configured. */
const fieldOrder = [
  "historyid",
  "callid",
  "duration",
  "time-start",
  "time-answered",
  "time-end",
  "reason-terminated",
  "from-no",
  "to-no",
  "from-dn",
  "to-dn",
  "dial-no",
  "reason-changed",
  "final-number",
  "final-dn",
  "bill-code",
  "bill-rate",
  "bill-cost",
  "bill-name",
  "chain",
  "from-type",
  "to-type",
  "final-type",
  "from-dispname",
  "to-dispname",
  "final-dispname",
  "missed-queue-calls",
] as const;
type Field = (typeof fieldOrder)[number];

/** What the fields are taken for, to be shown. */
export const threeCxMeaning: ReadonlyMap<string, Column> = new Map<Field, Column>([
  ["historyid", "call_id"],
  ["to-dn", "queue"],
  ["time-start", "arrival_at"],
  ["time-answered", "answered_at"],
  ["time-end", "ended_at"],
  ["reason-terminated", "disposition"],
]);

const fewestFields = fieldOrder.indexOf("to-dn") + 1;
const day = 24 * 3600 * 1000;

/** Far more than a call has; with more, the field is no number of a call. */
const mostLegs = 10_000;

/**
 * Reads 3CX call detail records. A call has a row for each leg, under one historyid: it arrives with the first, is in
 * the queue that a leg leads to, is answered where a leg to a person is, and ends with the last. Times are local.
 * Where the type of a destination is not written, every call from outside counts, in the queue it was sent to first.
 */
export class ThreeCxReader {
  readonly #run: Run;
  readonly #legs: LegsByCall;
  readonly #rows = new Map<number, CallRows>();
  readonly #record = new CanonicalRecord();

  constructor(run: Run) {
    this.#run = run;
    this.#legs = new LegsByCall(run.temporaryFolder);
  }

  file(file: number): RecordSink {
    const rows = new CallRows(this.#run, file);
    rows.begin(
      canonicalHeader([
        "call_id",
        "queue",
        "arrival_at",
        "queued_at",
        "answered_at",
        "ended_at",
        "disposition",
      ]),
      1,
    );
    this.#rows.set(file, rows);
    let order: readonly string[] | null = null;
    return {
      record: (fields) => {
        if (allEmpty(fields, 0)) return;
        const first = order === null;
        order ??= headerOf(fieldTexts(fields)) ?? fieldOrder;
        if (first && order !== fieldOrder) return;
        this.#readLeg(fields, order, file);
      },
      brokenRecord: (code, line) => {
        countRow(this.#run, file, line);
        this.#fault(code, file, line);
      },
    };
  }

  /** Calls are put together when all their legs are known. */
  finish(): void {
    for (const [id, legs] of this.#legs.calls(mostLegs + 1)) {
      const surplus = legs[mostLegs];
      if (surplus !== undefined) {
        this.#fault("call_legs", surplus.file, surplus.line, { limit: mostLegs }, "call_id");
        continue;
      }
      legs.sort((a, b) =>
        a.start < b.start ? -1 : a.start > b.start ? 1 : a.file - b.file || a.line - b.line,
      );
      for (const call of callsOf(this.#withoutRepeated(legs))) this.#emit(id, call);
    }
  }

  close(): void {
    this.#legs.close();
  }

  /** A file that is given twice would else say the same of each call once more, unnoticed. */
  #withoutRepeated(legs: readonly Leg[]): Leg[] {
    const known = new Set<string>();
    return legs.filter(({ file, line, start, answered, end, from, to }) => {
      const key = JSON.stringify([start, answered, end, from, to]);
      if (!known.has(key)) {
        known.add(key);
        return true;
      }
      this.#fault("call_duplicate", file, line, {}, "call_id");
      return false;
    });
  }

  #readLeg(fields: RecordFields, order: readonly string[], file: number): void {
    const { line } = fields;
    countRow(this.#run, file, line);
    if (!fields.isUtf8) {
      this.#fault("encoding", file, line);
      return;
    }
    if (fields.fields < Math.min(fewestFields, order.length)) {
      this.#fault("row_columns", file, line, { expected: order.length, found: fields.fields });
      return;
    }
    const textOf = (field: Field): string => {
      const position = order.indexOf(field);
      return position >= 0 && position < fields.fields ? fieldText(fields, position) : "";
    };
    const id = textOf("historyid");
    if (id === "") {
      this.#fault("value_missing", file, line, {}, "call_id");
      return;
    }
    this.#legs.add(id, {
      file,
      line,
      start: stamp(textOf("time-start")),
      answered: stamp(textOf("time-answered")),
      end: stamp(textOf("time-end")),
      reason: textOf("reason-terminated").toLowerCase(),
      from: textOf("from-no"),
      to: textOf("to-dn") || textOf("to-no"),
      toType: textOf("to-type").toLowerCase(),
      finalType: textOf("final-type").toLowerCase(),
    });
  }

  #emit(id: string, legs: readonly Leg[]): void {
    const [first] = legs;
    const queue = queueLeg(legs);
    if (first === undefined) return;
    if (queue === undefined) {
      this.#run.warnings.add("not_queue_call", first.file, first.line, null);
      return;
    }
    const answered = legs.find(isAnsweredByPerson)?.answered ?? "";
    const end = legs.reduce((latest, leg) => (leg.end > latest ? leg.end : latest), "");
    const reason = legs.find((leg) => leg.end === end)?.reason ?? "";
    const record = this.#record;
    record.begin(first.line);
    record.set("call_id", id);
    record.set("queue", queue.to);
    record.set("arrival_at", first.start);
    record.set("queued_at", queue.start);
    record.set("answered_at", answered);
    record.set("ended_at", end);
    record.set("disposition", answered ? "answered" : end === "" ? "open" : outcomeOf(reason));
    this.#rows.get(first.file)?.row(record);
  }

  #fault(
    code: string,
    file: number,
    line: number,
    params: Readonly<Record<string, number>> = {},
    column: Column | null = null,
  ): void {
    this.#run.faults.add({ code, file, line, position: -1, column, params });
  }
}

/** The order of the fields when the first record names them. */
const headerOf = (texts: readonly string[]): readonly string[] | null => {
  const names = texts.map((text) => text.toLowerCase().replaceAll("_", "-"));
  return names.includes("historyid") && names.includes("time-start") ? names : null;
};

/** `2023/09/19 13:33:54` in the words of the call file; anything else is left to be refused. */
const stamp = (text: string): string =>
  /^\d{4}\/\d\d\/\d\d \d/.test(text) ? text.replace("/", "-").replace("/", "-") : text;

/** Numbers of calls begin anew now and then: legs a day apart are not of one call. */
function callsOf(legs: readonly Leg[]): Leg[][] {
  const calls: Leg[][] = [];
  for (const leg of legs) {
    const last = calls.at(-1);
    const apart = Date.parse(`${leg.start}Z`) - Date.parse(`${last?.[0]?.start}Z`);
    if (last === undefined || apart > day) calls.push([leg]);
    else last.push(leg);
  }
  return calls;
}

const queueLeg = (legs: readonly Leg[]): Leg | undefined =>
  legs.some(({ toType }) => toType !== "")
    ? legs.find(({ toType }) => toType === "queue")
    : legs.find(({ from }) => !from.startsWith("Ext."));

/** A queue and a voice menu answer at once; only what they lead to is an answer. */
const isAnsweredByPerson = ({ answered, toType, finalType }: Leg): boolean =>
  answered !== "" && (toType === "" || toType === "extension" || finalType === "extension");

/** The caller hung up; or whoever was called, or the system, gave up. */
const outcomeOf = (reason: string): string =>
  reason === "terminatedbysrc" || reason === "src_participant_terminated" ? "abandoned" : "timeout";

const recordLine = /,\d\d:\d\d:\d\d,\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d,(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d)?,/;

/** Whether a first line is a 3CX record in the order of the settings, or names its fields. */
export const isThreeCx = (line: string): boolean =>
  recordLine.test(line) || (/\bhistoryid\b/i.test(line) && /\btime[-_]start\b/i.test(line));
