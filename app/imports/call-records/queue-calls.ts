import { type Call, dispositionIndex, emptyCall } from "#app/imports/call-records/call.ts";
import { shortestReading } from "#app/imports/call-records/call-stamps.ts";
import { byPlace, byTime, type QueueEvent } from "#app/imports/call-records/event-bytes.ts";
import { EventSorter, merged } from "#app/imports/call-records/event-sorter.ts";
import { hashOfBytes } from "#app/imports/call-records/hash.ts";
import type { InsideEffect } from "#app/imports/call-records/queue-events.ts";
import type { Run } from "#app/imports/call-records/run.ts";

interface CallInside {
  readonly entered: QueueEvent;
  answered: QueueEvent | null;
}

const microsPerSecond = 1_000_000;
const absent = -1;

/**
 * Follows calls through the events of a queue, by time, in whatever order and file they stand. In memory are the calls
 * inside, and those with an event in an hour that the clock ran twice.
 */
export class QueueCalls {
  readonly #run: Run;
  readonly #events: EventSorter;
  /** Calls with an event whose local time may be two instants. */
  readonly #doubled = new Set<string>();
  #latest = 0;
  readonly #inside = new Map<string, CallInside>();

  constructor(run: Run, events = new EventSorter(run.temporaryFolder)) {
    this.#run = run;
    this.#events = events;
  }

  /** The data go on until here at least. */
  noteTime(micros: number): void {
    if (micros > this.#latest) this.#latest = micros;
  }

  add(event: QueueEvent): void {
    this.noteTime(event.micros);
    if (event.later >= 0) this.#doubled.add(keyOf(event));
    this.#events.add(event);
  }

  /** Follows every call by time, then file, then line. With `atEnd` false the data go on, and calls may still end. */
  finish(atEnd: boolean): void {
    for (const event of this.#byTime()) this.#apply(event);
    if (!atEnd) return;
    for (const [key, inside] of this.#inside) this.#endInside(key, inside, this.#latest);
  }

  close(): void {
    this.#events.close();
  }

  #byTime(): Iterable<QueueEvent> {
    if (this.#doubled.size === 0) return this.#events.byTime();
    const resolved = this.#resolveDoubledHour();
    return merged([this.#ofCalls(false), resolved.sort(byTime).values()]);
  }

  /** Local times that occur twice are read like those of a record: in order, and the call as short as can be. */
  #resolveDoubledHour(): QueueEvent[] {
    const calls = Map.groupBy(this.#ofCalls(true), keyOf);
    for (const events of calls.values()) {
      const stamps = stampsOf(events);
      if (stamps === null) this.#takeFirst(events);
      else this.#takeShortest(stamps);
      for (const { micros } of events) this.noteTime(micros);
    }
    return [...calls.values()].flat();
  }

  *#ofCalls(doubled: boolean): Generator<QueueEvent> {
    for (const event of this.#events.byTime()) {
      if (this.#doubled.has(keyOf(event)) === doubled) yield event;
    }
  }

  #takeFirst(events: readonly QueueEvent[]): void {
    const [doubled] = events.filter(({ later }) => later >= 0).sort(byPlace);
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
    const key = keyOf(event);
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
    const id = Buffer.from(entered.call);
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

const keyOf = ({ queue, call }: QueueEvent): string => `${queue}|${call}`;

/** Entry, answer and end of a call that has each once at most; null when its events are more than that. */
function stampsOf(events: readonly QueueEvent[]): (QueueEvent | undefined)[] | null {
  const entries = events.filter(({ effect }) => effect === "enter");
  const answers = events.filter(({ effect }) => effect === "connect");
  const ends = events.filter(({ effect }) => effect !== "enter" && effect !== "connect");
  if (entries.length > 1 || answers.length > 1 || ends.length > 1) return null;
  return [entries[0], answers[0], ends[0]];
}
