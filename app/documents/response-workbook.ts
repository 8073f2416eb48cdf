import type { ResponseWorkbookInput } from "#app/documents/response-workbook-input.ts";
import { fillInstructions } from "#app/documents/response-workbook-instructions.ts";
import { writeManifest } from "#app/documents/response-workbook-manifest.ts";
import { writePrices } from "#app/documents/response-workbook-prices.ts";
import { writeRequirements } from "#app/documents/response-workbook-requirements.ts";
import type { ProgressPart } from "#app/documents/response-workbook-sheet.ts";
import { newWorkbook, sheetName, workbookBytes } from "#app/documents/workbook-style.ts";
import type { Level } from "#app/domain/catalogue/requirement.ts";

/**
 * The response form as an Excel file that Excel and LibreOffice fill in: only answer cells are open, lists and numbers
 * are validated, and hidden cells tie each row to its requirement. The same input gives the same bytes.
 */
export async function responseWorkbook(input: ResponseWorkbookInput): Promise<Buffer> {
  const { content, wording, language } = input;
  const workbook = newWorkbook(
    `${wording.document_name}: ${content.title[language]}`,
    content.buyer.name,
    input.publishedAt ?? "2000-01-01T00:00:00Z",
  );
  const instructions = workbook.addWorksheet(sheetName(wording.sheet_instructions));
  const manifest = writeManifest(workbook, input);
  const parts: ProgressPart[] = [];
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
  if (content.priceItems.length > 0) {
    parts.push(await writePrices(workbook.addWorksheet(sheetName(wording.sheet_prices)), input));
  }
  await fillInstructions(instructions, parts, input);
  return workbookBytes(workbook);
}
