import type { Worksheet } from "exceljs";
import { type ComparisonWorkbookInput, comparisonHeadRow } from "#app/documents/comparison-document.ts";
import { isInSek, scoreHead } from "#app/documents/printed-worth.ts";
import { reasonSentence } from "#app/documents/reason-sentence.ts";
import { bodyCell, figureCell, followCells, headCell } from "#app/documents/workbook-style.ts";
import type { ResponseEvaluation } from "#app/domain/evaluation/tender-evaluation.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { absolute, equal, parseDecimal, parseExact, subtract } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/** Responses as the evaluation orders them: the ranked first, best first, then the others as given. */
export function inOrder({ document }: ComparisonWorkbookInput): readonly ResponseEvaluation[] {
  const { responses, order } = document.evaluation;
  const place = new Map(order.flat().map((id, index) => [id, index]));
  const placeOf = ({ response }: ResponseEvaluation): number => place.get(response) ?? order.flat().length;
  return responses.toSorted((a, b) => placeOf(a) - placeOf(b));
}

export const vendorName = ({ document }: ComparisonWorkbookInput, { response }: ResponseEvaluation): string =>
  document.vendors[response] ?? response;

/** Rank, outcome and result of each response. Gives the columns that stay in view. */
export function writeRanking(sheet: Worksheet, input: ComparisonWorkbookInput): number {
  const { wording, document } = input;
  const inSek = isInSek(document.content);
  const heads = [
    [wording.rank, 8],
    [wording.vendor, 40],
    [wording.outcome, 24],
    [wording.tender_price, 20],
    [inSek ? wording.deduction : wording.quality_points, 18],
    [scoreHead(document.content, wording), 22],
    [wording.distance, 20],
    [wording.exact, 26],
  ] as const;
  heads.forEach(([head, width], index) => {
    sheet.getColumn(index + 1).width = width;
    headCell(sheet.getCell(comparisonHeadRow, index + 1), head, index > 2 ? "right" : "left");
  });
  const ordered = inOrder(input);
  const best = ordered.find(({ rank }) => rank === 1)?.score ?? null;
  ordered.forEach((response, index) => {
    const row = sheet.getRow(comparisonHeadRow + 1 + index);
    row.height = 20;
    bodyCell(row.getCell(1), response.rank);
    bodyCell(row.getCell(2), vendorName(input, response));
    bodyCell(row.getCell(3), wording[response.admission]);
    figureCell(row.getCell(4), response.price?.decimal ?? null);
    figureCell(row.getCell(5), response.quality.decimal);
    figureCell(row.getCell(6), response.score?.decimal ?? null);
    // A comparison price is the price less the deduction, and can be followed with the mouse.
    if (inSek && isExact(response)) followCells(row.getCell(6), `D${row.number}-E${row.number}`);
    figureCell(row.getCell(7), distance(response.score?.exact ?? null, best?.exact ?? null));
    bodyCell(row.getCell(8), response.score?.exact ?? null, "right");
  });
  return 2;
}

/** Whether the decimals that are shown are the whole figures. */
const isExact = ({ price, quality, score }: ResponseEvaluation): boolean =>
  [price, quality, score].every((figure) => {
    const [exact, shown] = figure === null ? [] : [parseExact(figure.exact), parseDecimal(figure.decimal)];
    return exact != null && shown != null && equal(exact, shown);
  });

/** How far a result is from the best, to two decimals for the eye; computed exactly. */
function distance(score: string | null, best: string | null): string | null {
  const [a, b] = [score, best].map((exact) => (exact === null ? null : parseExact(exact)));
  return a && b ? toDecimal(absolute(subtract(a, b)), 2, halfUp) : null;
}

/** Every reason why a response does not go on, one a row. */
export function writeGates(sheet: Worksheet, input: ComparisonWorkbookInput): number {
  const { wording, document } = input;
  sheet.getColumn(1).width = 40;
  sheet.getColumn(2).width = 90;
  headCell(sheet.getCell(comparisonHeadRow, 1), wording.vendor);
  headCell(sheet.getCell(comparisonHeadRow, 2), wording.reason);
  let at = comparisonHeadRow;
  for (const response of inOrder(input)) {
    for (const reason of response.reasons) {
      const row = sheet.getRow(++at);
      bodyCell(row.getCell(1), vendorName(input, response));
      bodyCell(row.getCell(2), reasonSentence(reason, document.content, document.language, input.wording));
    }
  }
  if (at === comparisonHeadRow) bodyCell(sheet.getCell(at + 1, 1), wording.no_gates);
  return 1;
}
