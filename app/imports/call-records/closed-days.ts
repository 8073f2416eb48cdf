import { type Blob, decodeBlob, encodeBlob } from "#app/domain/measurement/blob.ts";
import { type Cell, mergeByHalfHour } from "#app/domain/measurement/cell.ts";
import { MonthSums, type StoredMonth } from "#app/domain/measurement/month-sums.ts";
import { allQueues, compareCodePoints } from "#app/domain/measurement/months.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

/** Days of a queue, and of all queues together, as they will be stored. */
export class ClosedDays {
  /** Per queue and UTC day: a day is in parts when it was closed more than once. */
  readonly #parts = new Map<string, Map<number, Blob[]>>();
  /** Per UTC day, or null for one that was closed more than once: that is added up from its queues in the end. */
  readonly #allQueues = new Map<number, Blob | null>();
  readonly #months: MonthSums;

  constructor(zone: Zone) {
    this.#months = new MonthSums(zone);
  }

  /** Cells of any queues of one UTC day. */
  add(day: number, cells: readonly Cell[]): void {
    for (const [queue, own] of Map.groupBy(cells, (cell) => cell.queue)) {
      const days = this.#parts.get(queue) ?? new Map<number, Blob[]>();
      this.#parts.set(queue, days);
      days.set(day, [...(days.get(day) ?? []), encodeBlob(queue, day, own)]);
      this.#months.add(queue, own);
    }
    const all = mergeByHalfHour(cells, allQueues);
    this.#allQueues.set(day, this.#allQueues.has(day) ? null : encodeBlob(allQueues, day, all));
    this.#months.add(allQueues, all);
  }

  /** Of every queue, by queue and day. */
  blobs(): Blob[] {
    return this.#queues().flatMap((queue) => {
      const days = [...(this.#parts.get(queue) ?? [])].sort(([a], [b]) => a - b);
      return days.map(([day, parts]) => {
        const [only] = parts;
        return only !== undefined && parts.length === 1
          ? only
          : encodeBlob(queue, day, parts.flatMap(decodeBlob));
      });
    });
  }

  /** Of all queues together, by day. */
  allQueues(): Blob[] {
    const days = [...this.#allQueues].sort(([a], [b]) => a - b);
    return days.map(([day, once]) => {
      if (once !== null) return once;
      const cells = this.#queues().flatMap(
        (queue) => this.#parts.get(queue)?.get(day)?.flatMap(decodeBlob) ?? [],
      );
      return encodeBlob(allQueues, day, mergeByHalfHour(cells, allQueues));
    });
  }

  months(): readonly StoredMonth[] {
    return this.#months.stored();
  }

  #queues(): string[] {
    return [...this.#parts.keys()].sort(compareCodePoints);
  }
}
