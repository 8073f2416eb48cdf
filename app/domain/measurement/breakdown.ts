import {
  type Cell,
  emptyTotals,
  halfHourSeconds,
  sumTotals,
  type Totals,
} from "#app/domain/measurement/cell.ts";
import {
  type KeyFigureId,
  type KeyFigureRule,
  keyFigure,
  keyFigureValue,
  printedValue,
} from "#app/domain/measurement/key-figures.ts";
import { type PrintedFigure, printFigure } from "#app/domain/measurement/measure.ts";
import { dayOfCell } from "#app/domain/measurement/months.ts";
import { compareRatios, distance } from "#app/domain/measurement/ratio.ts";
import { daysOfMonth, isoDate, localSlot, weekdayOf, type Zone } from "#app/domain/measurement/zone.ts";

/** By what a key figure can be broken down: within a month, over the months, and by queue. */
export const breakdowns = ["hour", "half_hour", "weekday", "day", "month", "queue"] as const;
export type Breakdown = (typeof breakdowns)[number];
/** Those that are of the half hours of one month. */
export type BreakdownOfMonth = Exclude<Breakdown, "month" | "queue">;

/** Calls of one hour, weekday, queue … ; hours as `14:00`, weekdays as 1 Monday – 7 Sunday, days and months as dates. */
export interface Part {
  readonly key: string;
  readonly totals: Readonly<Totals>;
  readonly halfHours: readonly Cell[];
}

export interface FigureOfPart extends PrintedFigure {
  readonly key: string;
  /** Of a share of calls: Wilson's interval in per cent, 95 %, for display. */
  readonly interval: { readonly low: string; readonly high: string } | null;
  /** Too few calls at this time of day to give a value. */
  readonly tooFew: boolean;
}

/** Every hour, weekday or day of a month, also those without a call. */
export function partsOfMonth(
  by: BreakdownOfMonth,
  month: string,
  halfHours: readonly Cell[],
  zone: Zone,
): Part[] {
  const keys = keysOf(by, month);
  const byKey = Map.groupBy(halfHours, (cell) => keyOf(by, cell, zone));
  return keys.map((key) => partOf(key, byKey.get(key) ?? []));
}

const partOf = (key: string, halfHours: readonly Cell[]): Part => ({
  key,
  totals: halfHours.length === 0 ? emptyTotals() : sumTotals(halfHours.map(({ totals }) => totals)),
  halfHours,
});

const clock = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;

function keysOf(by: BreakdownOfMonth, month: string): string[] {
  switch (by) {
    case "hour":
      return Array.from({ length: 24 }, (_, hour) => clock(2 * hour));
    case "half_hour":
      return Array.from({ length: 48 }, (_, slot) => clock(slot));
    case "weekday":
      return Array.from({ length: 7 }, (_, day) => String(day + 1));
    case "day":
      return daysOfMonth(month).map(isoDate);
  }
}

function keyOf(by: BreakdownOfMonth, cell: Cell, zone: Zone): string {
  const slot = (): number => localSlot(zone, cell.halfHour * halfHourSeconds);
  switch (by) {
    case "hour":
      return clock(slot() - (slot() % 2));
    case "half_hour":
      return clock(slot());
    case "weekday":
      return String(weekdayOf(dayOfCell(zone, cell)));
    case "day":
      return isoDate(dayOfCell(zone, cell));
  }
}

/** Below this a time of day has no value, only an interval (catalogue: service level by hour). */
const fewestOffered = 30;

/** One key figure of every part. */
export function breakDown(
  figure: KeyFigureId,
  by: Breakdown,
  parts: readonly Part[],
  rule: KeyFigureRule,
): FigureOfPart[] {
  return parts.map(({ key, totals, halfHours }) => {
    const exact = keyFigure(figure, totals, halfHours, rule);
    const printed = printFigure(exact);
    const share = exact.unit === "%" && exact.denominator > 0;
    const tooFew = share && (by === "hour" || by === "half_hour") && exact.denominator < fewestOffered;
    return {
      key,
      ...printed,
      value: tooFew ? null : printed.value,
      interval: share ? wilsonInterval(Number(exact.numerator), exact.denominator) : null,
      tooFew,
    };
  });
}

/** The standard normal distribution's 97.5 % point. */
const z = 1.959963984540054;

/** Wilson's score interval (Wilson 1927) in per cent with two decimals. Only for display, so in plain numbers. */
function wilsonInterval(successes: number, n: number): { low: string; high: string } {
  const share = successes / n;
  const perN = (z * z) / n;
  const spread = z * Math.sqrt((share * (1 - share)) / n + perN / (4 * n));
  const bound = (sign: number): string =>
    ((100 * (share + perN / 2 + sign * spread)) / (1 + perN)).toFixed(2);
  return { low: successes === 0 ? "0" : bound(-1), high: successes === n ? "100" : bound(1) };
}

/** Highest minus lowest of the values, in the unit of the values; null when fewer than two are known. */
export function spreadOf(
  figures: readonly Pick<PrintedFigure, "numerator" | "denominator">[],
): string | null {
  const values = figures.flatMap(({ numerator, denominator }) => {
    const value = keyFigureValue({ unit: "%", numerator: Number(numerator), denominator });
    return value === null ? [] : [value];
  });
  const [first] = values;
  if (first === undefined || values.length < 2) return null;
  const lowest = values.reduce((a, b) => (compareRatios(b, a) < 0 ? b : a), first);
  const highest = values.reduce((a, b) => (compareRatios(b, a) > 0 ? b : a), first);
  return printedValue(distance(highest, lowest));
}
