import { GroupedBlocks } from "#app/imports/call-records/grouped-blocks.ts";
import { hashOfBytes } from "#app/imports/call-records/hash.ts";

/** One row of a record: a leg of a call. Times as texts that sort by time. */
export interface Leg {
  readonly file: number;
  readonly line: number;
  readonly start: string;
  readonly answered: string;
  readonly end: string;
  readonly reason: string;
  readonly from: string;
  readonly to: string;
  readonly toType: string;
  readonly finalType: string;
}

const groups = 256;
const lengthBytes = 4;

/** Legs in any order, kept until all are known: only those of a group of calls are in memory, the rest is on disk. */
export class LegsByCall {
  readonly #blocks: GroupedBlocks;

  constructor(folder: string) {
    this.#blocks = new GroupedBlocks(folder, groups);
  }

  add(id: string, leg: Leg): void {
    const text = JSON.stringify([id, leg]);
    const record = Buffer.allocUnsafe(lengthBytes + Buffer.byteLength(text));
    record.writeUInt32LE(record.length);
    record.write(text, lengthBytes);
    this.#blocks.add(groupOf(id), record);
  }

  /** Each call with its legs as they were added, of which at most so many are given. */
  *calls(mostLegs: number): Generator<readonly [id: string, legs: Leg[]]> {
    for (let group = 0; group < groups; group++) {
      const calls = new Map<string, Leg[]>();
      this.#blocks.read(group, (bytes, from, to) => {
        for (const [id, leg] of recordsIn(bytes, from, to)) {
          const legs = calls.get(id);
          if (legs === undefined) calls.set(id, [leg]);
          else if (legs.length < mostLegs) legs.push(leg);
        }
      });
      yield* calls;
    }
  }

  close(): void {
    this.#blocks.close();
  }
}

function* recordsIn(bytes: Buffer, from: number, to: number): Generator<[id: string, leg: Leg]> {
  for (let start = from; start < to; ) {
    const length = bytes.readUInt32LE(start);
    yield JSON.parse(bytes.toString("utf8", start + lengthBytes, start + length));
    // Each begins at a word.
    start += (length + 3) & ~3;
  }
}

function groupOf(id: string): number {
  const bytes = Buffer.from(id);
  const hash = hashOfBytes(bytes, 0, bytes.length);
  return (hash ^ (hash >>> 16)) & (groups - 1);
}
