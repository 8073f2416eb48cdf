import type { Employees } from "#app/domain/reports/employees.ts";
import { smallestGroup } from "#app/domain/reports/survey.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import { dateIn } from "#app/imports/reports/report-cells.ts";

const mostPeople = 100_000;
const mostDays = 999_999_999;

/** Columns of a staff list that has been summed up. */
export const sumColumns = [
  "from_date",
  "to_date",
  "leavers",
  "headcount_at_start",
  "headcount_at_end",
  "tenure_people",
  "tenure_days",
  "tenure_median_days",
  "health_people",
  "healthy",
] as const;
type SumColumn = (typeof sumColumns)[number];

/** A staff list as one row of sums; a base that is not told is blank, and one of fewer than five people is not kept. */
export function readStaffSums(cells: Cells, row: Row): Employees {
  const [, second] = cells.rows;
  if (second !== undefined) cells.fault("row_duplicate", second, null);
  const count = (column: SumColumn, most = mostPeople): number | null => cells.count(row, column, most);
  const health = { people: count("health_people"), healthy: count("healthy") };
  if (health.people !== null && health.healthy !== null && health.healthy > health.people)
    cells.fault("count_contradiction", row, "healthy", { value: health.healthy, most: health.people });
  const turnover = {
    leavers: count("leavers"),
    headcountAtStart: count("headcount_at_start"),
    headcountAtEnd: count("headcount_at_end"),
  };
  const tenure = {
    people: count("tenure_people"),
    days: count("tenure_days", mostDays),
    medianDays: medianIn(cells, row),
  };
  return {
    fromDate: neededDate(cells, row, "from_date"),
    toDate: neededDate(cells, row, "to_date"),
    turnover: isTold(turnover) ? turnover : null,
    tenure: isTold(tenure) && tenure.people >= smallestGroup ? tenure : null,
    health: isTold(health) && health.people >= smallestGroup ? health : null,
  };
}

type Told<T> = { readonly [K in keyof T]: NonNullable<T[K]> };

const isTold = <T extends object>(base: T): base is T & Told<T> =>
  Object.values(base).every((part) => part !== null);

function neededDate(cells: Cells, row: Row, column: SumColumn): string {
  if (cells.text(row, column) === null) cells.fault("value_missing", row, column);
  return dateIn(cells, row, column) ?? "";
}

/** Of whole days: whole or a half. */
function medianIn(cells: Cells, row: Row): string | null {
  const median = cells.decimal(row, "tenure_median_days", mostDays);
  if (median === null || /^\d+(\.5)?$/.test(median)) return median;
  cells.fault("cell_number", row, "tenure_median_days", { value: median, max: mostDays });
  return null;
}
