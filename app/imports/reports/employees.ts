import { dayOfIsoDate, isoDate } from "#app/domain/measurement/zone.ts";
import type { Employees } from "#app/domain/reports/employees.ts";
import { smallestGroup } from "#app/domain/reports/survey.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import { dateIn, hasColumn, sumsFile } from "#app/imports/reports/report-cells.ts";
import { readStaffSums, sumColumns } from "#app/imports/reports/staff-sums.ts";

const fewSickDays = 5;
const daysOfYear = 366;

interface Employee {
  readonly start: number;
  /** Last day; null while employed. */
  readonly end: number | null;
  readonly sickDays: number | null;
}

/** A staff list with one row per person. Only counts and sums leave this file, and none of fewer than five people. */
export const employees: RecordKind<Employees> = {
  columns: [
    { name: "as_of", aliases: ["per", "avser"] },
    { name: "start_date", aliases: ["startdatum", "anställd från"] },
    { name: "end_date", aliases: ["slutdatum", "anställd till"] },
    { name: "sick_days", aliases: ["sjukdagar"] },
    ...sumColumns.map((name) => ({ name })),
  ],
  tells: (columns) =>
    (columns.has("as_of") && columns.has("start_date")) || sumColumns.every((column) => columns.has(column)),
  template: `per;startdatum;slutdatum;sjukdagar
2025-03-31;2019-08-01;;2
2025-03-31;2023-01-09;2024-11-30;7
`,
  people: {
    column: "start_date",
    sums: ({ fromDate, toDate, turnover, tenure, health }) =>
      sumsFile(sumColumns, [
        [
          fromDate,
          toDate,
          ...[turnover?.leavers, turnover?.headcountAtStart, turnover?.headcountAtEnd],
          ...[tenure?.people, tenure?.days, tenure?.medianDays, health?.people, health?.healthy],
        ].map((cell) => cell ?? null),
      ]),
  },
  read(cells) {
    const [row] = cells.rows;
    if (row !== undefined && hasColumn(cells, "leavers")) return readStaffSums(cells, row);
    const toDay = readAsOf(cells);
    const people = cells.rows.flatMap((row) => readEmployee(cells, row) ?? []);
    const fromDay = yearBefore(toDay) + 1;
    return { fromDate: isoDate(fromDay), toDate: isoDate(toDay), ...sumsOf(cells, people, fromDay, toDay) };
  },
};

function readAsOf(cells: Cells): number {
  let asOf: string | null = null;
  for (const row of cells.rows) {
    const date = dateIn(cells, row, "as_of");
    if (cells.text(row, "as_of") === null) cells.fault("value_missing", row, "as_of");
    if (date !== null && asOf !== null && date !== asOf)
      cells.fault("as_of_differs", row, "as_of", { value: date, expected: asOf });
    asOf ??= date;
  }
  return dayOfIsoDate(asOf ?? "") ?? 0;
}

function readEmployee(cells: Cells, row: Row): Employee | null {
  const start = dateIn(cells, row, "start_date");
  if (cells.text(row, "start_date") === null) cells.fault("value_missing", row, "start_date");
  const end = dateIn(cells, row, "end_date");
  const sickDays = cells.count(row, "sick_days", daysOfYear);
  if (start !== null && end !== null && end < start)
    cells.fault("end_before_start", row, "end_date", { value: end });
  const startDay = dayOfIsoDate(start ?? "");
  return startDay === null ? null : { start: startDay, end: dayOfIsoDate(end ?? ""), sickDays };
}

function sumsOf(cells: Cells, people: readonly Employee[], fromDay: number, toDay: number) {
  const employedOn = (day: number) => people.filter(({ start, end }) => start <= day && (end ?? day) >= day);
  const atStart = employedOn(fromDay - 1);
  const atEnd = employedOn(toDay);
  const leavers = people.filter(({ end }) => end !== null && end >= fromDay && end < toDay).length;
  const tenures = atEnd.map(({ start }) => toDay - start + 1).sort((a, b) => a - b);
  const wholeYear = atEnd.filter(({ start, sickDays }) => start < fromDay && sickDays !== null);
  const enough = (base: readonly unknown[]): boolean => {
    const [row] = cells.rows;
    if (base.length > 0 && base.length < smallestGroup && row !== undefined)
      cells.warn("small_group", row, null);
    return base.length >= smallestGroup;
  };
  return {
    turnover:
      atStart.length + atEnd.length < 2 * smallestGroup
        ? null
        : { leavers, headcountAtStart: atStart.length, headcountAtEnd: atEnd.length },
    tenure: enough(tenures)
      ? {
          people: tenures.length,
          days: tenures.reduce((sum, days) => sum + days, 0),
          medianDays: medianOf(tenures),
        }
      : null,
    health: enough(wholeYear)
      ? {
          people: wholeYear.length,
          healthy: wholeYear.filter(({ sickDays }) => (sickDays ?? 0) <= fewSickDays).length,
        }
      : null,
  };
}

/** Of sorted whole numbers: a decimal string, `.5` at most. */
function medianOf(sorted: readonly number[]): string {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? 0) : upper;
  return String((lower + upper) / 2);
}

/** The same date a year before; of 29 February the 28th. */
function yearBefore(day: number): number {
  const [year = "", month = "", date = ""] = isoDate(day).split("-");
  const before = `${Number(year) - 1}-${month}-`;
  return dayOfIsoDate(before + date) ?? dayOfIsoDate(`${before}28`) ?? day;
}
