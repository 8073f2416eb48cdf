import {
  columnKeys,
  type ManifestKey,
  manifestKeys,
  manifestMarker,
} from "#app/domain/response/workbook-form.ts";
import type { SheetCell, SheetRow } from "#app/imports/response-workbook/sheet-row.ts";

/** Where a sheet keeps what, found by the hidden keys, so that added or moved columns do no harm. */
export interface SheetColumns {
  readonly row: number;
  readonly answer: number;
  readonly comment: number | null;
}

export const cellAt = (row: SheetRow, column: number): SheetCell | undefined =>
  row.cells.find((cell) => cell.column === column);

/** The columns that a row of hidden keys names; null for any other row. */
export function columnsOf(row: SheetRow): SheetColumns | null {
  const columnOf = (key: string): number | null =>
    row.cells.find((cell) => cell.kind === "text" && cell.text === key)?.column ?? null;
  const found = { row: columnOf(columnKeys.row), answer: columnOf(columnKeys.answer) };
  if (found.row === null || found.answer === null) return null;
  return { row: found.row, answer: found.answer, comment: columnOf(columnKeys.comment) };
}

export type Manifest = Readonly<Record<ManifestKey, string>>;

/** What the hidden sheet says of tender and version, whatever the sheet is called now; null when there is none. */
export function manifestOf(rows: readonly SheetRow[]): Manifest | null {
  const first = rows.find((row) => row.cells.some((cell) => cell.text === manifestMarker));
  const keyColumn = first?.cells.find((cell) => cell.text === manifestMarker)?.column;
  if (first === undefined || keyColumn === undefined) return null;
  const values = new Map<string, string>();
  for (const row of rows) {
    if (row.sheet !== first.sheet) continue;
    const key = cellAt(row, keyColumn)?.text;
    if (key !== undefined) values.set(key, cellAt(row, keyColumn + 1)?.text ?? "");
  }
  const [tender, contentSha256, language, version, part] = manifestKeys.map((key) => values.get(key) ?? "");
  return {
    tender: tender ?? "",
    contentSha256: contentSha256 ?? "",
    language: language ?? "",
    version: version ?? "",
    part: part ?? "",
  };
}
