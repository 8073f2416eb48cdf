import { dayOfIsoDate } from "#app/domain/measurement/zone.ts";

/** A time as a report writes it, in seconds since 1970: an instant, or local time read as if it were UTC. */
export interface ReportTime {
  readonly seconds: number;
  readonly isLocal: boolean;
}

export type DateOrder = "year_first" | "month_first";

const dateForms: readonly (readonly [RegExp, "ymd" | "dmy" | "mdy"])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, "ymd"],
  [/^(\d{4})(\d{2})(\d{2})$/, "ymd"],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, "dmy"],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/, "mdy"],
];

const clockTime = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,6})?)?(?: ?([ap])\.?m\.?)?$/i;
const offsetAtEnd = /(Z|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * Reads a date and a time of day in one text, such as `2025-03-31 08:00`, `20250331 08.00`, `31.3.2025 08:00`, and
 * (month first only) `3/31/25 8:00 AM`; null for anything else. Years 1990–2099.
 */
export function readReportTime(text: string, order: DateOrder): ReportTime | null {
  const match = /^(\S+?)(?:T|\s+)(\d.*)$/.exec(text);
  if (match === null) return null;
  const [, date = "", rest = ""] = match;
  const offset = offsetAtEnd.exec(rest)?.[1] ?? "";
  const time = secondsOfDay(rest.slice(0, rest.length - offset.length));
  const day = readDay(date, order);
  if (day === null || time === null) return null;
  return { seconds: day * 86_400 + time - offsetSeconds(offset), isLocal: offset === "" };
}

/** Days since 1970-01-01 of a date, or null. */
export function readDay(text: string, order: DateOrder): number | null {
  for (const [form, parts] of dateForms) {
    const match = form.exec(text);
    if (match === null || (parts === "mdy" && order !== "month_first")) continue;
    const [a = "", b = "", c = ""] = match.slice(1);
    const [year, month, day] = parts === "ymd" ? [a, b, c] : parts === "dmy" ? [c, b, a] : [c, a, b];
    const fullYear = year.length === 2 ? `20${year}` : year;
    if (Number(fullYear) < 1990 || Number(fullYear) > 2099) return null;
    return dayOfIsoDate(`${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  }
  return null;
}

/** Seconds since midnight of `8:00`, `08.00`, `8:00 AM`; `24:00` is the end of the day; null for anything else. */
export function secondsOfDay(text: string): number | null {
  const match = clockTime.exec(text.trim());
  if (match === null) return null;
  const [, hourText = "", minuteText = "", secondText = "0", half] = match;
  const hour = half === undefined ? Number(hourText) : hourOfHalfDay(Number(hourText), half);
  if (hour === null || Number(minuteText) > 59 || Number(secondText) > 59) return null;
  const seconds = hour * 3600 + Number(minuteText) * 60 + Number(secondText);
  return seconds <= 86_400 ? seconds : null;
}

function hourOfHalfDay(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

function offsetSeconds(text: string): number {
  if (text === "" || text === "Z") return 0;
  const digits = text.slice(1).replace(":", "").padEnd(4, "0");
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return text.startsWith("-") ? -seconds : seconds;
}
