/**
 * The child process: parses one workbook with the streaming reader and writes its cells as JSON lines. It decides
 * nothing; whatever it says is checked again by the process that started it, which also watches its memory and time.
 */
import { once } from "node:events";
import type { Readable } from "node:stream";
import ExcelJS, { type CellValue, type Row } from "exceljs";
import { type Entry, openPromise } from "yauzl";
import { childLimits } from "#app/imports/response-workbook/child-limits.ts";
import { plainNumber } from "#app/imports/response-workbook/plain-number.ts";
import type { SheetCell, SheetRow } from "#app/imports/response-workbook/sheet-row.ts";

/**
 * The steps of the streaming reader (exceljs 4.4.0), taken one by one. Its own loop over the archive now and then
 * misses the last entry, reads entries that the archive's directory does not list and so nobody has checked, and cuts
 * characters in two where chunks meet.
 */
interface ReaderSteps {
  _parseRels(part: Readable): Promise<void>;
  _parseWorkbook(part: Readable): Promise<void>;
  _parseStyles(part: Readable): Promise<void>;
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>;
  _parseWorksheet(part: Readable, number: string): Iterable<{ readonly value: SheetReader }>;
}
type SheetReader = AsyncIterable<Row> & { readonly name?: string };

const [path, mostRows = childLimits.rows] = process.argv.slice(2);
if (path === undefined) throw new Error("the path of a workbook is missing");

// Whoever started this is gone when the input closes; nobody waits for the rows then.
process.stdin.on("end", () => process.exit(1)).resume();
process.stdin.on("error", () => process.exit(1));

const archive = await openPromise(path, { lazyEntries: true, autoClose: false });
const entries = new Map<string, Entry>();
for await (const entry of archive.eachEntry()) entries.set(entry.fileName, entry);
await say({ end: await sayRows() });
archive.close();
process.stdin.destroy();

/** An entry as text, whole characters only; null when there is none. */
async function part(name: string): Promise<Readable | null> {
  const entry = entries.get(name);
  return entry ? (await archive.openReadStreamPromise(entry)).setEncoding("utf8") : null;
}

async function sayRows(): Promise<"complete" | "too_many_rows"> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader("", {
    worksheets: "emit",
    sharedStrings: "cache",
    hyperlinks: "ignore",
    styles: "cache",
    entries: "ignore",
  }) as unknown as ReaderSteps;
  const [relations, book] = [await part("xl/_rels/workbook.xml.rels"), await part("xl/workbook.xml")];
  if (relations) await reader._parseRels(relations);
  if (book) await reader._parseWorkbook(book);
  const styles = await part("xl/styles.xml");
  if (styles) await reader._parseStyles(styles);
  const strings = await part("xl/sharedStrings.xml");
  if (strings) for await (const _ of reader._parseSharedStrings(strings));
  let rows = 0;
  for (const name of entries.keys()) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    const content = number === undefined ? null : await part(name);
    if (number === undefined || content === null) continue;
    for (const { value: sheet } of reader._parseWorksheet(content, number)) {
      for await (const row of sheet) {
        if (++rows > Number(mostRows)) return "too_many_rows";
        const cells = cellsOf(row);
        if (cells.length > 0)
          await say({ sheet: sheet.name ?? "", row: row.number, cells } satisfies SheetRow);
      }
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
