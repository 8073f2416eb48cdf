import type { Fault } from "#app/domain/fault.ts";
import type { Disposition } from "#app/domain/measurement/cell.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { type Column, columns, neededColumns } from "#app/imports/call-records/columns.ts";
import { epochPattern, timeReading } from "#app/imports/call-records/time-pattern.ts";

/** Where a column of the call file is taken from: columns of the file, put together with a space, or a fixed text. */
export type ColumnSource = { readonly from: readonly string[] } | { readonly constant: string };

/**
 * How a table of an unknown layout is read as a call file. A column of a file without header is named by its place,
 * `#1`, `#2`, …
 */
export interface ColumnMapping {
  /** Whether the first record names the columns. */
  readonly header: boolean;
  readonly columns: Readonly<Partial<Record<Column, ColumnSource>>>;
  /** Pattern of every time, see `timeReading`; `epoch` for seconds since 1970. */
  readonly time: string;
  /** IANA zone of times without offset; null for the one that is declared beside the file. */
  readonly zone: string | null;
  /** Words of the file for outcomes, in lower case. The words of the call file need not be among them. */
  readonly dispositions: Readonly<Record<string, Disposition>>;
}

/** Columns that can be taken from a file; the others are never stored. */
export const mappableColumns = columns.filter((column) => column !== "agent" && column !== "type");

export const stampColumns: readonly Column[] = ["arrival_at", "queued_at", "answered_at", "ended_at"];

/** What a mapping lacks: `mapping_column_missing` for a needed column, `mapping_time_invalid` for its pattern, `zone_unknown`. */
export function incompleteMapping({ columns: sources, time, zone }: ColumnMapping): Fault[] {
  const faults: Fault[] = neededColumns
    .filter((column) => sources[column] === undefined)
    .map((column) => ({
      code: "mapping_column_missing",
      place: { field: `columns.${column}` },
      params: { column },
    }));
  if (time !== epochPattern && timeReading(time) === null) {
    faults.push({ code: "mapping_time_invalid", place: { field: "time" }, params: { pattern: time } });
  }
  if (zone !== null && loadZone(zone) === null) {
    faults.push({ code: "zone_unknown", place: { field: "zone" }, params: { zone } });
  }
  return faults;
}

/** How words of a file are compared. */
export const foldedWord = (word: string): string => word.trim().normalize("NFC").toLowerCase();

/** Columns of the file that a mapping reads. */
export const namesRead = ({ columns: sources }: ColumnMapping): string[] => [
  ...new Set(Object.values(sources).flatMap((each) => ("from" in each ? each.from : []))),
];
