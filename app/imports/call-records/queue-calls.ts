import { type Call, dispositionIndex, emptyCall } from "#app/imports/call-records/call.ts";
import { shortestReading } from "#app/imports/call-records/call-stamps.ts";
import { EventLog, type QueueEvent } from "#app/imports/call-records/event-log.ts";
import { hashOfBytes } from "#app/imports/call-records/hash.ts";
import type { InsideEffect } from "#app/imports/call-records/queue-events.ts";
import { OutOfOrder, type Run } from "#app/imports/call-records/run.ts";

interface CallInside {
  readonly entered: QueueEvent;
  answered: QueueEvent | null;
}

const microsPerSecond = 1_000_000;
const absent = -1;

/**
 * Follows calls through the events of a queue. While a run is by time, as logs are written, each event is followed at once
 * and only the calls inside are kept; in another order and any file all events are kept until the end.
 */
export class QueueCalls {
  readonly #run: Run;
  readonly #events = new EventLog();
  #sorted = true;
  #ambiguous = false;
  #latest = 0;
  #lastEvent = 0;
  readonly #inside = new Map<string, CallInside>();
  readonly #encoder = new TextEncoder();

  constructor(run: Run) {
    this.#run = run;
  }

  /** The data go on until here at least. */
  noteTime(micros: number): void {
    if (micros < this.#latest) this.#sorted = false;
    else this.#latest = micros;
  }

  /** Throws `OutOfOrder` when the run is by time and the event is not. */
  add(event: QueueEvent): void {
    this.noteTime(event.micros);
    if (event.later >= 0) this.#ambiguous = true;
    if (this.#run.byTime) {
      // A local time that may be two instants has its place only once all are known.
      if (this.#ambiguous || event.micros < this.#lastEvent) throw new OutOfOrder();
      this.#lastEvent = event.micros;
      this.#apply(event);
    } else {
      this.#events.add(event);
    }
  }

  /** Follows every call by time, then file, then line. With `atEnd` false the data go on, and calls may still end. */
  finish(atEnd: boolean): void {
    if (this.#ambiguous) this.#resolveDoubledHour();
    if (this.#sorted) for (let i = 0; i < this.#events.size; i++) this.#apply(this.#events.at(i));
    else for (const i of this.#events.byTime()) this.#apply(this.#events.at(i));
    if (!atEnd) return;
    for (const [key, inside] of this.#inside) this.#endInside(key, inside, this.#latest);
  }

  /** Local times that occur twice are read like those of a record: in order, and the call as short as can be. */
  #resolveDoubledHour(): void {
    for (const places of this.#events.callsWithDoubledHour()) {
      const events = places.map((i) => this.#events.at(i));
      const stamps = stampsOf(events);
      if (stamps === null) this.#takeFirst(events);
      else this.#takeShortest(stamps);
      events.forEach(({ micros }, k) => {
        this.#events.setMicros(places[k] as number, micros);
        if (micros > this.#latest) this.#latest = micros;
      });
    }
    this.#sorted = false;
  }

  #takeFirst(events: readonly QueueEvent[]): void {
    const doubled = events.find(({ later }) => later >= 0);
    if (doubled) this.#run.warnings.add("time_ambiguous", doubled.file, doubled.line, "time");
  }

  #takeShortest(stamps: readonly (QueueEvent | undefined)[]): void {
    const options = stamps.map((event) =>
      event === undefined ? [absent] : event.later < 0 ? [event.micros] : [event.micros, event.later],
    );
    const { instants, open } = shortestReading(options);
    stamps.forEach((event, i) => {
      if (event) event.micros = instants[i] ?? event.micros;
    });
    const doubled = open < 0 ? undefined : stamps[open];
    if (doubled) this.#run.warnings.add("time_ambiguous", doubled.file, doubled.line, "time");
  }

  #apply(event: QueueEvent): void {
    const key = `${event.queue}|${event.call}`;
    const inside = this.#inside.get(key);
    switch (event.effect) {
      case "restart":
        for (const [insideKey, call] of this.#inside) this.#endInside(insideKey, call, event.micros);
        break;
      case "blocked":
      case "closed":
        this.#emit(event, null, event, { disposition: dispositionIndex[event.effect] });
        break;
      case "enter":
        if (inside !== undefined) this.#endInside(key, inside, event.micros);
        this.#inside.set(key, { entered: event, answered: null });
        break;
      default:
        this.#applyInside(key, inside, event.effect, event);
    }
  }

  #applyInside(key: string, inside: CallInside | undefined, effect: InsideEffect, event: QueueEvent): void {
    const ofUnanswered = effect !== "complete" && effect !== "transfer";
    if (inside === undefined || ofUnanswered !== (inside.answered === null)) {
      this.#run.warnings.add("event_without_enter", event.file, event.line, "event");
      return;
    }
    const { entered, answered } = inside;
    const ended = event.micros;
    switch (effect) {
      case "connect":
        this.#connect(inside, event);
        return;
      case "complete":
      case "transfer": {
        const transferred = effect === "transfer" ? 1 : 0;
        const talk = ended - (answered?.micros ?? ended);
        this.#emit(entered, answered, event, {
          disposition: dispositionIndex.answered,
          ended,
          talk,
          transferred,
        });
        break;
      }
      default:
        this.#emit(entered, null, event, { disposition: dispositionIndex[effect], ended });
    }
    this.#inside.delete(key);
  }

  #connect(inside: CallInside, event: QueueEvent): void {
    inside.answered = event;
    if (Math.abs(event.micros - inside.entered.micros - event.hold * microsPerSecond) > microsPerSecond) {
      this.#run.warnings.add("wait_mismatch", event.file, event.line, "event");
    }
  }

  /** A restart, the next entry of the same call or the end of the data ends what the log never ended. */
  #endInside(key: string, inside: CallInside, openUntil: number): void {
    this.#inside.delete(key);
    const { entered, answered } = inside;
    const { warnings } = this.#run;
    if (answered === null) {
      warnings.add("open_calls", entered.file, entered.line, null);
      this.#emit(entered, null, entered, { disposition: dispositionIndex.open, openUntil });
    } else {
      warnings.add("answered_not_ended", entered.file, entered.line, "event");
      this.#emit(entered, answered, answered, { disposition: dispositionIndex.answered });
    }
  }

  #emit(
    entered: QueueEvent,
    answered: QueueEvent | null,
    last: QueueEvent,
    outcome: Partial<Call> & Pick<Call, "disposition">,
  ): void {
    const queues =
      outcome.disposition !== dispositionIndex.blocked && outcome.disposition !== dispositionIndex.closed;
    const id = this.#encoder.encode(entered.call);
    const decimals = Math.max(entered.decimals, answered?.decimals ?? 0, last.decimals);
    const call: Call = {
      ...emptyCall(),
      file: entered.file,
      line: entered.line,
      queue: entered.queue,
      idHash: hashOfBytes(id, 0, id.length),
      arrival: entered.micros,
      queued: queues ? entered.micros : absent,
      answered: answered?.micros ?? absent,
      stampDecimals: decimals,
      decimals,
      ...outcome,
    };
    this.#run.sink.add(call, () => entered.call);
  }
}

/** Entry, answer and end of a call that has each once at most; null when its events are more than that. */
function stampsOf(events: readonly QueueEvent[]): (QueueEvent | undefined)[] | null {
  const entries = events.filter(({ effect }) => effect === "enter");
  const answers = events.filter(({ effect }) => effect === "connect");
  const ends = events.filter(({ effect }) => effect !== "enter" && effect !== "connect");
  if (entries.length > 1 || answers.length > 1 || ends.length > 1) return null;
  return [entries[0], answers[0], ends[0]];
}
