import type { Interval } from "#app/domain/measurement/interval/interval.ts";
import { allQueues, compareCodePoints } from "#app/domain/measurement/months.ts";
import { localDay, monthOfDay, type Zone } from "#app/domain/measurement/zone.ts";

export interface IntervalMonth {
  readonly month: string;
  readonly intervals: readonly Interval[];
}

/** The intervals of a queue (or of all) by local month, in order. */
export function monthsOfIntervals(
  intervals: readonly Interval[],
  queue: string,
  zone: Zone,
): IntervalMonth[] {
  const chosen = queue === allQueues ? intervals : intervals.filter((interval) => interval.queue === queue);
  const byMonth = Map.groupBy(chosen, ({ start }) => monthOfDay(localDay(zone, start)));
  return [...byMonth]
    .map(([month, intervals]) => ({ month, intervals }))
    .sort((a, b) => compareCodePoints(a.month, b.month));
}
