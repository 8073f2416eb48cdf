import { type Call, dispositionIndex, emptyCall } from "#app/imports/call-records/call.ts";
import { fieldTexts } from "#app/imports/call-records/calls-csv.ts";
import { hashOfBytes } from "#app/imports/call-records/hash.ts";
import type { RecordScanner, RecordSink } from "#app/imports/call-records/record-scanner.ts";
import { countRow, type Run } from "#app/imports/call-records/run.ts";

/** What a line of the log does to a call; other events are of agents and do nothing to it. */
const effects = {
  ENTERQUEUE: "enter",
  CONNECT: "connect",
  COMPLETECALLER: "complete",
  COMPLETEAGENT: "complete",
  BLINDTRANSFER: "transfer",
  ATTENDEDTRANSFER: "transfer",
  TRANSFER: "transfer",
  ABANDON: "abandoned",
  EXITWITHTIMEOUT: "timeout",
  EXITEMPTY: "timeout",
  SYSCOMPAT: "timeout",
  EXITWITHKEY: "overflow",
  WITHDRAW: "overflow",
  FULL: "blocked",
  JOINEMPTY: "blocked",
  CLOSED: "closed",
  QUEUESTART: "restart",
} as const;
type Effect = (typeof effects)[keyof typeof effects];
/** Effects on a call that is inside the queue. */
type InsideEffect = Exclude<Effect, "enter" | "restart" | "blocked" | "closed">;

const effectOf = new Map<string, Effect>(Object.entries(effects));

const eventsWithoutEffect = new Set([
  "RINGNOANSWER",
  "RINGCANCELED",
  "AGENTDUMP",
  "AGENTLOGIN",
  "AGENTCALLBACKLOGIN",
  "AGENTLOGOFF",
  "AGENTCALLBACKLOGOFF",
  "ADDMEMBER",
  "REMOVEMEMBER",
  "PAUSE",
  "UNPAUSE",
  "PAUSEALL",
  "UNPAUSEALL",
  "PENALTY",
  "RINGINUSE",
  "CONFIGRELOAD",
  "DID",
  "INFO",
  "CALLERID",
  "STARTHOLD",
  "STOPHOLD",
  "HOLD",
  "UNHOLD",
]);

/** A line that has an effect. */
interface LogEvent {
  readonly seconds: number;
  readonly file: number;
  readonly line: number;
  readonly call: string;
  readonly queue: number;
  readonly effect: Effect;
  /** Logged wait of a CONNECT in seconds, or NaN. */
  readonly hold: number;
}

interface CallInside {
  readonly entered: LogEvent;
  answered: number;
}

const microsPerSecond = 1_000_000;
const fewestFields = 5;
const firstSecond = Date.UTC(1990, 0, 1) / 1000;
const lastSecond = Date.UTC(2100, 0, 1) / 1000;

/** Reads Asterisk queue logs: `epoch|callid|queue|member|EVENT|…`, times in UTC seconds. */
export class QueueLogReader {
  readonly #run: Run;
  readonly #events: LogEvent[] = [];
  #sorted = true;
  #latest = 0;
  readonly #inside = new Map<string, CallInside>();
  readonly #encoder = new TextEncoder();

  constructor(run: Run) {
    this.#run = run;
  }

  file(file: number): RecordSink {
    return {
      record: (scanner) => this.#readLine(scanner, file),
      brokenRecord: (code, line) => {
        countRow(this.#run, file, line);
        this.#fault(code, file, line, null);
      },
    };
  }

  /** Follows every call through the events of all files, by time, then file, then line. */
  finish(atEnd: boolean): void {
    const events = this.#sorted ? this.#events : this.#events.toSorted((a, b) => a.seconds - b.seconds);
    for (const event of events) this.#apply(event);
    if (!atEnd) return;
    for (const [key, inside] of this.#inside) this.#endInside(key, inside, this.#latest);
  }

  #readLine(scanner: RecordScanner, file: number): void {
    const { line } = scanner;
    const fields = fieldTexts(scanner);
    if (fields.every((field) => field === "")) return;
    countRow(this.#run, file, line);
    const [epoch = "", call = "", queue = "", , name = "", hold = ""] = fields;
    const effect = effectOf.get(name);
    const fault = faultOfLine(scanner, fields, effect);
    if (fault !== null) {
      this.#fault(fault.code, file, line, fault.column);
      return;
    }
    const seconds = Number(epoch);
    this.#noteTime(seconds);
    if (effect === undefined) {
      if (!eventsWithoutEffect.has(name)) this.#run.warnings.add("unknown_event", file, line, "event");
      return;
    }
    this.#events.push({
      seconds,
      file,
      line,
      call,
      queue: effect === "restart" ? -1 : this.#run.queues.numberOf(queue),
      effect,
      hold: /^\d{1,7}$/.test(hold) ? Number(hold) : Number.NaN,
    });
  }

  #noteTime(seconds: number): void {
    if (seconds < this.#latest) this.#sorted = false;
    else this.#latest = seconds;
  }

  #apply(event: LogEvent): void {
    const key = `${event.queue}|${event.call}`;
    const inside = this.#inside.get(key);
    switch (event.effect) {
      case "restart":
        for (const [insideKey, call] of this.#inside) this.#endInside(insideKey, call, event.seconds);
        break;
      case "blocked":
      case "closed":
        this.#emit(event, { disposition: dispositionIndex[event.effect] });
        break;
      case "enter":
        if (inside !== undefined) this.#endInside(key, inside, event.seconds);
        this.#inside.set(key, { entered: event, answered: absent });
        break;
      default:
        this.#applyInside(key, inside, event.effect, event);
    }
  }

  #applyInside(key: string, inside: CallInside | undefined, effect: InsideEffect, event: LogEvent): void {
    const ofUnanswered = effect !== "complete" && effect !== "transfer";
    if (inside === undefined || ofUnanswered !== (inside.answered === absent)) {
      this.#run.warnings.add("event_without_enter", event.file, event.line, "event");
      return;
    }
    const { entered, answered } = inside;
    const ended = event.seconds * microsPerSecond;
    switch (effect) {
      case "connect":
        this.#connect(inside, event);
        return;
      case "complete":
      case "transfer": {
        const transferred = effect === "transfer" ? 1 : 0;
        const disposition = dispositionIndex.answered;
        this.#emit(entered, { disposition, answered, ended, talk: ended - answered, transferred });
        break;
      }
      default:
        this.#emit(entered, { disposition: dispositionIndex[effect], ended });
    }
    this.#inside.delete(key);
  }

  #connect(inside: CallInside, event: LogEvent): void {
    inside.answered = event.seconds * microsPerSecond;
    if (Math.abs(event.seconds - inside.entered.seconds - event.hold) > 1) {
      this.#run.warnings.add("wait_mismatch", event.file, event.line, "event");
    }
  }

  /** A restart, the next entry of the same call or the end of the data ends what the log never ended. */
  #endInside(key: string, inside: CallInside, seconds: number): void {
    this.#inside.delete(key);
    const { entered, answered } = inside;
    const { warnings } = this.#run;
    if (answered === absent) {
      warnings.add("open_calls", entered.file, entered.line, null);
      this.#emit(entered, { disposition: dispositionIndex.open, openUntil: seconds * microsPerSecond });
    } else {
      warnings.add("answered_not_ended", entered.file, entered.line, "event");
      this.#emit(entered, { disposition: dispositionIndex.answered, answered });
    }
  }

  #emit(entered: LogEvent, outcome: Partial<Call> & Pick<Call, "disposition">): void {
    const arrival = entered.seconds * microsPerSecond;
    const queues =
      outcome.disposition !== dispositionIndex.blocked && outcome.disposition !== dispositionIndex.closed;
    const id = this.#encoder.encode(entered.call);
    const call: Call = {
      ...emptyCall(),
      file: entered.file,
      line: entered.line,
      queue: entered.queue,
      idHash: hashOfBytes(id, 0, id.length),
      arrival,
      queued: queues ? arrival : absent,
      ...outcome,
    };
    this.#run.sink.add(call, () => entered.call);
  }

  #fault(code: string, file: number, line: number, column: string | null): void {
    this.#run.faults.add({ code, file, line, position: 0, column, params: {} });
  }
}

const absent = -1;

function faultOfLine(
  scanner: RecordScanner,
  fields: readonly string[],
  effect: Effect | undefined,
): { code: string; column: string | null } | null {
  const [epoch = "", call, queue] = fields;
  if (!scanner.isUtf8) {
    return { code: "encoding", column: null };
  }
  if (fields.length < fewestFields) return { code: "row_columns", column: null };
  if (!/^\d{1,11}$/.test(epoch)) return { code: "time_format", column: "time" };
  if (Number(epoch) < firstSecond || Number(epoch) >= lastSecond)
    return { code: "time_range", column: "time" };
  if (effect === undefined || effect === "restart") return null;
  if (call === "") return { code: "value_missing", column: "callid" };
  if (queue === "") return { code: "value_missing", column: "queue" };
  return queue === "*" ? { code: "value_invalid", column: "queue" } : null;
}
