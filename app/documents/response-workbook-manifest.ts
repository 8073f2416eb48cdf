import type { Workbook } from "exceljs";
import type { ResponseWorkbookInput } from "#app/documents/response-workbook-input.ts";
import { cellText } from "#app/documents/workbook-style.ts";
import {
  type ManifestKey,
  manifestKeys,
  manifestMarker,
  type WorkbookPart,
} from "#app/domain/response/workbook-form.ts";

export interface Manifest {
  /** Writes a list that a validation may name, and gives its range. Excel takes no list over 255 characters in the rule itself. */
  readonly addList: (labels: readonly string[]) => string;
}

const sheetName = "skallbor";
/** Lists stand to the right of the keys and values. */
const firstListColumn = 4;

/** The hidden sheet that tells which tender and which frozen content the workbook belongs to. */
export function writeManifest(
  workbook: Workbook,
  part: WorkbookPart,
  input: ResponseWorkbookInput,
): Manifest {
  const sheet = workbook.addWorksheet(sheetName, { state: "veryHidden" });
  const values: Readonly<Record<ManifestKey, string>> = {
    tender: input.tender,
    contentSha256: input.sha256 ?? "",
    language: input.language,
    version: input.version,
    part,
  };
  sheet.getCell(1, 1).value = manifestMarker;
  manifestKeys.forEach((key, index) => {
    sheet.getCell(index + 2, 1).value = key;
    sheet.getCell(index + 2, 2).value = values[key];
  });
  let column = firstListColumn;
  const addList = (labels: readonly string[]): string => {
    labels.forEach((label, index) => {
      sheet.getCell(index + 1, column).value = cellText(label);
    });
    const letter = sheet.getColumn(column).letter;
    column++;
    return `${sheetName}!$${letter}$1:$${letter}$${labels.length}`;
  };
  return { addList };
}
