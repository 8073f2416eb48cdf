import { Temporal } from "temporal-polyfill";

/**
 * The calendar months of a contract that have begun, oldest first, with those that there is data of besides: records
 * may come before the contract's first day, from a trial.
 */
export function contractMonths(
  { startsOn, endsOn, today }: { readonly startsOn: string; readonly endsOn: string; readonly today: string },
  withData: readonly string[],
): string[] {
  const months = new Set(withData);
  const last = endsOn < today ? endsOn : today;
  let month = Temporal.PlainYearMonth.from(startsOn.slice(0, 7));
  while (month.toString() <= last.slice(0, 7)) {
    months.add(month.toString());
    month = month.add({ months: 1 });
  }
  return [...months].sort();
}
