import { type Interval, microsPerSecond } from "#app/domain/availability/interval.ts";
import {
  daysOfMonth,
  localDay,
  monthOfDay,
  startOfLocalDay,
  type Zone,
} from "#app/domain/measurement/zone.ts";

/** A local calendar month `2026-10` as instants: in Sweden 745 hours long that month, 743 in March. */
export function monthBounds(month: string, zone: Zone): Interval {
  const days = daysOfMonth(month);
  const [first = 0, last = first] = [days[0], days.at(-1)];
  return {
    from: startOfLocalDay(zone, first) * microsPerSecond,
    to: startOfLocalDay(zone, last + 1) * microsPerSecond,
  };
}

/** The local calendar months that an interval has time in. */
export function monthsTouched({ from, to }: Interval, zone: Zone): string[] {
  if (from >= to) return [];
  const dayOf = (instant: number) => localDay(zone, Math.floor(instant / microsPerSecond));
  const last = monthOfDay(dayOf(to - 1));
  const months = [monthOfDay(dayOf(from))];
  for (let month = months[0] ?? last; month < last; ) {
    month = monthOfDay((daysOfMonth(month).at(-1) ?? 0) + 1);
    months.push(month);
  }
  return months;
}
