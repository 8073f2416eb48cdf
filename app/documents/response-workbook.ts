import type { Workbook } from "exceljs";
import type { ResponseWorkbookInput } from "#app/documents/response-workbook-input.ts";
import { fillInstructions } from "#app/documents/response-workbook-instructions.ts";
import { writeManifest } from "#app/documents/response-workbook-manifest.ts";
import { writePrices } from "#app/documents/response-workbook-prices.ts";
import { writeRequirements } from "#app/documents/response-workbook-requirements.ts";
import type { ProgressPart } from "#app/documents/response-workbook-sheet.ts";
import { writeStatements } from "#app/documents/response-workbook-statements.ts";
import { newWorkbook, sheetName, workbookBytes } from "#app/documents/workbook-style.ts";
import type { Level } from "#app/domain/catalogue/requirement.ts";

/**
 * The response form as an Excel file that Excel and LibreOffice fill in: only answer cells are open, lists and numbers
 * are validated, and hidden cells tie each row to its requirement. The same input gives the same bytes. Prices stand
 * in `priceWorkbook`.
 */
export async function responseWorkbook(input: ResponseWorkbookInput): Promise<Buffer> {
  const { content, wording } = input;
  const workbook = startWorkbook(wording.document_name, input);
  const instructions = workbook.addWorksheet(sheetName(wording.sheet_instructions));
  const manifest = writeManifest(workbook, "answers", input);
  const parts: ProgressPart[] = [
    await writeStatements(workbook.addWorksheet(sheetName(wording.sheet_statements)), input),
  ];
  const names: Readonly<Record<Level, string>> = {
    must: wording.sheet_musts,
    should: wording.sheet_shoulds,
  };
  for (const level of ["must", "should"] as const) {
    const requirements = content.requirements.filter((requirement) => requirement.level === level);
    if (requirements.length === 0) continue;
    const sheet = workbook.addWorksheet(sheetName(names[level]));
    parts.push(await writeRequirements(sheet, level, requirements, input, manifest));
  }
  const steps = [
    wording.step_answer,
    wording.step_cells,
    wording.step_proof,
    wording.step_upload,
    wording.step_submit,
    wording.step_prices,
  ];
  await fillInstructions(instructions, { name: wording.document_name, steps, parts }, input);
  return workbookBytes(workbook);
}

/** The price sheet, a file of its own: it stays closed with the price part. The same input gives the same bytes. */
export async function priceWorkbook(input: ResponseWorkbookInput): Promise<Buffer> {
  const { wording } = input;
  const workbook = startWorkbook(wording.price_sheet_name, input);
  const instructions = workbook.addWorksheet(sheetName(wording.sheet_instructions));
  writeManifest(workbook, "prices", input);
  const parts = [await writePrices(workbook.addWorksheet(sheetName(wording.sheet_prices)), input)];
  const steps = [
    wording.price_step_cells,
    wording.price_step_apart,
    wording.step_upload.replace(/^\d/, "3"),
    wording.step_submit.replace(/^\d/, "4"),
  ];
  await fillInstructions(instructions, { name: wording.price_sheet_name, steps, parts }, input);
  return workbookBytes(workbook);
}

const startWorkbook = (name: string, { content, language, publishedAt }: ResponseWorkbookInput): Workbook =>
  newWorkbook(
    `${name}: ${content.title[language]}`,
    content.buyer.name,
    publishedAt ?? "2000-01-01T00:00:00Z",
  );
