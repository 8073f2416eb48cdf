import {
  type Cell,
  emptyTotals,
  halfHourSeconds,
  offeredOf,
  sumTotals,
  type Totals,
} from "#app/domain/measurement/cell.ts";
import { dayOfCell, type Month } from "#app/domain/measurement/months.ts";
import { monthsOfPeriod, type Period } from "#app/domain/measurement/period.ts";
import type { Share } from "#app/domain/measurement/service-level.ts";
import {
  daysOfMonth,
  isoDate,
  isoLocal,
  localSlot,
  weekdayOf,
  type Zone,
} from "#app/domain/measurement/zone.ts";

/** Stretches of local time by which call records can be judged, in the words of the catalogue. */
export const callWindows = [
  "calendar_month",
  "calendar_quarter",
  "calendar_year",
  "calendar_week",
  "calendar_day",
  "calendar_month_by_hour",
  "busy_hour",
  "hour",
  "half_hour",
] as const;
export type CallWindow = (typeof callWindows)[number];

export interface WindowOfCalls {
  /** `2025-03`, `2025-Q1`, `2025`, `2025-W13`, `2025-03-30`; with an hour of the day `2025-03 14`, or as local time with offset. */
  readonly window: string;
  readonly totals: Readonly<Totals>;
  readonly halfHours: readonly Cell[];
  /** Open days with a record, of the open days of the whole window. */
  readonly coverage: Share;
}

interface WindowRule {
  readonly window: CallWindow;
  /** 1 Monday – 7 Sunday. */
  readonly openDays: readonly number[];
  /** Hours of the day with fewer calls in the month have no value and are left out. */
  readonly minimumOffered: number;
}

/**
 * The windows that a period touches, in order. Months, weeks and days are there without records too; hours are those that
 * have records.
 */
export function windowsOfCalls(
  { window, openDays, minimumOffered }: WindowRule,
  months: readonly Month[],
  period: Period,
  zone: Zone,
): WindowOfCalls[] {
  const isOpen = (day: number): boolean => openDays.includes(weekdayOf(day));
  switch (window) {
    case "calendar_month":
    case "calendar_quarter":
    case "calendar_year":
      return ofMonths(months, period, isOpen, spanNames[window]);
    case "calendar_week":
      return ofDays(months, period, isOpen, zone, weekOfDay, (day) => day - weekdayOf(day) + 1, 7);
    case "calendar_day":
      return ofDays(months, period, isOpen, zone, isoDate, (day) => day, 1);
    case "calendar_month_by_hour":
      return hoursOfDay(months, zone).filter(({ totals }) => offeredOf(totals) >= minimumOffered);
    case "busy_hour":
      return months.flatMap((month) => busiest(hours(month.halfHours, zone)));
    case "hour":
      return months.flatMap(({ halfHours }) => hours(halfHours, zone));
    case "half_hour":
      return months.flatMap(({ halfHours }) =>
        halfHours.map((cell) => windowOf(isoStart(zone, cell), [cell])),
      );
  }
}

const spanNames = {
  calendar_month: (month: string) => month,
  calendar_quarter: (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`,
  calendar_year: (month: string) => month.slice(0, 4),
} as const;

/** Months and spans of whole months: the sums of months are at hand. */
function ofMonths(
  months: readonly Month[],
  period: Period,
  isOpen: (day: number) => boolean,
  nameOf: (month: string) => string,
): WindowOfCalls[] {
  const known = new Map(months.map((month) => [month.month, month]));
  const spans = new Set(monthsOfPeriod(period).map(nameOf));
  return [...spans].map((window) => {
    const names = monthsOfYear(window.slice(0, 4)).filter((month) => nameOf(month) === window);
    const own = names.flatMap((month) => known.get(month) ?? []);
    const days = names.flatMap(daysOfMonth).filter(isOpen);
    return {
      window,
      totals: own.length === 0 ? emptyTotals() : sumTotals(own.map(({ totals }) => totals)),
      halfHours: own.flatMap(({ halfHours }) => halfHours),
      coverage: {
        numerator: days.filter((day) => own.some((month) => month.days.has(day))).length,
        denominator: days.length,
      },
    };
  });
}

const monthsOfYear = (year: string): string[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`);

/** Spans of `length` days, of which only the open ones count. */
function ofDays(
  months: readonly Month[],
  period: Period,
  isOpen: (day: number) => boolean,
  zone: Zone,
  nameOf: (day: number) => string,
  firstOf: (day: number) => number,
  length: number,
): WindowOfCalls[] {
  const cells = Map.groupBy(
    months.flatMap(({ halfHours }) => halfHours),
    (cell) => firstOf(dayOfCell(zone, cell)),
  );
  const known = new Set(months.flatMap(({ days }) => [...days]));
  const windows: WindowOfCalls[] = [];
  for (let first = firstOf(period.fromDay); first < period.toDay; first += length) {
    const days = Array.from({ length }, (_, i) => first + i).filter(isOpen);
    if (days.length === 0) continue;
    const coverage = { numerator: days.filter((day) => known.has(day)).length, denominator: days.length };
    windows.push({ ...windowOf(nameOf(first), cells.get(first) ?? []), coverage });
  }
  return windows;
}

/** `2025-W13` of the week's Monday: a week belongs to the year of its Thursday (ISO 8601). */
function weekOfDay(monday: number): string {
  const year = isoDate(monday + 3).slice(0, 4);
  const firstThursday = Date.UTC(Number(year), 0, 4) / 86_400_000;
  const firstMonday = firstThursday - weekdayOf(firstThursday) + 1;
  return `${year}-W${String((monday - firstMonday) / 7 + 1).padStart(2, "0")}`;
}

/** Each clock hour of the day over a month: `2025-03 14`. */
function hoursOfDay(months: readonly Month[], zone: Zone): WindowOfCalls[] {
  return months.flatMap(({ month, halfHours }) =>
    [...Map.groupBy(halfHours, (cell) => Math.floor(slotOf(zone, cell) / 2))]
      .sort(([a], [b]) => a - b)
      .map(([hour, cells]) => windowOf(`${month} ${String(hour).padStart(2, "0")}`, cells)),
  );
}

/** Each hour with records; the two hours of an autumn night are two. */
const hours = (halfHours: readonly Cell[], zone: Zone): WindowOfCalls[] =>
  [...Map.groupBy(halfHours, (cell) => cell.halfHour - (slotOf(zone, cell) % 2))].map(([first, cells]) =>
    windowOf(isoLocal(zone, first * halfHourSeconds), cells),
  );

/** The hour with most attempts, the earliest of equals. */
function busiest(windows: readonly WindowOfCalls[]): WindowOfCalls[] {
  const attempts = ({ totals }: WindowOfCalls): number => offeredOf(totals) + totals.blocked;
  const [first] = windows;
  return first === undefined ? [] : [windows.reduce((a, b) => (attempts(b) > attempts(a) ? b : a), first)];
}

const whole: Share = { numerator: 1, denominator: 1 };

const windowOf = (window: string, halfHours: readonly Cell[]): WindowOfCalls => ({
  window,
  totals: halfHours.length === 0 ? emptyTotals() : sumTotals(halfHours.map(({ totals }) => totals)),
  halfHours,
  coverage: whole,
});

const slotOf = (zone: Zone, cell: Cell): number => localSlot(zone, cell.halfHour * halfHourSeconds);
const isoStart = (zone: Zone, cell: Cell): string => isoLocal(zone, cell.halfHour * halfHourSeconds);
