import { formatClockTime, formatDay, formatMonth } from "#app/components/format.ts";
import type { Translate } from "#app/i18n/translate.ts";

/** The window of a verdict, or the whole period, as one says it. */
export function windowWords(t: Translate, window: string): string {
  if (window === "period") return t("measurement.wholePeriod");
  const [, year = "", rest = ""] = /^(\d{4})-?(.*)$/.exec(window) ?? [];
  if (rest === "") return year;
  if (rest.startsWith("Q")) return t("measurement.quarter", { quarter: rest.slice(1), year });
  if (rest.startsWith("W")) return t("measurement.week", { week: Number(rest.slice(1)), year });
  const [day = "", time] = window.split("T");
  if (time !== undefined)
    return `${formatDay(day, t.language)} ${formatClockTime(time.slice(0, 5), t.language)}`;
  const [month = "", hour] = day.split(" ");
  if (hour !== undefined) return `${formatMonth(month, t.language)}, ${hourWords(hour)}`;
  return /^\d{4}-\d{2}$/.test(day) ? formatMonth(day, t.language) : formatDay(day, t.language);
}

/** "14" or "14:00" as "14:00–15:00". */
export function hourWords(hour: string): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const from = Number(hour.slice(0, 2));
  return `${two(from)}:00–${two((from + 1) % 24)}:00`;
}
