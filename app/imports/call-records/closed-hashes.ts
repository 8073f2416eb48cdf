import { halfHoursPerDay } from "#app/domain/measurement/blob.ts";
import type { RowLog } from "#app/imports/call-records/row-log.ts";

/** Hashes that more than one record of a cell has. */
export interface RepeatedHashes {
  readonly queue: number;
  readonly halfHour: number;
  readonly hashes: readonly number[];
}

interface Part {
  /** Where each half hour ends among the hashes, and then the hashes, rising within a half hour. */
  readonly hashes: Uint32Array;
  /** Those that are repeated within it, by the hash of the call id as well. */
  readonly repeated: readonly RepeatedHashes[];
}

/** The hashes of all records of closed cells, four bytes each: a later record may repeat any of them. */
export class ClosedHashes {
  /** Per UTC day and queue: a day is in parts when it was closed more than once. */
  readonly #days = new Map<number, Map<number, Part[]>>();

  /** Takes over the hashes of cells of one queue and day, which are given by half hour. */
  add(
    queue: number,
    day: number,
    cells: readonly (readonly [halfHour: number, cell: number])[],
    rows: RowLog,
  ) {
    const size = cells.reduce((sum, [, cell]) => sum + rows.sizeOf(cell), 0);
    const hashes = new Uint32Array(halfHoursPerDay + size);
    const repeated: RepeatedHashes[] = [];
    let end = halfHoursPerDay;
    let slot = 0;
    for (const [halfHour, cell] of cells) {
      const next = halfHour - day * halfHoursPerDay;
      hashes.fill(end, slot, next);
      slot = next;
      const start = end;
      end += rows.sizeOf(cell);
      rows.hashesOf(cell, hashes.subarray(start, end));
      const alike = repeatedNeighbours(hashes, start, end);
      // Among ten million records some have the same hash by chance, and would be looked for in a second reading.
      const same = alike.length === 0 ? alike : rows.withSameId(cell, alike);
      if (same.length > 0) repeated.push({ queue, halfHour, hashes: same });
    }
    hashes.fill(end, slot, halfHoursPerDay);
    const queues = this.#days.get(day) ?? new Map<number, Part[]>();
    this.#days.set(day, queues);
    queues.set(queue, [...(queues.get(queue) ?? []), { hashes, repeated }]);
  }

  /** Whether a queue has closed cells of a day. */
  has(queue: number, day: number): boolean {
    return this.#days.get(day)?.has(queue) === true;
  }

  /** What is repeated, of one day or of all. A day is forgotten once it was looked at. */
  *takeRepeated(only: number | null = null): Generator<RepeatedHashes> {
    for (const day of only === null ? [...this.#days.keys()] : [only]) {
      const queues = this.#days.get(day) ?? [];
      this.#days.delete(day);
      for (const [queue, parts] of queues) {
        if (parts.length === 1) {
          yield* parts[0]?.repeated ?? [];
          continue;
        }
        for (let slot = 0; slot < halfHoursPerDay; slot++) {
          const hashes = repeatedIn(parts, slot);
          if (hashes.length > 0) yield { queue, halfHour: day * halfHoursPerDay + slot, hashes };
        }
      }
    }
  }
}

/** Hashes of one half hour that occur more than once in all parts of a day. */
function repeatedIn(parts: readonly Part[], slot: number): number[] {
  const all = Uint32Array.from(
    parts.flatMap(({ hashes }) => [...hashes.subarray(startOf(hashes, slot), hashes[slot])]),
  );
  return repeatedNeighbours(all.sort(), 0, all.length);
}

const startOf = (hashes: Uint32Array, slot: number): number =>
  slot === 0 ? halfHoursPerDay : (hashes[slot - 1] as number);

function repeatedNeighbours(hashes: Uint32Array, from: number, to: number): number[] {
  const repeated: number[] = [];
  for (let i = from + 1; i < to; i++) {
    const hash = hashes[i] as number;
    if (hash === hashes[i - 1] && repeated.at(-1) !== hash) repeated.push(hash);
  }
  return repeated;
}
