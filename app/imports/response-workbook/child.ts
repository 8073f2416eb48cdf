/**
 * The child process: parses one workbook with the streaming reader and writes its cells as JSON lines. It decides
 * nothing; whatever it says is checked again by the process that started it, which also watches its memory and time.
 */
import { once } from "node:events";
import fs from "node:fs";
import ExcelJS, { type CellValue, type Row } from "exceljs";
import { childLimits } from "#app/imports/response-workbook/archive-limits.ts";
import { plainNumber } from "#app/imports/response-workbook/plain-number.ts";
import type { SheetCell, SheetRow } from "#app/imports/response-workbook/sheet-row.ts";

const path = process.argv[2];
if (path === undefined) throw new Error("the path of a workbook is missing");

// The library keeps sheets that come before the shared strings in temporary files, and asks for the real path of their
// folder first. That reads every folder above it, which this process may not; the path it is given is real already.
Object.assign(fs, {
  realpath: (given: string, done: (error: null, real: string) => void) => done(null, given),
});

const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
  worksheets: "emit",
  sharedStrings: "cache",
  hyperlinks: "ignore",
  styles: "cache",
  entries: "ignore",
});

await say({ end: await sayRows() });

async function sayRows(): Promise<"complete" | "too_many_rows"> {
  let rows = 0;
  for await (const sheet of reader) {
    // The type declarations leave the name out, which the reader does set.
    const name = "name" in sheet && typeof sheet.name === "string" ? sheet.name : "";
    for await (const row of sheet) {
      if (++rows > childLimits.rows) return "too_many_rows";
      const cells = cellsOf(row);
      if (cells.length > 0) await say({ sheet: name, row: row.number, cells } satisfies SheetRow);
    }
  }
  return "complete";
}

function cellsOf(row: Row): SheetCell[] {
  const cells: SheetCell[] = [];
  for (let column = 1; column <= Math.min(row.cellCount, childLimits.columns); column++) {
    const cell = row.findCell(column);
    const read = cell ? readValue(cell.value) : null;
    if (read !== null) cells.push({ column, ...read });
  }
  return cells;
}

function readValue(value: CellValue): Omit<SheetCell, "column"> | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return { kind: "number", text: plainNumber(value) };
  if (typeof value === "boolean") return { kind: "boolean", text: String(value) };
  if (typeof value === "string") return textCell(value);
  if (value instanceof Date) return { kind: "date", text: String(value.getTime()) };
  if ("richText" in value) return textCell(value.richText.map((part) => part.text ?? "").join(""));
  if ("error" in value) return { kind: "error", text: String(value.error) };
  if ("formula" in value || "sharedFormula" in value) {
    const result = value.result;
    const shown = typeof result === "number" ? plainNumber(result) : typeof result === "string" ? result : "";
    return { kind: "formula", text: shown.slice(0, childLimits.cell) };
  }
  return "text" in value ? textCell(String(value.text)) : null;
}

/** `_x0041_` is how the format writes a character by its number. */
function textCell(text: string): Omit<SheetCell, "column"> | null {
  if (text === "") return null;
  const decoded = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return { kind: "text", text: decoded.slice(0, childLimits.cell) };
}

async function say(line: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, "drain");
}
