import { type QueueEffect, queueEffects } from "#app/imports/call-records/queue-events.ts";

/** An event that does something to a call. Times in microseconds since 1970. */
export interface QueueEvent {
  micros: number;
  /** Second instant that its local time may mean, where the clock was set back; -1 otherwise. */
  readonly later: number;
  /** Decimals of its time: 0, 3 or 6. */
  readonly decimals: number;
  readonly file: number;
  readonly line: number;
  readonly call: string;
  readonly queue: number;
  readonly effect: QueueEffect;
  /** Logged wait of a CONNECT in seconds, or NaN. */
  readonly hold: number;
}

/** By file as given, then line. */
export const byPlace = (a: QueueEvent, b: QueueEvent): number => a.file - b.file || a.line - b.line;

export const byTime = (a: QueueEvent, b: QueueEvent): number => a.micros - b.micros || byPlace(a, b);

/** Where the numbers of an event lie in its bytes, before the bytes of its call id. */
const place = {
  micros: 0,
  later: 8,
  hold: 16,
  file: 20,
  line: 24,
  queue: 28,
  callBytes: 32,
  effect: 36,
  decimals: 37,
} as const;
const headBytes = 38;
const mostBytesOfCharacter = 3;
const firstCapacity = 1 << 12;

/** Events as bytes, one after the other: some sixty each, where objects would take three times as much. */
export class EventBytes {
  /** Where each event begins. */
  readonly starts: number[] = [];
  #used = 0;
  #bytes = Buffer.allocUnsafeSlow(firstCapacity);
  #view = viewOf(this.#bytes);
  /** Takes the events when they are sorted. */
  #spare = Buffer.alloc(0);
  #inOrder = true;
  #latest = 0;

  /** As they lie there until the next event is added. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#used);
  }

  add(event: QueueEvent): void {
    const start = this.#used;
    this.#reserve(start + headBytes + mostBytesOfCharacter * event.call.length);
    const view = this.#view;
    const callBytes = this.#bytes.write(event.call, start + headBytes);
    view.setFloat64(start + place.micros, event.micros);
    view.setFloat64(start + place.later, event.later);
    // Logged seconds have seven digits, which this holds exactly.
    view.setFloat32(start + place.hold, event.hold);
    view.setUint32(start + place.file, event.file);
    view.setUint32(start + place.line, event.line);
    view.setInt32(start + place.queue, event.queue);
    view.setUint32(start + place.callBytes, callBytes);
    view.setUint8(start + place.effect, queueEffects.indexOf(event.effect));
    view.setUint8(start + place.decimals, event.decimals);
    this.starts.push(start);
    this.#used += headBytes + callBytes;
    if (event.micros < this.#latest) this.#inOrder = false;
    this.#latest = event.micros;
  }

  /** Puts them by time; of equal times in the order in which they were added. */
  sort(): void {
    if (this.#inOrder) return;
    const { starts } = this;
    const [bytes, view] = [this.#bytes, this.#view];
    if (this.#spare.length < this.#used) this.#spare = Buffer.allocUnsafeSlow(bytes.length);
    const times = new Float64Array(starts.length);
    for (let i = 0; i < times.length; i++) times[i] = view.getFloat64((starts[i] as number) + place.micros);
    const order = inOrderOf(times);
    const unsorted = starts.slice();
    const spare = this.#spare;
    let to = 0;
    for (let i = 0; i < order.length; i++) {
      const start = unsorted[order[i] as number] as number;
      const end = endOf(view, start);
      starts[i] = to;
      // An event is too short for what a copy costs.
      for (let from = start; from < end; from++) spare[to++] = bytes[from] as number;
    }
    [this.#bytes, this.#spare] = [this.#spare, bytes];
    this.#view = viewOf(this.#bytes);
    this.#inOrder = true;
  }

  clear(): void {
    this.starts.length = 0;
    this.#used = 0;
    this.#inOrder = true;
    this.#latest = 0;
  }

  #reserve(needed: number): void {
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * needed);
    this.#bytes.copy(larger, 0, 0, this.#used);
    this.#bytes = larger;
    this.#view = viewOf(larger);
  }
}

const digitBits = 16;
const digitValues = 1 << digitBits;
const wordRange = 2 ** 32;

/**
 * Which of the times, in microseconds, comes where, equal ones as they stand: sorted by digits of 16 bits, the last
 * first, which takes a fraction of the time of comparing them.
 */
function inOrderOf(times: Float64Array): Uint32Array {
  const high = Uint32Array.from(times, (time) => Math.floor(time / wordRange));
  const low = Uint32Array.from(times, (time, i) => time - (high[i] as number) * wordRange);
  let order: Uint32Array = Uint32Array.from(times.keys());
  for (const words of [low, high]) order = byDigit(byDigit(order, words, 0), words, digitBits);
  return order;
}

/** The order, sorted by the digit that each word has from a bit on; those of one digit stay as they were. */
function byDigit(order: Uint32Array, words: Uint32Array, bit: number): Uint32Array {
  const places = new Uint32Array(digitValues + 1);
  for (let i = 0; i < words.length; i++) {
    const next = (((words[i] as number) >>> bit) & (digitValues - 1)) + 1;
    places[next] = (places[next] as number) + 1;
  }
  for (let value = 1; value <= digitValues; value++) {
    places[value] = (places[value] as number) + (places[value - 1] as number);
  }
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const which = order[i] as number;
    const value = ((words[which] as number) >>> bit) & (digitValues - 1);
    const to = places[value] as number;
    sorted[to] = which;
    places[value] = to + 1;
  }
  return sorted;
}

/** The events that lie in bytes, as long as the bytes stay as they are. */
export function* eventsIn(bytes: Buffer): Generator<QueueEvent> {
  const view = viewOf(bytes);
  for (let start = 0, end: number; start < bytes.length; start = end) {
    end = endOf(view, start);
    yield {
      micros: view.getFloat64(start + place.micros),
      later: view.getFloat64(start + place.later),
      decimals: view.getUint8(start + place.decimals),
      file: view.getUint32(start + place.file),
      line: view.getUint32(start + place.line),
      call: bytes.toString("utf8", start + headBytes, end),
      queue: view.getInt32(start + place.queue),
      effect: queueEffects[view.getUint8(start + place.effect)] as QueueEffect,
      hold: view.getFloat32(start + place.hold),
    };
  }
}

const endOf = (view: DataView, start: number): number =>
  start + headBytes + view.getUint32(start + place.callBytes);

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer): DataView =>
  new DataView(buffer, byteOffset, byteLength);
