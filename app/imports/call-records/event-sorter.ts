import { byTime, EventBytes, eventsIn, type QueueEvent } from "#app/imports/call-records/event-bytes.ts";
import { TemporaryFile } from "#app/imports/call-records/temporary-file.ts";

/** So many bytes of events are sorted in memory, and so many of each sorted run are read at once. */
const mostInMemory = 16 << 20;
const blockBytes = 1 << 16;

/** Where the blocks of a sorted run begin in the temporary file, and where the last ends. No event is in two blocks. */
type SpilledRun = readonly number[];

/**
 * Events in order of time, however they come and however many they are: sorted in runs, which are merged. What does not
 * fit in memory lies in a temporary file.
 */
export class EventSorter {
  readonly #file: TemporaryFile;
  readonly #mostInMemory: number;
  readonly #events = new EventBytes();
  readonly #runs: SpilledRun[] = [];

  constructor(folder: string, inMemory = mostInMemory) {
    this.#file = new TemporaryFile(folder);
    this.#mostInMemory = inMemory;
  }

  add(event: QueueEvent): void {
    if (this.#events.bytes.length >= this.#mostInMemory) this.#spill();
    this.#events.add(event);
  }

  /** All that were added; to be asked for as often as needed. */
  byTime(): Generator<QueueEvent> {
    this.#events.sort();
    return merged([...this.#runs.map((run) => this.#read(run)), eventsIn(this.#events.bytes)]);
  }

  close(): void {
    this.#file.close();
  }

  #spill(): void {
    this.#events.sort();
    const { bytes, starts } = this.#events;
    const first = this.#file.append(bytes);
    const run: number[] = [];
    for (const start of starts) {
      const position = first + start;
      if (position - (run.at(-1) ?? Number.NEGATIVE_INFINITY) >= blockBytes) run.push(position);
    }
    this.#runs.push([...run, first + bytes.length]);
    this.#events.clear();
  }

  *#read(run: SpilledRun): Generator<QueueEvent> {
    let bytes = Buffer.alloc(0);
    for (let i = 1; i < run.length; i++) {
      const position = run[i - 1] as number;
      const length = (run[i] as number) - position;
      if (length > bytes.length) bytes = Buffer.allocUnsafeSlow(2 * length);
      const block = bytes.subarray(0, length);
      this.#file.read(position, block);
      yield* eventsIn(block);
    }
  }
}

/** The events of several sorted runs in one order. */
export function* merged(runs: readonly Iterator<QueueEvent>[]): Generator<QueueEvent> {
  const heads = runs.flatMap(headOf).sort((a, b) => byTime(a.event, b.event));
  for (let [first] = heads; first !== undefined; [first] = heads) {
    yield first.event;
    const { value, done } = first.run.next();
    if (done) {
      heads.shift();
      continue;
    }
    first.event = value;
    // A run that goes on where it was stays first: logs that are nearly by time cost one comparison each event.
    for (let i = 1; i < heads.length; i++) {
      const next = heads[i] as Head;
      if (byTime(first.event, next.event) <= 0) break;
      heads[i - 1] = next;
      heads[i] = first;
    }
  }
}

/** A run, and its first event that is not yet in the order. */
interface Head {
  readonly run: Iterator<QueueEvent>;
  event: QueueEvent;
}

function headOf(run: Iterator<QueueEvent>): Head[] {
  const { value, done } = run.next();
  return done ? [] : [{ run, event: value }];
}
