import type { Cell, CellValue, Row, Worksheet } from "exceljs";
import { numberForm } from "#app/documents/answer-form.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import type { ResponseWorkbookInput } from "#app/documents/response-workbook-input.ts";
import type { Manifest } from "#app/documents/response-workbook-manifest.ts";
import {
  columnRange,
  hideKeys,
  type ProgressPart,
  statusCell,
} from "#app/documents/response-workbook-sheet.ts";
import { fill } from "#app/documents/templates.ts";
import {
  answerCell,
  bandCell,
  bodyCell,
  cellText,
  fitHeight,
  fontName,
  headCell,
  ink,
  lock,
  noteCell,
  printable,
  titleRow,
} from "#app/documents/workbook-style.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { Level } from "#app/domain/catalogue/requirement.ts";
import type { Answer } from "#app/domain/response/response.ts";
import { columnKeys, type FormRow, requirementRows, yesNoWords } from "#app/domain/response/workbook-form.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** Columns from 1; the first is hidden and holds the row's id. */
const column = {
  row: 1,
  id: 2,
  asked: 3,
  proof: 4,
  answer: 5,
  form: 6,
  comment: 7,
  value: 8,
  status: 9,
} as const;
const widths: Readonly<Record<keyof typeof column, number>> = {
  row: 10,
  id: 12,
  asked: 48,
  proof: 30,
  answer: 18,
  form: 22,
  comment: 26,
  value: 16,
  status: 8,
};
const headRow = 4;

type RequirementRow = Extract<FormRow, { kind: "requirement" | "option" }>;

/** One sheet of requirements of a level, grouped by area, with one open cell per answer. */
export async function writeRequirements(
  sheet: Worksheet,
  level: Level,
  requirements: readonly TenderRequirement[],
  input: ResponseWorkbookInput,
  manifest: Manifest,
): Promise<ProgressPart> {
  const { wording, language, vocabulary } = input;
  for (const [key, number] of Object.entries(column)) {
    sheet.getColumn(number).width = widths[key as keyof typeof column];
  }
  hideKeys(sheet, {
    [column.row]: columnKeys.row,
    [column.answer]: columnKeys.answer,
    [column.comment]: columnKeys.comment,
  });
  // A must is worth nothing but its fulfilment.
  if (level === "must") sheet.getColumn(column.value).hidden = true;
  titleRow(sheet.getRow(2), sheet.name, column.id);
  noteCell(
    sheet.getCell(3, column.id),
    level === "must" ? wording.consequence_must : wording.consequence_should,
  );
  writeHead(sheet.getRow(headRow), level, input);

  let at = headRow;
  let answered = 0;
  let area: string | null = null;
  for (const requirement of requirements) {
    if (requirement.area !== area) {
      area = requirement.area;
      const row = sheet.getRow(++at);
      for (let number = column.id; number <= column.status; number++) bandCell(row.getCell(number), "");
      bandCell(
        row.getCell(column.id),
        vocabulary.areas.get(requirement.area)?.name[language] ?? requirement.area,
      );
      row.height = 22;
    }
    const rows = requirementRows(requirement);
    const first = at + 1;
    const answer = input.response?.answers[requirement.id] ?? null;
    for (const form of rows) {
      const row = sheet.getRow(++at);
      row.getCell(column.row).value = form.row;
      describe(row, form, form === rows[0], input);
      writeAnswer(row, form, answer, input, manifest);
    }
    if (answer !== null) answered++;
    statusCell(sheet.getCell(first, column.status), `E${first}:E${at}`, answer !== null);
  }
  sheet.views = [
    { state: "frozen", xSplit: column.id, ySplit: headRow, showGridLines: false, activeCell: "E5" },
  ];
  printable(sheet, wording, { title: input.content.title[language], version: input.version }, headRow);
  await lock(sheet);
  return {
    name: sheet.name,
    statusRange: columnRange(sheet, "I", headRow + 1, at),
    answered,
    total: requirements.length,
  };
}

function writeHead(row: Row, level: Level, { wording }: ResponseWorkbookInput): void {
  row.height = 24;
  headCell(row.getCell(column.id), wording.requirement);
  headCell(row.getCell(column.asked), wording.asked);
  headCell(row.getCell(column.proof), wording.proof);
  headCell(row.getCell(column.answer), wording.answer);
  headCell(row.getCell(column.form), wording.form);
  headCell(row.getCell(column.comment), wording.comment);
  headCell(row.getCell(column.value), level === "should" ? wording.value : "");
  headCell(row.getCell(column.status), wording.status, "center");
}

/** The locked cells of a row: what is asked, what proves it, what it is worth. */
function describe(row: Row, form: RequirementRow, isFirst: boolean, input: ResponseWorkbookInput): void {
  const { language } = input;
  const { requirement } = form;
  for (let number = column.id; number <= column.status; number++) bodyCell(row.getCell(number), null);
  if (isFirst) {
    bodyCell(row.getCell(column.id), requirement.id);
    bodyCell(row.getCell(column.proof), requirement.proof[language]);
    bodyCell(row.getCell(column.value), worth(requirement, input));
    const font = { name: fontName, size: 10, color: { argb: ink } };
    row.getCell(column.asked).value = {
      richText: [
        { font: { ...font, bold: true }, text: `${cellText(requirement.title[language])}\n` },
        { font, text: cellText(requirement.text[language]) },
      ],
    };
  }
  const asked = isFirst ? `${requirement.title[language]}\n${requirement.text[language]}` : "";
  const shown =
    form.kind === "option"
      ? `${form.option[language]}: ${input.wording.form_option}`
      : formOf(requirement, input);
  bodyCell(row.getCell(column.form), shown);
  fitHeight(row, [
    { text: asked, width: widths.asked },
    { text: isFirst ? requirement.proof[language] : "", width: widths.proof },
    { text: shown, width: widths.form },
    { text: isFirst ? worth(requirement, input) : "", width: widths.value },
  ]);
}

function worth(requirement: TenderRequirement, { wording, language }: ResponseWorkbookInput): string {
  if (requirement.valueSek !== null)
    return fill(wording.value_sek, { amount: printedSek(requirement.valueSek, language) });
  if (requirement.weight !== null)
    return fill(wording.value_points, { points: formatDecimal(requirement.weight, language) });
  return "";
}

function formOf(
  { answer }: TenderRequirement,
  { wording, vocabulary, language }: ResponseWorkbookInput,
): string {
  switch (answer.type) {
    case "yes-no":
      return wording.form_yes_no;
    case "number":
      return numberForm(answer, wording, vocabulary, language);
    case "choice":
      return wording.form_choice;
    case "file":
      return wording.form_file;
    case "text":
      return wording.form_text;
  }
}

/** The open cells of a row: answer, and comment where the answer has one, with what is known already. */
function writeAnswer(
  row: Row,
  form: RequirementRow,
  answer: Answer | null,
  input: ResponseWorkbookInput,
  manifest: Manifest,
): void {
  const { language, wording } = input;
  const cell = row.getCell(column.answer);
  const definition = form.requirement.answer;
  answerCell(cell);
  cell.value = answer === null ? null : answerValue(form, answer, input);
  const list = (range: string): void => {
    cell.dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [range],
      showErrorMessage: true,
      errorTitle: wording.invalid_title,
      error: wording.invalid_list,
    };
  };
  const words = yesNoWords[language];
  if (form.kind === "option" || definition.type === "yes-no" || definition.type === "file") {
    list(`"${words.yes},${words.no}"`);
  } else if (definition.type === "choice") {
    list(manifest.addList(definition.options.map((option) => option[language])));
  } else if (definition.type === "number") {
    cell.alignment = { vertical: "top", horizontal: "right", indent: 1 };
    limitNumber(cell, definition, formOf(form.requirement, input), wording.invalid_title);
  } else {
    cell.numFmt = "@";
  }
  if (definition.type === "file") {
    const comment = row.getCell(column.comment);
    answerCell(comment);
    comment.numFmt = "@";
    comment.value = answer?.type === "file" && answer.comment !== "" ? cellText(answer.comment) : null;
  }
}

function answerValue(form: RequirementRow, answer: Answer, { language }: ResponseWorkbookInput): CellValue {
  const yesNo = (value: boolean): string => yesNoWords[language][value ? "yes" : "no"];
  switch (answer.type) {
    case "yes-no":
      return yesNo(answer.value);
    case "file":
      return yesNo(answer.met);
    case "number":
      return Number(answer.value);
    case "text":
      return cellText(answer.value);
    case "choice": {
      if (form.kind === "option") return yesNo(answer.values.includes(form.option.value));
      const definition = form.requirement.answer;
      const chosen =
        definition.type === "choice" && definition.options.find(({ value }) => value === answer.values[0]);
      return chosen ? cellText(chosen[language]) : null;
    }
  }
}

function limitNumber(
  cell: Cell,
  {
    decimals,
    min,
    max,
  }: { readonly decimals: number; readonly min: string | null; readonly max: string | null },
  form: string,
  title: string,
): void {
  const bounds = [min, max].filter((bound) => bound !== null).map(Number);
  cell.dataValidation = {
    type: decimals === 0 ? "whole" : "decimal",
    operator:
      bounds.length === 2
        ? "between"
        : min !== null || max === null
          ? "greaterThanOrEqual"
          : "lessThanOrEqual",
    formulae: bounds.length === 0 ? [-999_999_999_999] : bounds,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: title,
    error: form.slice(0, 255),
    showInputMessage: true,
    prompt: form.slice(0, 255),
  };
}
