import { dayOfIsoDate, isoDate } from "#app/domain/measurement/zone.ts";
import { periodPattern } from "#app/domain/reports/period.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";

/** A year, quarter, month or week; a date counts as its month. Null with a fault where there is none. */
export function neededPeriod(cells: Cells, row: Row, column: string): string | null {
  const text = cells.neededText(row, column);
  if (text === null) return null;
  const date = text.slice(0, 10);
  if (dayOfIsoDate(date) !== null && /^(?:[T ]00:00(?::00)?)?$/.test(text.slice(10))) return date.slice(0, 7);
  const period = text.toUpperCase();
  if (periodPattern.test(period)) return period;
  cells.fault("cell_period", row, column, { value: text });
  return null;
}

/** A date such as 2025-03-31 (a sheet adds midnight); null where the cell is empty or has a fault. */
export function dateIn(cells: Cells, row: Row, column: string): string | null {
  const text = cells.text(row, column);
  if (text === null) return null;
  const date = text.replace(/[T ]00:00(?::00)?$/, "");
  const day = dayOfIsoDate(date);
  if (day !== null) return isoDate(day);
  cells.fault("cell_date", row, column, { value: text });
  return null;
}

export function neededCount(cells: Cells, row: Row, column: string, most: number): number | null {
  if (cells.neededText(row, column) === null) return null;
  return cells.count(row, column, most);
}

export function neededDecimal(cells: Cells, row: Row, column: string, most: number): string | null {
  if (cells.neededText(row, column) === null) return null;
  return cells.decimal(row, column, most);
}

/** Whether the file has the column at all. */
export const hasColumn = ({ rows }: Cells, column: string): boolean => rows[0]?.values.has(column) ?? false;

/** Rows by what they have in common, in the order of their keys. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => readonly string[]): (readonly T[])[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(keyOf(row)));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, of]) => of);
}

/** A file of sums, as it could have been handed in. */
export const sumsFile = (
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string =>
  [head, ...rows].map((row) => `${row.map((cell) => quoted(String(cell ?? ""))).join(";")}\n`).join("");

const quoted = (cell: string): string => (/[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const mostCalls = 1_000_000;
