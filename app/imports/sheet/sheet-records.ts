import { resolve } from "node:path";
import { type Result, success } from "#app/domain/fault.ts";
import { checkArchive } from "#app/imports/office-archive/check-archive.ts";
import type { TableRecord } from "#app/imports/records/table-file.ts";
import { rowsFromChild } from "#app/imports/response-workbook/run-child.ts";
import type { SheetCell, SheetRow } from "#app/imports/response-workbook/sheet-row.ts";

/**
 * The rows of each sheet of an Excel file as the records of a table; `line` is the row. The file is looked through
 * first and then parsed in a process of its own: it may be made to harm. `root` is the project folder.
 */
export async function sheetRecords(
  path: string,
  root: string,
): Promise<Result<readonly (readonly TableRecord[])[]>> {
  const faults = await checkArchive(path, "xlsx");
  if (faults.length > 0) return { ok: false, faults };
  const rows = await rowsFromChild(resolve(path), root);
  if (!rows.ok) return rows;
  return success([...Map.groupBy(rows.value, ({ sheet }) => sheet).values()].map(recordsOf));
}

/** All as wide as the widest: a sheet has no ends of rows. */
function recordsOf(rows: readonly SheetRow[]): TableRecord[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
  return rows.map(({ row, cells }) => {
    const texts = new Array<string>(width).fill("");
    for (const cell of cells) texts[cell.column - 1] = textOf(cell).trim();
    return { line: row, cells: texts, fault: null };
  });
}

/**
 * What a cell says, as text. A formula keeps its sign: its stored result may be stale or made up, so that it is taken
 * for no value. A sheet's time of day is a time of its first day, at the end of 1899.
 */
export function textOf({ kind, text }: SheetCell): string {
  if (kind === "formula") return `=${text}`;
  if (kind !== "date") return text;
  const [date = "", time = ""] = new Date(Number(text))
    .toISOString()
    .replace(/(\.000)?Z$/, "")
    .split("T");
  return date < "1900-01-02" ? time : `${date} ${time}`;
}
