import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import type { CsvCell } from "#app/documents/csv.ts";
import { fixTimes } from "#app/documents/stable-archive.ts";
import { guardCharacters } from "#app/documents/whole-characters.ts";
import { cellText, exactNumber, headCell, sheetName } from "#app/documents/workbook-style.ts";

export interface TableColumn {
  readonly head: string;
  /** In digits of the standard font. */
  readonly width: number;
  /** Number format of the column, for example `0.00`; none for texts. */
  readonly format?: string;
}

export interface TableSheet {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Asked for one by one, so that a year of half hours need never be in memory at once. */
  readonly rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>;
}

/**
 * After so many rows others get their turn, the writer of the archive among them: a long table must neither keep a
 * server from answering nor pile up in memory.
 */
const rowsPerTurn = 100;

/**
 * Tables to be computed on, one a sheet, with frozen heads and filters: for data, where the other workbooks are forms
 * and reports. Rows are written as they come. The same input gives the same bytes.
 *
 * @param instant stands in the file as the time of its making
 */
export async function tableWorkbook(
  { title, author, instant }: { readonly title: string; readonly author: string; readonly instant: string },
  sheets: readonly TableSheet[],
): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.title = guardCharacters(title);
  workbook.creator = workbook.lastModifiedBy = guardCharacters(author);
  workbook.created = workbook.modified = new Date(instant);
  for (const sheet of sheets) await writeSheet(workbook, sheet);
  await workbook.commit();
  const archive = Buffer.concat(chunks);
  fixTimes(archive);
  return archive;
}

async function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, columns, rows }: TableSheet,
): Promise<void> {
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: "frozen", xSplit: 1, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ width, format }) => ({
    width,
    style: format === undefined ? {} : { numFmt: format },
  }));
  const head = sheet.getRow(1);
  columns.forEach((column, index) => {
    headCell(head.getCell(index + 1), column.head, column.format === undefined ? "left" : "right");
  });
  head.height = 30;
  head.commit();
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  let written = 0;
  for await (const row of rows) {
    sheet.addRow(row.map(cellValue)).commit();
    written += 1;
    if (written % rowsPerTurn === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  sheet.commit();
}

const cellValue = (cell: CsvCell): string | number | null =>
  cell === null ? null : typeof cell === "string" ? cellText(cell) : exactNumber(cell.number);
