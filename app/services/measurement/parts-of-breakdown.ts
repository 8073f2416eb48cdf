import { cellsOf, cellsOfQueues, queueSumsOf } from "#app/db/call-import.ts";
import type { Reading } from "#app/db/database.ts";
import type { Breakdown, Part } from "#app/domain/measurement/breakdown.ts";
import type { Totals } from "#app/domain/measurement/cell.ts";
import type { KeyFigureId } from "#app/domain/measurement/key-figures.ts";
import { utcDaysOfMonth } from "#app/domain/measurement/measurement-page.ts";
import { compareCodePoints, groupByMonth, monthsFromSums } from "#app/domain/measurement/months.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

/** Only this figure counts half hours; all others are read off sums. */
const ofHalfHours: KeyFigureId = "interval_sl_share";

/** The parts of a breakdown by month of the shown queue, or by queue of the shown month; none of another breakdown. */
export async function partsOfBreakdown(
  db: Reading,
  importIds: readonly string[],
  asked: { readonly by: Breakdown; readonly figure: KeyFigureId },
  shown: {
    readonly queue: string;
    readonly sums: ReadonlyMap<string, Readonly<Totals>>;
    readonly month: string | null;
  },
  zone: Zone,
): Promise<Part[]> {
  const { queue, sums, month } = shown;
  const halfHours = asked.figure === ofHalfHours;
  if (asked.by === "month") {
    if (!halfHours) return [...sums].map(([key, totals]) => ({ key, totals, halfHours: [] }));
    const months = monthsFromSums(queue, await cellsOf(db, importIds, queue), sums, zone);
    return months.map((each) => ({ ...each, key: each.month }));
  }
  if (asked.by !== "queue" || month === null) return [];
  const queues = [...(await queueSumsOf(db, importIds, month))].sort(([a], [b]) => compareCodePoints(a, b));
  const cells = halfHours ? await cellsOfQueues(db, importIds, utcDaysOfMonth(month)) : [];
  return queues.map(([key, totals]) => {
    const own = cells.filter((cell) => cell.queue === key);
    return { key, totals, halfHours: groupByMonth(own, zone).get(month)?.cells ?? [] };
  });
}
