import type { IntervalCount } from "#app/domain/measurement/interval/interval.ts";
import type { ReportRow, TotalRow } from "#app/imports/interval/report-row.ts";

const checked: readonly IntervalCount[] = ["offered", "answered", "abandoned", "flowOut", "blocked"];

/**
 * Of each total row the counts that no set of rows gives which it might stand for: those since the last total, all
 * before it, all of the file, those of its queue, or of its time. Totals come as they stand in the file.
 */
export function countsNotAddingUp(
  totals: readonly TotalRow[],
  rows: readonly ReportRow[],
): readonly (readonly IntervalCount[])[] {
  const [file, times] = [new Sums<string | null>(), new Sums<number>()];
  for (const row of rows) {
    file.add([row.queue, null], row);
    times.add([row.start], row);
  }
  const before = new Sums<string | null>();
  let next = 0;
  return totals.map((total) => {
    const since = new Sums<string | null>();
    for (const row of rows.slice(next, total.after)) {
      before.add([row.queue, null], row);
      since.add([row.queue, null], row);
    }
    next = total.after;
    const scopes = [since, before, file].map((sums) => sums.of(total.queue));
    if (total.start !== null) scopes.push(times.of(total.start));
    const wrong = scopes.map((sums) => wrongCounts(total, sums));
    return wrong.some((counts) => counts.length === 0) ? [] : (wrong[0] ?? []);
  });
}

type Counts = ReadonlyMap<IntervalCount, number>;

const wrongCounts = ({ counts }: TotalRow, sums: Counts): IntervalCount[] =>
  checked.filter((field) => {
    const stated = counts.get(field);
    return stated !== undefined && stated !== (sums.get(field) ?? 0);
  });

/** What rows add up to, by queue (null for all) or by time: no total has to go through the rows again. */
class Sums<Key> {
  readonly #byKey = new Map<Key, Map<IntervalCount, number>>();

  add(keys: readonly Key[], { counts }: ReportRow): void {
    for (const key of keys) {
      const sums = this.#byKey.get(key) ?? new Map<IntervalCount, number>();
      this.#byKey.set(key, sums);
      for (const field of checked) sums.set(field, (sums.get(field) ?? 0) + (counts.get(field) ?? 0));
    }
  }

  of(key: Key): Counts {
    return this.#byKey.get(key) ?? new Map();
  }
}
