import type { Worksheet } from "exceljs";
import type { ResponseWorkbookInput } from "#app/documents/response-workbook-input.ts";
import { doneMark, type ProgressPart } from "#app/documents/response-workbook-sheet.ts";
import { fill } from "#app/documents/templates.ts";
import {
  bandCell,
  bodyCell,
  fitHeight,
  headCell,
  lock,
  noteCell,
  printable,
  titleRow,
} from "#app/documents/workbook-style.ts";

/** Width of the four columns together. */
const widthOfText = 102;
const column = { part: 2, answered: 3, total: 4, remaining: 5 } as const;

interface Instructions {
  readonly name: string;
  /** Numbered sentences, in their order. */
  readonly steps: readonly string[];
  readonly parts: readonly ProgressPart[];
}

/** First sheet: what the workbook is, how it is filled in, and how much is done. */
export async function fillInstructions(
  sheet: Worksheet,
  { name, steps, parts }: Instructions,
  input: ResponseWorkbookInput,
): Promise<void> {
  const { wording, language, content } = input;
  sheet.getColumn(1).width = 3;
  sheet.getColumn(column.part).width = 60;
  for (const number of [column.answered, column.total, column.remaining]) sheet.getColumn(number).width = 14;
  titleRow(sheet.getRow(2), name, column.part);
  noteCell(sheet.getCell(3, column.part), content.title[language]);
  noteCell(sheet.getCell(4, column.part), content.buyer.name);
  noteCell(sheet.getCell(5, column.part), fill(wording.case_number, { case_number: content.caseNumber }));
  noteCell(sheet.getCell(6, column.part), fill(wording.version, { version: input.version }));
  const fingerprint =
    input.sha256 === null ? wording.draft : fill(wording.fingerprint, { sha256: input.sha256 });
  noteCell(sheet.getCell(7, column.part), fingerprint);

  let at = 9;
  const band = (text: string): void => {
    for (let number = column.part; number <= column.remaining; number++)
      bandCell(sheet.getCell(at, number), "");
    bandCell(sheet.getCell(at, column.part), text);
    sheet.getRow(at).height = 22;
    at++;
  };
  band(wording.how);
  for (const step of steps) {
    sheet.mergeCells(at, column.part, at, column.remaining);
    bodyCell(sheet.getCell(at, column.part), step);
    fitHeight(sheet.getRow(at), [{ text: step, width: widthOfText }]);
    at++;
  }
  at++;
  band(wording.progress);
  headCell(sheet.getCell(at, column.part), wording.part);
  headCell(sheet.getCell(at, column.answered), wording.answered, "right");
  headCell(sheet.getCell(at, column.total), wording.total, "right");
  headCell(sheet.getCell(at, column.remaining), wording.remaining, "right");
  for (const part of parts) {
    at++;
    bodyCell(sheet.getCell(at, column.part), part.name);
    bodyCell(sheet.getCell(at, column.answered), null, "right");
    sheet.getCell(at, column.answered).value = {
      formula: `COUNTIF(${part.statusRange},"${doneMark}")`,
      result: part.answered,
    };
    bodyCell(sheet.getCell(at, column.total), part.total, "right");
    bodyCell(sheet.getCell(at, column.remaining), null, "right");
    sheet.getCell(at, column.remaining).value = {
      formula: `D${at}-C${at}`,
      result: part.total - part.answered,
    };
  }
  sheet.views = [{ showGridLines: false }];
  printable(sheet, wording, { title: content.title[language], version: input.version }, null);
  await lock(sheet);
}
