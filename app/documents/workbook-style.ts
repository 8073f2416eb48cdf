import ExcelJS, { type Cell, type Fill, type Row, type Workbook, type Worksheet } from "exceljs";
import { printableText } from "#app/documents/printed-values.ts";
import { stableArchive } from "#app/documents/stable-archive.ts";
import { fill } from "#app/documents/templates.ts";
import { guardCharacters, restoreCharacters } from "#app/documents/whole-characters.ts";
import { spreadsheetText } from "#app/domain/response/spreadsheet-text.ts";

export const ink = "FF1B2426";
export const petrol = "FF0F4C5C";
const mutedInk = "FF5A6466";
const paper = "FFF5F1E8";
const rule = "FFD8D2C4";
const answerYellow = "FFFFF8DC";

export const fontName = "Calibri";
/** What a cell of Excel holds at most, in UTF-16 units. */
const longestCell = 32_767;

const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });

/**
 * Text for a cell: never a formula, nothing that XML forbids, no longer than a cell holds. `_x0041_` means "A" in the
 * format itself, so a text that looks like such an escape has its underscore escaped.
 */
export const cellText = (text: string): string =>
  guardCharacters(
    spreadsheetText(printableText(text))
      .slice(0, longestCell)
      .toWellFormed()
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"),
  );

/** A sheet name that Excel accepts: at most 31 characters, none of its separators. */
export const sheetName = (text: string): string =>
  printableText(text)
    .replace(/[\\/?*[\]:'\n\t]/g, " ")
    .trim()
    .slice(0, 31);

/** A workbook whose properties state the given time instead of the moment of writing. */
export function newWorkbook(title: string, author: string, instant: string): Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.title = guardCharacters(printableText(title));
  workbook.creator = guardCharacters(printableText(author));
  workbook.lastModifiedBy = guardCharacters(printableText(author));
  workbook.created = new Date(instant);
  workbook.modified = new Date(instant);
  // The sums and counts that we write beforehand may be older than what the vendor fills in elsewhere.
  workbook.calcProperties.fullCalcOnLoad = true;
  return workbook;
}

export async function workbookBytes(workbook: Workbook): Promise<Buffer> {
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return stableArchive(bytes, (_, content) => restoreCharacters(content.toString("utf8")));
}

/** Prints well: A4 across, all columns on one page, the head repeated, title above and page x of y below. */
export function printable(
  sheet: Worksheet,
  words: { readonly header: string; readonly footer: string },
  values: { readonly title: string; readonly version: string },
  headRow: number | null,
): void {
  // `&` starts a command in a header of Excel; doubled it is itself.
  const literal = (text: string): string => printableText(text).replaceAll("&", "&&");
  sheet.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.35, footer: 0.35 },
    ...(headRow !== null && { printTitlesRow: `${headRow}:${headRow}` }),
  };
  const header = fill(words.header, { title: literal(values.title), version: literal(values.version) });
  sheet.headerFooter.oddHeader = guardCharacters(`&L&9${header}`.slice(0, 255).toWellFormed());
  sheet.headerFooter.oddFooter = `&R&9${fill(words.footer, { page: "&P", pages: "&N" })}`;
}

export function titleRow(row: Row, text: string, column: number): void {
  const cell = row.getCell(column);
  cell.value = cellText(text);
  cell.font = { name: fontName, size: 18, bold: true, color: { argb: petrol } };
  row.height = 28;
}

export function noteCell(cell: Cell, text: string): void {
  cell.value = cellText(text);
  cell.font = { name: fontName, size: 11, color: { argb: mutedInk } };
}

export function headCell(cell: Cell, text: string, align: "left" | "right" | "center" = "left"): void {
  cell.value = cellText(text);
  cell.font = { name: fontName, size: 10, bold: true, color: { argb: "FFFFFFFF" } };
  cell.fill = solid(petrol);
  cell.alignment = {
    vertical: "middle",
    horizontal: align,
    wrapText: true,
    indent: align === "center" ? 0 : 1,
  };
}

export function bandCell(cell: Cell, text: string): void {
  cell.value = text === "" ? null : cellText(text);
  cell.font = { name: fontName, size: 11, bold: true, color: { argb: petrol } };
  cell.fill = solid(paper);
  cell.alignment = { vertical: "middle", horizontal: "left", indent: 1 };
}

export function bodyCell(
  cell: Cell,
  value: string | number | null,
  align: "left" | "right" | "center" = "left",
): void {
  cell.value = typeof value === "string" ? cellText(value) : value;
  cell.font = { name: fontName, size: 10, color: { argb: ink } };
  cell.alignment = { vertical: "top", horizontal: align, wrapText: true, indent: align === "center" ? 0 : 1 };
  cell.border = { bottom: { style: "thin", color: { argb: rule } } };
}

/** The look that says "fill in here"; the only cells that protection leaves open. */
export function answerCell(cell: Cell): void {
  const edge = { style: "thin", color: { argb: petrol } } as const;
  cell.fill = solid(answerYellow);
  cell.border = { top: edge, bottom: edge, left: edge, right: edge };
  cell.protection = { locked: false };
}

/** Locked against mistakes, not against people: no password, and columns and rows may be resized and filtered. */
export async function lock(sheet: Worksheet): Promise<void> {
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
  });
}

/** Digits that a number of a spreadsheet keeps. */
const exactDigits = 15;

/**
 * A decimal string as a number that people may compute on, when a spreadsheet can hold it exactly; otherwise as it is,
 * so that nothing is rounded unseen. Only for typed values, never for what somebody wrote.
 */
export function exactNumber(decimal: string): number | string {
  const digits = decimal.replace(/^-|\./g, "").replace(/^0+/, "");
  return /^-?\d+(\.\d+)?$/.test(decimal) && digits.length <= exactDigits ? Number(decimal) : decimal;
}

/** A figure of `exactNumber`; null is an empty cell. */
export function figureCell(cell: Cell, decimal: string | null, format = "#,##0.00"): void {
  const value = decimal === null ? null : exactNumber(decimal);
  bodyCell(cell, value, "right");
  if (typeof value === "number") cell.numFmt = format;
}

/**
 * Lets a figure follow the cells that it is made of, as long as the spreadsheet holds it exactly; the result that we have
 * computed stands in it until then. `formula` is ours and names cells only.
 */
export function followCells(cell: Cell, formula: string): void {
  if (typeof cell.value === "number") cell.value = { formula, result: cell.value };
}

/** Points of a line of 10-point text, and of the room around it. */
const lineHeight = 13.2;
const roomHeight = 6;
/** Highest row that Excel takes, in points. */
const highestRow = 409;

/**
 * Makes a row high enough for its wrapped texts, since LibreOffice does not do it on opening. Column widths count
 * digits of 11-point text, of which running text of 10 points has a fifth more in the same room.
 */
export function fitHeight(
  row: Row,
  texts: readonly { readonly text: string; readonly width: number }[],
): void {
  const linesOf = (text: string, width: number): number =>
    text
      .split("\n")
      .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / ((width - 1) * 1.2))), 0);
  const lines = Math.max(1, ...texts.map(({ text, width }) => linesOf(text, width)));
  row.height = Math.min(highestRow, lines * lineHeight + roomHeight);
}
