import { type Cell, halfHourSeconds } from "#app/domain/measurement/cell.ts";
import { allQueues, dayOfCell, type Month } from "#app/domain/measurement/months.ts";
import { daysOfMonth, monthOfDay, startOfLocalDay, type Zone } from "#app/domain/measurement/zone.ts";

/** Local calendar dates as days since 1970-01-01, half-open. */
export interface Period {
  readonly fromDay: number;
  readonly toDay: number;
}

/** What to look at: an open end takes the first or last record. */
export interface Selection {
  readonly fromDay: number | null;
  readonly toDay: number | null;
  /** A queue, or `*`. */
  readonly queue: string;
}

export const everything: Selection = { fromDay: null, toDay: null, queue: allQueues };

/** The cells of the selection, and its period; null when an end is open and there is no cell to close it. */
export function selectCells(
  cells: readonly Cell[],
  selection: Selection,
  zone: Zone,
): { readonly cells: readonly Cell[]; readonly period: Period | null } {
  const from =
    selection.fromDay === null ? Number.NEGATIVE_INFINITY : startOfLocalDay(zone, selection.fromDay);
  const to = selection.toDay === null ? Number.POSITIVE_INFINITY : startOfLocalDay(zone, selection.toDay);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const chosen = cells.filter((cell) => {
    const start = cell.halfHour * halfHourSeconds;
    if (start < from || start >= to) return false;
    if (selection.queue !== allQueues && cell.queue !== selection.queue) return false;
    const day = dayOfCell(zone, cell);
    first = Math.min(first, day);
    last = Math.max(last, day);
    return true;
  });
  const fromDay = selection.fromDay ?? first;
  const toDay = selection.toDay ?? last + 1;
  const closed = Number.isFinite(fromDay) && Number.isFinite(toDay);
  return { cells: chosen, period: closed ? { fromDay, toDay } : null };
}

/** From the first to the last local day with a record; null without any. */
export function periodOfMonths(months: readonly Month[], zone: Zone): Period | null {
  const first = months[0]?.halfHours[0];
  const last = months.at(-1)?.halfHours.at(-1);
  return first && last ? { fromDay: dayOfCell(zone, first), toDay: dayOfCell(zone, last) + 1 } : null;
}

/** Half hours from the first to the last midnight: 46, 48 or 50 a day. */
export const halfHoursOf = ({ fromDay, toDay }: Period, zone: Zone): number =>
  (startOfLocalDay(zone, toDay) - startOfLocalDay(zone, fromDay)) / halfHourSeconds;

/** Every calendar month that the period touches. */
export function monthsOfPeriod({ fromDay, toDay }: Period): string[] {
  const months: string[] = [];
  for (let day = fromDay; day < toDay; ) {
    const month = monthOfDay(day);
    months.push(month);
    day = (daysOfMonth(month).at(-1) ?? day) + 1;
  }
  return months;
}
