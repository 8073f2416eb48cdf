import { type Call, emptyCall } from "#app/imports/call-records/call.ts";
import { GroupedBlocks } from "#app/imports/call-records/grouped-blocks.ts";

const groups = 128;

/** Which times a call has. Those that pass 2^32 microseconds, an hour and twelve minutes, have a bit for that too. */
const bit = {
  queued: 1,
  answered: 1 << 1,
  ended: 1 << 2,
  ring: 1 << 3,
  ivr: 1 << 4,
  talk: 1 << 5,
  hold: 1 << 6,
  wrap: 1 << 7,
  openUntil: 1 << 8,
} as const;
const times = Object.keys(bit).length;
const wordRange = 2 ** 32;

/** Its queue, its hash, what it is, and its arrival in two words; then its times. */
const headWords = 5;
const mostBytesOfCall = 4 * (headWords + 2 * times);

/** Days that are this many apart share a group: a year has three days in each. */
export const groupOfDay = (day: number): number => day & (groups - 1);

/**
 * Calls that come in no order of time, put aside on disk until all are known and then given back a few days at a time,
 * so that what is counted per half hour is in memory for a few days only. Some forty bytes a call: all that a cell is
 * counted from, not its place in a file.
 */
export class CallsByDay {
  readonly #blocks: GroupedBlocks;
  readonly #words: Uint32Array;
  /** Where the call that is written or read stands, and what it is: its times, which of them are long, and the rest. */
  #at = 0;
  #kind = 0;

  constructor(folder: string) {
    this.#blocks = new GroupedBlocks(folder, groups);
    this.#words = this.#blocks.words;
  }

  /** No stamp is before the arrival. */
  add(day: number, call: Readonly<Call>): void {
    const group = groupOfDay(day);
    const start = this.#blocks.room(group, mostBytesOfCall) >>> 2;
    const { arrival } = call;
    const words = this.#words;
    words[start] = call.queue;
    words[start + 1] = call.idHash;
    words[start + 3] = arrival;
    words[start + 4] = arrival / wordRange;
    this.#at = start + headWords;
    this.#kind = 0;
    if (call.queued >= 0) this.#put(call.queued - arrival, bit.queued);
    if (call.answered >= 0) this.#put(call.answered - arrival, bit.answered);
    if (call.ended >= 0) this.#put(call.ended - arrival, bit.ended);
    if (call.ring >= 0) this.#put(call.ring, bit.ring);
    if (call.ivr >= 0) this.#put(call.ivr, bit.ivr);
    if (call.talk >= 0) this.#put(call.talk, bit.talk);
    if (call.hold >= 0) this.#put(call.hold, bit.hold);
    if (call.wrap >= 0) this.#put(call.wrap, bit.wrap);
    if (call.openUntil >= 0) this.#put(call.openUntil - arrival, bit.openUntil);
    const rest =
      call.disposition |
      ((call.transferred + 1) << 3) |
      ((call.resolved + 1) << 5) |
      ((call.complaint + 1) << 7) |
      (call.decimals << 9);
    words[start + 2] = this.#kind | (rest << (2 * times));
    this.#blocks.use(group, 4 * this.#at);
  }

  /** Gives every call back, by groups of days; once. `endOfGroup` tells that no further call is of a day of the group. */
  giveBack(each: (call: Readonly<Call>) => void, endOfGroup: (group: number) => void): void {
    const call = emptyCall();
    for (let group = 0; group < groups; group++) {
      this.#blocks.read(group, (_, start, end) => this.#give(start >>> 2, end >>> 2, call, each));
      endOfGroup(group);
    }
  }

  close(): void {
    this.#blocks.close();
  }

  #put(micros: number, which: number): void {
    this.#words[this.#at++] = micros;
    this.#kind |= which;
    if (micros < wordRange) return;
    this.#words[this.#at++] = micros / wordRange;
    this.#kind |= which << times;
  }

  /** -1 when the call has none. */
  #take(which: number): number {
    if ((this.#kind & which) === 0) return -1;
    const low = this.#words[this.#at++] as number;
    if ((this.#kind & (which << times)) === 0) return low;
    return low + wordRange * (this.#words[this.#at++] as number);
  }

  #takeStamp(arrival: number, which: number): number {
    const since = this.#take(which);
    return since < 0 ? -1 : arrival + since;
  }

  #give(from: number, end: number, call: Call, each: (call: Readonly<Call>) => void): void {
    const words = this.#words;
    this.#at = from;
    while (this.#at < end) {
      const start = this.#at;
      this.#at += headWords;
      const kind = words[start + 2] as number;
      this.#kind = kind;
      const rest = kind >>> (2 * times);
      const arrival = (words[start + 3] as number) + wordRange * (words[start + 4] as number);
      call.queue = words[start] as number;
      call.idHash = (words[start + 1] as number) | 0;
      call.arrival = arrival;
      call.queued = this.#takeStamp(arrival, bit.queued);
      call.answered = this.#takeStamp(arrival, bit.answered);
      call.ended = this.#takeStamp(arrival, bit.ended);
      call.ring = this.#take(bit.ring);
      call.ivr = this.#take(bit.ivr);
      call.talk = this.#take(bit.talk);
      call.hold = this.#take(bit.hold);
      call.wrap = this.#take(bit.wrap);
      call.openUntil = this.#takeStamp(arrival, bit.openUntil);
      call.disposition = rest & 7;
      call.transferred = ((rest >> 3) & 3) - 1;
      call.resolved = ((rest >> 5) & 3) - 1;
      call.complaint = ((rest >> 7) & 3) - 1;
      call.decimals = rest >> 9;
      each(call);
    }
  }
}
