import { type Blob, decodeBlob, encodeBlob } from "#app/domain/measurement/blob.ts";
import { type Cell, mergeByHalfHour } from "#app/domain/measurement/cell.ts";
import { MonthSums, type StoredMonth } from "#app/domain/measurement/month-sums.ts";
import { allQueues, compareCodePoints } from "#app/domain/measurement/months.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

/** Days of a queue, and of all queues together, as they will be stored. */
export class ClosedDays {
  /** Per queue and UTC day: a day is in parts when it was closed more than once. */
  readonly #parts = new Map<string, Map<number, Blob[]>>();
  readonly #months: MonthSums;

  constructor(zone: Zone) {
    this.#months = new MonthSums(zone);
  }

  /** Cells of any queues of one UTC day. */
  add(day: number, cells: readonly Cell[]): void {
    for (const [queue, own] of Map.groupBy(cells, (cell) => cell.queue)) this.#addQueue(queue, day, own);
    this.#addQueue(allQueues, day, mergeByHalfHour(cells, allQueues));
  }

  /** Of every queue but `*`, or of `*` alone, by queue and day. */
  blobs(all: boolean): Blob[] {
    const queues = [...this.#parts.keys()].filter((queue) => (queue === allQueues) === all);
    return queues.sort(compareCodePoints).flatMap((queue) => this.#blobsOf(queue));
  }

  months(): readonly StoredMonth[] {
    return this.#months.stored();
  }

  #blobsOf(queue: string): Blob[] {
    const days = [...(this.#parts.get(queue) ?? [])].sort(([a], [b]) => a - b);
    return days.map(([day, parts]) => {
      const [only] = parts;
      return only !== undefined && parts.length === 1
        ? only
        : encodeBlob(queue, day, parts.flatMap(decodeBlob));
    });
  }

  #addQueue(queue: string, day: number, cells: readonly Cell[]): void {
    const days = this.#parts.get(queue) ?? new Map<number, Blob[]>();
    this.#parts.set(queue, days);
    days.set(day, [...(days.get(day) ?? []), encodeBlob(queue, day, cells)]);
    this.#months.add(queue, cells);
  }
}
