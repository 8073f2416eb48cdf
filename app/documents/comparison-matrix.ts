import type { Row, Worksheet } from "exceljs";
import { type ComparisonWorkbookInput, comparisonHeadRow } from "#app/documents/comparison-document.ts";
import { inOrder, vendorName } from "#app/documents/comparison-ranking.ts";
import { isInSek } from "#app/documents/printed-worth.ts";
import { bandCell, bodyCell, figureCell, fitHeight, headCell } from "#app/documents/workbook-style.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import { unitName } from "#app/domain/catalogue/unit.ts";
import type { EvaluationCell } from "#app/domain/evaluation/tender-evaluation.ts";
import type { Answer } from "#app/domain/response/response.ts";
import { yesNoWords } from "#app/domain/response/workbook-form.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

const column = { id: 1, level: 2, title: 3, value: 4, firstVendor: 5 } as const;
const columnsOfVendor = 3;
const widths = { title: 38, answer: 26 } as const;

/** Requirements down, bidders across: answer, share, and what it earns. Gives the columns that stay in view. */
export function writeMatrix(sheet: Worksheet, input: ComparisonWorkbookInput): number {
  const { document, wording } = input;
  const { content, language } = document;
  const responses = inOrder(input);
  const inSek = isInSek(content);
  const head = (number: number, text: string, width: number, align: "left" | "right" = "left"): void => {
    headCell(sheet.getCell(comparisonHeadRow, number), text, align);
    sheet.getColumn(number).width = width;
  };
  head(column.id, wording.id, 13);
  head(column.level, wording.level, 9);
  head(column.title, wording.requirement, widths.title);
  head(column.value, inSek ? wording.value_sek : wording.value_points, 15, "right");
  sheet.getRow(comparisonHeadRow).height = 30;
  responses.forEach((response, index) => {
    const first = column.firstVendor + index * columnsOfVendor;
    for (let number = first; number < first + columnsOfVendor; number++) {
      bandCell(
        sheet.getCell(comparisonHeadRow - 1, number),
        number === first ? vendorName(input, response) : "",
      );
    }
    head(first, wording.answer, widths.answer);
    head(first + 1, wording.share, 9, "right");
    head(first + 2, inSek ? wording.earned_sek : wording.earned_points, 14, "right");
  });
  content.requirements.forEach((requirement, index) => {
    const row = sheet.getRow(comparisonHeadRow + 1 + index);
    bodyCell(row.getCell(column.id), requirement.id);
    bodyCell(row.getCell(column.level), requirement.level === "must" ? wording.must : wording.should);
    bodyCell(row.getCell(column.title), requirement.title[language]);
    figureCell(row.getCell(column.value), inSek ? requirement.valueSek : requirement.weight);
    const words = responses.map(({ cells }, place) => {
      const cell = cells.find((one) => one.requirement === requirement.id);
      return writeCell(row, column.firstVendor + place * columnsOfVendor, requirement, cell, input);
    });
    fitHeight(row, [
      { text: requirement.title[language], width: widths.title },
      ...words.map((text) => ({ text, width: widths.answer })),
    ]);
  });
  return column.title;
}

function writeCell(
  row: Row,
  first: number,
  requirement: TenderRequirement,
  cell: EvaluationCell | undefined,
  input: ComparisonWorkbookInput,
): string {
  const words = cell === undefined ? "" : cellWords(requirement, cell, input);
  bodyCell(row.getCell(first), words);
  figureCell(row.getCell(first + 1), cell?.share?.decimal ?? null, "0.0%");
  figureCell(row.getCell(first + 2), cell?.value?.decimal ?? null);
  return words;
}

/** What was answered, and the state where that says more: met or not for a must, missing is never a zero. */
function cellWords(
  requirement: TenderRequirement,
  cell: EvaluationCell,
  input: ComparisonWorkbookInput,
): string {
  const { wording } = input;
  const words = cell.answer === null ? [] : [answerWords(requirement, cell.answer, input)];
  if (cell.state !== "answered") words.push(wording[cell.state]);
  else if (cell.met !== null) words.push(cell.met ? wording.met : wording.not_met);
  return words.join(" · ");
}

function answerWords(
  { answer: definition }: TenderRequirement,
  answer: Answer,
  { document: { language, vocabulary } }: ComparisonWorkbookInput,
): string {
  const yesNo = (value: boolean): string => yesNoWords[language][value ? "yes" : "no"];
  switch (answer.type) {
    case "yes-no":
      return yesNo(answer.value);
    case "number": {
      const unit = definition.type === "number" && definition.unit !== null ? definition.unit : null;
      const number = formatDecimal(answer.value, language);
      return unit === null ? number : `${number}\u00a0${unitName(unit, vocabulary, language)}`;
    }
    case "choice": {
      const options = definition.type === "choice" ? definition.options : [];
      const nameOf = (value: string): string =>
        options.find((option) => option.value === value)?.[language] ?? value;
      return answer.values.length === 0 ? "–" : answer.values.map(nameOf).join("; ");
    }
    case "file":
      return answer.comment === "" ? yesNo(answer.met) : `${yesNo(answer.met)}: ${answer.comment}`;
    case "text":
      return answer.value;
  }
}
