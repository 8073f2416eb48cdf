import type { Language } from "#app/domain/language.ts";
import { spreadsheetText } from "#app/domain/response/spreadsheet-text.ts";

/** A cell as it is shown, and whether its column holds numbers. */
export interface ShownCell {
  readonly text: string;
  readonly numeric: boolean;
}

const shownNumber = /^([−-]?)([\d\s.,]*\d)(?:\s*(?:kr|SEK|%|s))?$/u;

/**
 * What a table shows, as spreadsheet programs of that language open it: a number keeps its decimal sign and loses
 * spaces and unit, a text never begins a formula.
 */
export function tableCsv(rows: readonly (readonly ShownCell[])[], language: Language): string {
  const delimiter = language === "sv" ? ";" : ",";
  return `\ufeff${rows.map((row) => `${row.map((cell) => quoted(cell, language)).join(delimiter)}\r\n`).join("")}`;
}

function quoted({ text, numeric }: ShownCell, language: Language): string {
  const number = numeric ? shownNumber.exec(text) : null;
  const value =
    number === null
      ? spreadsheetText(text)
      : `${number[1] === "" ? "" : "-"}${number[2]?.replace(language === "sv" ? /\s/gu : /[\s,]/gu, "")}`;
  return `"${value.replaceAll('"', '""')}"`;
}
