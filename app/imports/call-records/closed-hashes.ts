import { halfHoursPerDay } from "#app/domain/measurement/blob.ts";
import type { RowLog } from "#app/imports/call-records/row-log.ts";

/** Hashes that more than one record of a cell has. */
export interface RepeatedHashes {
  readonly queue: number;
  readonly halfHour: number;
  readonly hashes: readonly number[];
}

/** Where each half hour ends among the hashes, and then the hashes, rising within a half hour. */
type Part = Uint32Array;

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
    const part = new Uint32Array(halfHoursPerDay + size);
    let end = halfHoursPerDay;
    let slot = 0;
    for (const [halfHour, cell] of cells) {
      const next = halfHour - day * halfHoursPerDay;
      part.fill(end, slot, next);
      slot = next;
      const start = end;
      end += rows.sizeOf(cell);
      rows.hashesOf(cell, part.subarray(start, end));
    }
    part.fill(end, slot, halfHoursPerDay);
    const queues = this.#days.get(day) ?? new Map<number, Part[]>();
    this.#days.set(day, queues);
    queues.set(queue, [...(queues.get(queue) ?? []), part]);
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
        for (let slot = 0; slot < halfHoursPerDay; slot++) {
          const hashes = repeatedIn(parts, slot);
          if (hashes.length > 0) yield { queue, halfHour: day * halfHoursPerDay + slot, hashes };
        }
      }
    }
  }
}

/** Hashes of one half hour that occur more than once. */
function repeatedIn(parts: readonly Part[], slot: number): number[] {
  const [only] = parts;
  if (only === undefined) return [];
  const from = startOf(only, slot);
  const to = only[slot] as number;
  if (parts.length === 1) return repeatedNeighbours(only, from, to);
  const all = Uint32Array.from(parts.flatMap((part) => [...part.subarray(startOf(part, slot), part[slot])]));
  return repeatedNeighbours(all.sort(), 0, all.length);
}

const startOf = (part: Part, slot: number): number =>
  slot === 0 ? halfHoursPerDay : (part[slot - 1] as number);

function repeatedNeighbours(hashes: Uint32Array, from: number, to: number): number[] {
  const repeated: number[] = [];
  for (let i = from + 1; i < to; i++) {
    const hash = hashes[i] as number;
    if (hash === hashes[i - 1] && repeated.at(-1) !== hash) repeated.push(hash);
  }
  return repeated;
}
