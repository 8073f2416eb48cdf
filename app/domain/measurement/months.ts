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
  return [...byMonth].map(([month, halfHours]) => ({
    month,
    queue,
    halfHours,
    totals: sumTotals(halfHours.map((cell) => cell.totals)),
  }));
}

/** The cells of each local month, in the order in which they come. */
export function groupByMonth(cells: readonly Cell[], zone: Zone): Map<string, Cell[]> {
  let day = Number.NaN;
  let month = "";
  return Map.groupBy(cells, (cell) => {
    const dayOfThis = dayOfCell(zone, cell);
    if (dayOfThis !== day) month = monthOfDay(dayOfThis);
    day = dayOfThis;
    return month;
  });
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
