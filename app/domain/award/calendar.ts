import { Temporal } from "temporal-polyfill";
import type { Text } from "#app/domain/language.ts";

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

/** Month and day, such as `12-24`. */
export type MonthDay = string;

/** When a free day falls: on a date, so many days after Easter Sunday, or on the first such weekday from a date on. */
export type FreeDayRule =
  | { readonly type: "date"; readonly on: MonthDay }
  | { readonly type: "easter"; readonly days: number }
  | { readonly type: "weekday"; readonly first: Weekday; readonly from: MonthDay };

export interface FreeDay {
  readonly name: Text;
  readonly when: FreeDayRule;
}

/** What makes a day unfit to be the last day of a term. */
export interface Calendar {
  readonly weekend: readonly Weekday[];
  readonly freeDays: readonly FreeDay[];
}

/** Why nothing ends on this day (`2026-06-19`): a free day's name or the weekend; null for a working day. */
export function freeOn(date: string, { weekend, freeDays }: Calendar): Text | "weekend" | null {
  const day = Temporal.PlainDate.from(date);
  const free = freeDays.find(({ when }) => dayOf(when, day.year).equals(day));
  if (free !== undefined) return free.name;
  return weekend.some((weekday) => weekday === weekdays[day.dayOfWeek - 1]) ? "weekend" : null;
}

function dayOf(when: FreeDayRule, year: number): Temporal.PlainDate {
  switch (when.type) {
    case "date":
      return dateIn(year, when.on);
    case "easter":
      return easterSunday(year).add({ days: when.days });
    case "weekday": {
      const from = dateIn(year, when.from);
      const wanted = weekdays.indexOf(when.first) + 1;
      return from.add({ days: (wanted - from.dayOfWeek + 7) % 7 });
    }
  }
}

const dateIn = (year: number, on: MonthDay): Temporal.PlainDate =>
  Temporal.PlainDate.from(`${String(year).padStart(4, "0")}-${on}`);

/** Western Easter by the anonymous Gregorian computus (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): Temporal.PlainDate {
  const whole = (n: number, d: number) => Math.floor(n / d);
  const century = whole(year, 100);
  const inCentury = year % 100;
  const golden = year % 19;
  const moon =
    (19 * golden + century - whole(century, 4) - whole(century - whole(century + 8, 25) + 1, 3) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * whole(inCentury, 4) - moon - (inCentury % 4)) % 7;
  const late = whole(golden + 11 * moon + 22 * sunday, 451);
  const days = moon + sunday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: whole(days, 31), day: (days % 31) + 1 });
}
