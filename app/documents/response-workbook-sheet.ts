import type { Cell, Worksheet } from "exceljs";
import { fontName, petrol } from "#app/documents/workbook-style.ts";

/** What the instructions count: the cells of one part that say whether a row is done. */
export interface ProgressPart {
  readonly name: string;
  /** Range of status cells with the sheet's name, for example `'Skall-krav'!$I$5:$I$40`. */
  readonly statusRange: string;
  readonly answered: number;
  readonly total: number;
}

/** What a status cell says when its row is answered. */
export const doneMark = "✓";
const openMark = "–";

/** Writes the hidden first row that names the columns for the reader, and hides the column of row ids. */
export function hideKeys(sheet: Worksheet, keys: Readonly<Record<number, string>>): void {
  for (const [column, key] of Object.entries(keys)) sheet.getCell(1, Number(column)).value = key;
  sheet.getRow(1).hidden = true;
  sheet.getColumn(1).hidden = true;
}

/** Own check of a row: our formula over its answer cells, with the result that it has now. */
export function statusCell(cell: Cell, answers: string, done: boolean): void {
  cell.value = {
    formula: `IF(COUNTA(${answers})>0,"${doneMark}","${openMark}")`,
    result: done ? doneMark : openMark,
  };
  cell.font = { name: fontName, size: 12, bold: true, color: { argb: petrol } };
  cell.alignment = { vertical: "top", horizontal: "center" };
}

/** A column range with the sheet's name, as a formula of another sheet writes it. */
export const columnRange = (sheet: Worksheet, letter: string, from: number, to: number): string =>
  `'${sheet.name}'!$${letter}$${from}:$${letter}$${to}`;
