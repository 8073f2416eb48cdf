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
  bandCell,
  bodyCell,
  cellText,
  fitHeight,
  headCell,
  lock,
  noteCell,
  printable,
  titleRow,
} from "#app/documents/workbook-style.ts";
import { isAsked, statementParts, statements } from "#app/domain/response/statement.ts";
import { columnKeys, statementRow, yesNoWords } from "#app/domain/response/workbook-form.ts";

const column = { row: 1, statement: 2, answer: 3, status: 4 } as const;
const widths = [10, 70, 70, 8] as const;
const headRow = 4;

/** Who the supplier is, what it declares and what it asks to be kept secret. */
export async function writeStatements(sheet: Worksheet, input: ResponseWorkbookInput): Promise<ProgressPart> {
  const { wording, statementWording, language, content } = input;
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  hideKeys(sheet, { [column.row]: columnKeys.row, [column.answer]: columnKeys.answer });
  titleRow(sheet.getRow(2), sheet.name, column.statement);
  noteCell(sheet.getCell(3, column.statement), wording.statements_note);
  const head = sheet.getRow(headRow);
  head.height = 24;
  headCell(head.getCell(column.statement), wording.statement);
  headCell(head.getCell(column.answer), wording.answer);
  headCell(head.getCell(column.status), wording.status, "center");

  const words = yesNoWords[language];
  let at = headRow;
  for (const part of statementParts) {
    const band = sheet.getRow(++at);
    for (let number = column.statement; number <= column.status; number++) bandCell(band.getCell(number), "");
    bandCell(band.getCell(column.statement), statementWording[part]);
    band.height = 22;
    for (const statement of statements.filter((one) => one.part === part)) {
      const row = sheet.getRow(++at);
      const given = input.response?.statements[statement.id] ?? null;
      row.getCell(column.row).value = statementRow(statement).row;
      bodyCell(row.getCell(column.statement), statementWording[statement.id]);
      const answer = row.getCell(column.answer);
      bodyCell(answer, null);
      answerCell(answer);
      if (statement.type === "text") {
        answer.numFmt = "@";
        answer.value = given === null ? null : cellText(given);
      } else {
        answer.value = given === null ? null : given === "yes" ? words.yes : words.no;
        answer.dataValidation = {
          type: "list",
          allowBlank: true,
          formulae: [`"${words.yes},${words.no}"`],
          showErrorMessage: true,
          errorTitle: wording.invalid_title,
          error: wording.invalid_list,
        };
      }
      bodyCell(row.getCell(column.status), null);
      if (isAsked(statement)) statusCell(row.getCell(column.status), `C${at}`, given !== null);
      fitHeight(row, [
        { text: statementWording[statement.id], width: widths[1] },
        { text: given ?? "", width: widths[2] },
      ]);
    }
  }
  const asked = statements.filter(isAsked);
  sheet.views = [{ state: "frozen", xSplit: 0, ySplit: headRow, showGridLines: false, activeCell: "C6" }];
  printable(sheet, wording, { title: content.title[language], version: input.version }, headRow);
  await lock(sheet);
  return {
    name: sheet.name,
    statusRange: columnRange(sheet, "D", headRow + 1, at),
    answered: asked.filter(({ id }) => input.response?.statements[id] !== undefined).length,
    total: asked.length,
  };
}
