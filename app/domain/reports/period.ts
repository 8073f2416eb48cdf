/** A year, quarter, month or ISO week, as a report names it: `2025`, `2025-Q1`, `2025-03`, `2025-W10`. */
export const periodPattern = /^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]|W(0[1-9]|[1-4]\d|5[0-3])))?$/;

/** Windows of requirements that a named period can be counted into. */
const windows = ["calendar_week", "calendar_month", "calendar_quarter", "calendar_year"] as const;
type PeriodWindow = (typeof windows)[number];

const formOf: Readonly<Record<PeriodWindow, RegExp>> = {
  calendar_week: /W/,
  calendar_month: /^\d{4}-\d\d$/,
  calendar_quarter: /Q/,
  calendar_year: /^\d{4}$/,
};

/**
 * The window of the given length in which a period lies: `2025-03` lies in `2025-Q1` and in `2025`; null for one that
 * does not lie in a single such window, such as a year in a month.
 */
export function windowContaining(period: string, window: string): string | null {
  const asked = windows.find((each) => each === window);
  if (asked === undefined) return null;
  if (formOf[asked].test(period)) return period;
  const year = period.slice(0, 4);
  const month = formOf.calendar_month.test(period) ? Number(period.slice(5)) : null;
  if (asked === "calendar_quarter" && month !== null) return `${year}-Q${Math.ceil(month / 3)}`;
  const dividesYear = month !== null || formOf.calendar_quarter.test(period);
  return asked === "calendar_year" && dividesYear ? year : null;
}
