import { instantsOfLocal, type Zone } from "#app/domain/measurement/zone.ts";
import type { ReportRow } from "#app/imports/interval/report-row.ts";

interface Occurrence {
  readonly first: ReportRow;
  count: number;
}

/**
 * Local times of a report as instants. In the doubled hour of autumn a queue has the same local time twice: the first
 * in the order of the report is summer time, the second winter time.
 */
export class Instants {
  readonly #zone: Zone;
  readonly #doubled = new Map<string, Occurrence>();

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  /** Null for a local time that was skipped; `repeated` for one that occurs more often than it can. */
  next(row: ReportRow): number | "repeated" | null {
    const [first, second] = instantsOfLocal(this.#zone, row.start);
    if (first === undefined) return null;
    if (second === undefined) return first;
    const key = `${row.start}\u0000${row.queue}`;
    const known = this.#doubled.get(key) ?? { first: row, count: 0 };
    known.count += 1;
    this.#doubled.set(key, known);
    if (known.count > 2) return "repeated";
    return known.count === 1 ? first : second;
  }

  /** Rows in the doubled hour that came once only, so that nothing tells which of the two they are. */
  unclear(): ReportRow[] {
    return [...this.#doubled.values()].filter(({ count }) => count === 1).map(({ first }) => first);
  }
}
