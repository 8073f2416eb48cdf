import {
  type Cell,
  halfHourSeconds,
  mergeByHalfHour,
  sumTotals,
  type Totals,
} from "#app/domain/measurement/cell.ts";
import { localDay, monthOfDay, type Zone } from "#app/domain/measurement/zone.ts";

/** All queues together. */
export const allQueues = "*";

/** The calls of a queue (or of all) that arrived in one local calendar month. */
export interface Month {
  readonly month: string;
  readonly queue: string;
  /** Local days with records, as days since 1970-01-01. */
  readonly days: ReadonlySet<number>;
  /** One cell per half hour with records, in order. */
  readonly halfHours: readonly Cell[];
  readonly totals: Readonly<Totals>;
}

/** Local day of a cell, as days since 1970-01-01. */
export const dayOfCell = (zone: Zone, cell: Cell): number => localDay(zone, cell.halfHour * halfHourSeconds);

/** As `monthsOfQueue`, but each queue is put together once. */
export function monthsByQueue(cells: readonly Cell[], zone: Zone): (queue: string) => readonly Month[] {
  const known = new Map<string, readonly Month[]>();
  return (queue) => {
    const months = known.get(queue) ?? monthsOfQueue(cells, queue, zone);
    known.set(queue, months);
    return months;
  };
}

/** The months with records of `queue`, in order. */
export function monthsOfQueue(cells: readonly Cell[], queue: string, zone: Zone): Month[] {
  const chosen = queue === allQueues ? cells : cells.filter((cell) => cell.queue === queue);
  const byMonth = groupByMonth(mergeByHalfHour(chosen, queue), zone);
  return [...byMonth].map(([month, { days, cells: halfHours }]) => ({
    month,
    queue,
    days,
    halfHours,
    totals: sumTotals(halfHours.map((cell) => cell.totals)),
  }));
}

/**
 * As `monthsOfQueue`, from what is stored of one queue: its half hours, and the sums of its months, so that nothing has to
 * be added up. Throws when a month has half hours but no sum.
 */
export function monthsFromSums(
  queue: string,
  cells: readonly Cell[],
  sums: ReadonlyMap<string, Readonly<Totals>>,
  zone: Zone,
): Month[] {
  return [...groupByMonth(cells, zone)].map(([month, { days, cells: halfHours }]) => {
    const totals = sums.get(month);
    if (totals === undefined) throw new RangeError(`no stored sum of ${month}`);
    return { month, queue, days, halfHours, totals };
  });
}

interface MonthCells {
  readonly days: Set<number>;
  readonly cells: Cell[];
}

/** The cells of each local month, in the order in which they come. */
export function groupByMonth(cells: readonly Cell[], zone: Zone): Map<string, MonthCells> {
  const months = new Map<string, MonthCells>();
  let day = Number.NaN;
  let known: MonthCells = { days: new Set(), cells: [] };
  for (const cell of cells) {
    const dayOfThis = dayOfCell(zone, cell);
    if (dayOfThis !== day) {
      const month = monthOfDay(dayOfThis);
      known = months.get(month) ?? { days: new Set(), cells: [] };
      months.set(month, known);
      known.days.add(dayOfThis);
      day = dayOfThis;
    }
    known.cells.push(cell);
  }
  return months;
}

/** The names of the queues, by code point. */
export function queuesOf(cells: readonly Cell[]): string[] {
  return [...new Set(cells.map((cell) => cell.queue))].sort(compareCodePoints);
}

export function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
