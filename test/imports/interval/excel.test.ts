import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readIntervalReport } from "#app/imports/interval/read-interval-report.ts";
import { projectRoot } from "../../documents/invented-tender.ts";
import { workbook, workbookParts, zip } from "../office-archive/zip-writer.ts";
import { faultsOf, readReport, warningsOf, zoneNamed } from "./reports.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "interval-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Buffer) {
  const path = join(folder, "report.xlsx");
  await writeFile(path, bytes);
  return await readIntervalReport([{ path, name: "report.xlsx" }], {
    zone: zoneNamed("Europe/Stockholm"),
    zoneDeclared: true,
    thresholdS: null,
    root: projectRoot,
  });
}

const header = [
  "Datum",
  "Tid",
  "Kö",
  "Erbjudna samtal",
  "Besvarade samtal",
  "Besvarade inom 20 s",
  "Servicenivå",
];

async function bookOf(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Läs mig").addRow(["En påhittad rapport"]);
  const sheet = book.addWorksheet("Intervall");
  sheet.addRow(["Växeln i Exempelköping"]);
  sheet.addRow([]);
  sheet.addRow(header);
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const day = new Date("2025-03-03T00:00:00Z");
const at = (time: string): Date => new Date(`1899-12-30T${time}:00Z`);

describe("an interval report in Excel", () => {
  it("says the same as the text, from dates, times, numbers and shares of one", async () => {
    const bytes = await bookOf([
      [day, at("08:00"), "Växel", 40, 32, 30, 0.75],
      [day, at("08:30"), "Växel", 20, 16, 15, 0.75],
      ["Summa", null, null, { formula: "SUM(D4:D5)", result: 60 }, 48, 45, null],
    ]);
    const reading = await read(bytes);
    expect(reading.faults).toEqual([]);
    expect(warningsOf(reading)).toEqual(["interval_length_inferred", "summary_rows"]);
    const text = [
      header,
      ["2025-03-03", "08:00", "Växel", 40, 32, 30, "75"],
      ["2025-03-03", "08:30", "Växel", 20, 16, 15, "75"],
    ];
    expect(reading.report).toEqual(readReport(text.map((cells) => cells.join(";")).join("\n")).report);
  });

  it("names the row and the column of a fault; a formula is no number of calls", async () => {
    const bytes = await bookOf([
      [day, at("08:00"), "Växel", { formula: "30+10", result: 40 }, 32, 30, 0.75],
      [day, at("08:30"), "Växel", 20, 16.5, 15, 0.75],
    ]);
    expect(faultsOf(await read(bytes))).toEqual([
      "cell_count 4 Erbjudna samtal",
      "cell_count 5 Besvarade samtal",
    ]);
  });

  it("is refused when it is made to harm, or holds a million empty rows, in bounded time", async () => {
    const start = performance.now();
    const emptyRows = '<row r="1"/>'.repeat(1_000_000);
    const cases: readonly (readonly [Buffer, string])[] = [
      [workbook(`<sheetData>${emptyRows}</sheetData>`), "archive_ratio_too_high 1"],
      [
        zip([...workbookParts("<sheetData/>"), { name: "xl/vbaProject.bin", content: "x" }]),
        "archive_has_macros 1",
      ],
      [Buffer.from("PK\u0003\u0004 and nothing more"), "archive_unreadable 1"],
    ];
    for (const [bytes, code] of cases) expect(faultsOf(await read(bytes))).toEqual([code]);
    expect(performance.now() - start).toBeLessThan(60_000);
  });

  it("is refused with a million numbered rows that hold nothing", async () => {
    let rows = "";
    for (let row = 1; row <= 1_000_000; row++) rows += `<row r="${row}" ht="${(row * 7919) % 99991}"/>`;
    const faults = faultsOf(await read(workbook(`<sheetData>${rows}</sheetData>`)));
    expect(faults).toEqual(["workbook_too_many_rows 1"]);
  }, 60_000);
});
