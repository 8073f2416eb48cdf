import type { IntervalCount } from "#app/domain/measurement/interval/interval.ts";
import type { ReportRow, TotalRow } from "#app/imports/interval/report-row.ts";

const checked: readonly IntervalCount[] = ["offered", "answered", "abandoned", "flowOut", "blocked"];

/**
 * The counts of a total row that no set of rows gives which it might stand for: those since the last total, all before
 * it, all of the file, those of its queue, or of its time.
 */
export function countsNotAddingUp(
  total: TotalRow,
  rows: readonly ReportRow[],
  since: number,
): IntervalCount[] {
  const before = rows.slice(0, total.after);
  const ofQueue = (set: readonly ReportRow[]): readonly ReportRow[] =>
    total.queue === null ? set : set.filter(({ queue }) => queue === total.queue);
  const scopes = [rows.slice(since, total.after), before, rows].map(ofQueue);
  if (total.start !== null) scopes.push(rows.filter(({ start }) => start === total.start));
  const wrong = scopes.map((scope) => wrongCounts(total, scope));
  return wrong.some((counts) => counts.length === 0) ? [] : (wrong[0] ?? []);
}

function wrongCounts({ counts }: TotalRow, rows: readonly ReportRow[]): IntervalCount[] {
  return checked.filter((field) => {
    const stated = counts.get(field);
    const parts = rows.map((row) => row.counts.get(field) ?? 0);
    return stated !== undefined && stated !== parts.reduce((sum, part) => sum + part, 0);
  });
}
