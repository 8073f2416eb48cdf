import { type ComparisonWorkbookInput, comparisonHeadRow } from "#app/documents/comparison-document.ts";
import { writeMatrix } from "#app/documents/comparison-matrix.ts";
import { writePriceComparison } from "#app/documents/comparison-prices.ts";
import { writeGates, writeRanking } from "#app/documents/comparison-ranking.ts";
import { printedInstant } from "#app/documents/printed-values.ts";
import { fill } from "#app/documents/templates.ts";
import {
  newWorkbook,
  noteCell,
  printable,
  sheetName,
  titleRow,
  workbookBytes,
} from "#app/documents/workbook-style.ts";

/**
 * The comparison as an Excel file: ranking, requirements by bidder, prices, and every reason for a rejection. Sums,
 * totals and comparison prices follow their cells, with the result that we have computed. The same input gives the same
 * bytes.
 */
export async function comparisonWorkbook(input: ComparisonWorkbookInput): Promise<Buffer> {
  const { document, wording } = input;
  const { content, language, madeAt } = document;
  const title = content.title[language];
  const workbook = newWorkbook(`${wording.document_name}: ${title}`, content.buyer.name, madeAt);
  const made = fill(wording.made_at, { date: printedInstant(madeAt, content.timezone, language) });
  const rankingNote = rankingNoteOf(input);
  for (const [name, note, write] of [
    [wording.sheet_ranking, rankingNote, writeRanking],
    [wording.sheet_matrix, wording.matrix_note, writeMatrix],
    [wording.sheet_prices, wording.prices_note, writePriceComparison],
    [wording.sheet_gates, wording.gates_note, writeGates],
  ] as const) {
    const sheet = workbook.addWorksheet(sheetName(name));
    titleRow(sheet.getRow(1), name, 1);
    noteCell(sheet.getCell(2, 1), `${title} · ${content.caseNumber}`);
    noteCell(sheet.getCell(3, 1), made);
    noteCell(sheet.getCell(4, 1), note);
    const frozenColumns = write(sheet, input);
    const views = {
      state: "frozen",
      xSplit: frozenColumns,
      ySplit: comparisonHeadRow,
      showGridLines: false,
    } as const;
    sheet.views = [views];
    printable(sheet, wording, { title, version: made }, comparisonHeadRow);
  }
  return workbookBytes(workbook);
}

function rankingNoteOf({ document, wording }: ComparisonWorkbookInput): string {
  switch (document.content.evaluation.type) {
    case "added_value_deduction":
      return wording.ranking_note_sek;
    case "lowest_price":
      return wording.ranking_note_price;
    case "threshold_lowest_price":
      return wording.ranking_note_threshold;
    case "weighted_points":
      return wording.ranking_note_points;
    case "fixed_price_quality_only":
      return wording.ranking_note_quality;
    case "quality_price_ratio":
      return wording.ranking_note_ratio;
  }
}
