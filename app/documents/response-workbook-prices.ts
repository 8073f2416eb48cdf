import type { Worksheet } from "exceljs";
import type { ResponseWorkbookInput } from "#app/documents/response-workbook-input.ts";
import {
  columnRange,
  hideKeys,
  type ProgressPart,
  statusCell,
} from "#app/documents/response-workbook-sheet.ts";
import {
  answerCell,
  bodyCell,
  headCell,
  lock,
  noteCell,
  printable,
  titleRow,
} from "#app/documents/workbook-style.ts";
import { columnKeys, priceRow } from "#app/domain/response/workbook-form.ts";

const column = { row: 1, item: 2, unit: 3, volume: 4, unitPrice: 5, sum: 6, status: 7 } as const;
const widths = [10, 60, 16, 16, 20, 20, 8] as const;
const headRow = 4;
const sekFormat = "#,##0.00##";
const sumFormat = "#,##0.00";

/** The price sheet: volume × unit price per row and their total, for the vendor's eyes; we compute them again. */
export async function writePrices(sheet: Worksheet, input: ResponseWorkbookInput): Promise<ProgressPart> {
  const { wording, language, content } = input;
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  hideKeys(sheet, { [column.row]: columnKeys.row, [column.unitPrice]: columnKeys.answer });
  titleRow(sheet.getRow(2), sheet.name, column.item);
  noteCell(sheet.getCell(3, column.item), wording.prices_note);
  const head = sheet.getRow(headRow);
  head.height = 24;
  headCell(head.getCell(column.item), wording.item);
  headCell(head.getCell(column.unit), wording.unit);
  headCell(head.getCell(column.volume), wording.volume, "right");
  headCell(head.getCell(column.unitPrice), wording.unit_price, "right");
  headCell(head.getCell(column.sum), wording.sum, "right");
  headCell(head.getCell(column.status), wording.status, "center");

  let at = headRow;
  let answered = 0;
  let total = 0;
  for (const item of content.priceItems) {
    const row = sheet.getRow(++at);
    const given = input.response?.unitPrices[item.id] ?? null;
    const sum = given === null ? null : Number(item.volume) * Number(given);
    if (sum !== null) {
      answered++;
      total += sum;
    }
    row.height = 20;
    row.getCell(column.row).value = priceRow(item).row;
    bodyCell(row.getCell(column.item), item.name[language]);
    bodyCell(row.getCell(column.unit), item.unit[language]);
    bodyCell(row.getCell(column.volume), Number(item.volume), "right");
    row.getCell(column.volume).numFmt = "#,##0.######".replace(
      ".######",
      item.volume.includes(".") ? ".######" : "",
    );
    const price = row.getCell(column.unitPrice);
    bodyCell(price, given === null ? null : Number(given), "right");
    answerCell(price);
    price.numFmt = sekFormat;
    price.dataValidation = {
      type: "decimal",
      operator: content.forbidNegativePrices ? "greaterThanOrEqual" : "between",
      formulae: content.forbidNegativePrices ? [0] : [-999_999_999_999, 999_999_999_999],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: wording.invalid_title,
      error: wording.unit_price,
    };
    const sumCell = row.getCell(column.sum);
    bodyCell(sumCell, null, "right");
    sumCell.value = { formula: `IF(ISNUMBER(E${at}),D${at}*E${at},"")`, result: sum ?? "" };
    sumCell.numFmt = sumFormat;
    bodyCell(row.getCell(column.status), null);
    statusCell(row.getCell(column.status), `E${at}`, given !== null);
  }
  const last = at;
  const totalRow = sheet.getRow(++at);
  totalRow.height = 24;
  for (let number = column.item; number <= column.status; number++) headCell(totalRow.getCell(number), "");
  headCell(totalRow.getCell(column.item), wording.total_price);
  headCell(totalRow.getCell(column.sum), "", "right");
  totalRow.getCell(column.sum).value = { formula: `SUM(F${headRow + 1}:F${last})`, result: total };
  totalRow.getCell(column.sum).numFmt = sumFormat;

  sheet.views = [{ state: "frozen", xSplit: 0, ySplit: headRow, showGridLines: false, activeCell: "E5" }];
  printable(sheet, wording, { title: content.title[language], version: input.version }, headRow);
  await lock(sheet);
  return {
    name: sheet.name,
    statusRange: columnRange(sheet, "G", headRow + 1, last),
    answered,
    total: content.priceItems.length,
  };
}
