import { encodeTotals } from "#app/domain/measurement/blob.ts";
import { type Cell, sumTotals, type Totals } from "#app/domain/measurement/cell.ts";
import { compareCodePoints, groupByMonth } from "#app/domain/measurement/months.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

/** All calls of a queue (or `*`) in a local month, added up, so that a year is read without its half hours. */
export interface StoredMonth {
  readonly queue: string;
  /** `2025-03` in the zone of the import. */
  readonly month: string;
  /** As `encodeTotals` packs them. */
  readonly bytes: Uint8Array;
}

/** Adds cells up into the local months of their queue. */
export class MonthSums {
  readonly #zone: Zone;
  readonly #sums = new Map<string, Map<string, Readonly<Totals>>>();

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  /** Cells of one queue. */
  add(queue: string, cells: readonly Cell[]): void {
    const months = this.#sums.get(queue) ?? new Map<string, Readonly<Totals>>();
    this.#sums.set(queue, months);
    const byMonth = groupByMonth(cells, this.#zone);
    for (const [month, { cells: added }] of byMonth) {
      const known = months.get(month);
      const parts = added.map((cell) => cell.totals);
      months.set(month, sumTotals(known === undefined ? parts : [known, ...parts]));
    }
  }

  /** By queue and month. */
  stored(): StoredMonth[] {
    const stored = [...this.#sums].flatMap(([queue, months]) =>
      [...months].map(([month, totals]) => ({ queue, month, bytes: encodeTotals(totals) })),
    );
    return stored.sort((a, b) => compareCodePoints(a.queue, b.queue) || compareCodePoints(a.month, b.month));
  }
}
