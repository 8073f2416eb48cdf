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

const firstCapacity = 1024;

/** Events of a queue in columns: about 40 bytes each, and a string for each call. */
export class EventLog {
  size = 0;
  #capacity = firstCapacity;
  #micros = new Float64Array(firstCapacity);
  #hold = new Float64Array(firstCapacity);
  #line = new Uint32Array(firstCapacity);
  #file = new Uint32Array(firstCapacity);
  #queue = new Int32Array(firstCapacity);
  #call = new Uint32Array(firstCapacity);
  #effect = new Uint8Array(firstCapacity);
  #decimals = new Uint8Array(firstCapacity);
  /** Few events have a second instant. */
  readonly #later = new Map<number, number>();
  readonly #calls: string[] = [];
  readonly #numberOfCall = new Map<string, number>();

  add(event: QueueEvent): void {
    if (this.size === this.#capacity) this.#grow();
    const i = this.size++;
    this.#micros[i] = event.micros;
    this.#hold[i] = event.hold;
    this.#line[i] = event.line;
    this.#file[i] = event.file;
    this.#queue[i] = event.queue;
    this.#call[i] = this.#callNumber(event.call);
    this.#effect[i] = queueEffects.indexOf(event.effect);
    this.#decimals[i] = event.decimals;
    if (event.later >= 0) this.#later.set(i, event.later);
  }

  at(i: number): QueueEvent {
    return {
      micros: this.#micros[i] as number,
      later: this.#later.get(i) ?? -1,
      decimals: this.#decimals[i] as number,
      file: this.#file[i] as number,
      line: this.#line[i] as number,
      call: this.#calls[this.#call[i] as number] as string,
      queue: this.#queue[i] as number,
      effect: queueEffects[this.#effect[i] as number] as QueueEffect,
      hold: this.#hold[i] as number,
    };
  }

  /** Once it is known which of two instants was meant. */
  setMicros(i: number, micros: number): void {
    this.#micros[i] = micros;
  }

  /** Positions of the events of each call, of those calls only that have an event with two instants. */
  callsWithDoubledHour(): number[][] {
    const key = (i: number): string => `${this.#queue[i]}|${this.#call[i]}`;
    const calls = new Map([...this.#later.keys()].map((i) => [key(i), [] as number[]]));
    for (let i = 0; i < this.size; i++) calls.get(key(i))?.push(i);
    return [...calls.values()];
  }

  /** Positions by time; of equal times in the order in which they were added. */
  byTime(): Uint32Array {
    const micros = this.#micros;
    const places = Uint32Array.from({ length: this.size }, (_, i) => i);
    return places.sort((a, b) => (micros[a] as number) - (micros[b] as number) || a - b);
  }

  #callNumber(call: string): number {
    const known = this.#numberOfCall.get(call);
    if (known !== undefined) return known;
    const number = this.#calls.length;
    this.#calls.push(call);
    this.#numberOfCall.set(call, number);
    return number;
  }

  #grow(): void {
    this.#capacity *= 2;
    const bytes = (each: { BYTES_PER_ELEMENT: number }): number => this.#capacity * each.BYTES_PER_ELEMENT;
    this.#micros = new Float64Array(this.#micros.buffer.transfer(bytes(this.#micros)));
    this.#hold = new Float64Array(this.#hold.buffer.transfer(bytes(this.#hold)));
    this.#line = new Uint32Array(this.#line.buffer.transfer(bytes(this.#line)));
    this.#file = new Uint32Array(this.#file.buffer.transfer(bytes(this.#file)));
    this.#queue = new Int32Array(this.#queue.buffer.transfer(bytes(this.#queue)));
    this.#call = new Uint32Array(this.#call.buffer.transfer(bytes(this.#call)));
    this.#effect = new Uint8Array(this.#effect.buffer.transfer(bytes(this.#effect)));
    this.#decimals = new Uint8Array(this.#decimals.buffer.transfer(bytes(this.#decimals)));
  }
}
