import type { Worksheet } from "exceljs";
import { type ComparisonWorkbookInput, comparisonHeadRow } from "#app/documents/comparison-document.ts";
import { inOrder, vendorName } from "#app/documents/comparison-ranking.ts";
import { bandCell, bodyCell, figureCell, followCells, headCell } from "#app/documents/workbook-style.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { multiply, parseDecimal } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

const column = { item: 1, unit: 2, volume: 3, firstVendor: 4 } as const;
const columnsOfVendor = 2;
const priceFormat = "#,##0.00##";

/** The price sheets side by side, with the tender price below. Gives the columns that stay in view. */
export function writePriceComparison(sheet: Worksheet, input: ComparisonWorkbookInput): number {
  const { document, wording } = input;
  const { content, language } = document;
  const responses = inOrder(input);
  const letterOf = (number: number): string => sheet.getColumn(number).letter;
  const head = (number: number, text: string, width: number, align: "left" | "right" = "left"): void => {
    headCell(sheet.getCell(comparisonHeadRow, number), text, align);
    sheet.getColumn(number).width = width;
  };
  head(column.item, wording.item, 44);
  head(column.unit, wording.unit, 14);
  head(column.volume, wording.volume, 14, "right");
  const totalRow = sheet.getRow(comparisonHeadRow + 1 + content.priceItems.length);
  for (let number = 1; number < column.firstVendor + responses.length * columnsOfVendor; number++) {
    bandCell(totalRow.getCell(number), number === column.item ? wording.price_total : "");
  }
  responses.forEach((response, index) => {
    const first = column.firstVendor + index * columnsOfVendor;
    bandCell(sheet.getCell(comparisonHeadRow - 1, first), vendorName(input, response));
    bandCell(sheet.getCell(comparisonHeadRow - 1, first + 1), "");
    head(first, wording.unit_price, 16, "right");
    head(first + 1, wording.sum, 18, "right");
    content.priceItems.forEach((item, line) => {
      const row = sheet.getRow(comparisonHeadRow + 1 + line);
      const price = document.unitPrices[response.response]?.[item.id] ?? null;
      figureCell(row.getCell(first), price, priceFormat);
      const sum = row.getCell(first + 1);
      figureCell(sum, price === null ? null : sumOf(item.volume, price), priceFormat);
      followCells(sum, `${letterOf(column.volume)}${row.number}*${letterOf(first)}${row.number}`);
    });
    const total = totalRow.getCell(first + 1);
    figureCell(total, response.price?.decimal ?? null, priceFormat);
    const [from, to] = [comparisonHeadRow + 1, comparisonHeadRow + content.priceItems.length];
    if (content.priceItems.length > 0) {
      followCells(total, `SUM(${letterOf(first + 1)}${from}:${letterOf(first + 1)}${to})`);
    }
  });
  content.priceItems.forEach((item, line) => {
    const row = sheet.getRow(comparisonHeadRow + 1 + line);
    bodyCell(row.getCell(column.item), item.name[language]);
    bodyCell(row.getCell(column.unit), item.unit[language]);
    figureCell(row.getCell(column.volume), item.volume, "#,##0.##");
  });
  return column.item;
}

/** Volume times unit price, exact: a product has no more decimals than both together. Null for what is no number. */
function sumOf(volume: string, price: string): string | null {
  const [a, b] = [volume, price].map(parseDecimal);
  const decimals = [volume, price].reduce((places, text) => places + (text.split(".")[1]?.length ?? 0), 0);
  return a && b ? toDecimal(multiply(a, b), decimals, halfUp) : null;
}
