import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CsvCell } from "#app/documents/csv.ts";
import { tableWorkbook } from "#app/documents/table-workbook.ts";
import { archiveEntries } from "./archive-entries.ts";

const about = { title: "Mätvärden", author: "Exempelköping", instant: "2027-01-29T09:00:00Z" };
const columns = [
  { head: "Kö", width: 20 },
  { head: "Nivå", width: 12, format: "0.00" },
];
const book = (rows: readonly (readonly CsvCell[])[]) =>
  tableWorkbook(about, [{ name: "Tal", columns, rows }]);

async function sheetOf(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error("the workbook has no sheet");
  return sheet;
}

describe("a workbook of tables", () => {
  it("holds texts as texts, numbers as numbers and no data as nothing", async () => {
    const sheet = await sheetOf(
      await book([
        ["Växeln", { number: "92.5" }],
        ["Natten", null],
      ]),
    );
    const cells = ["A1", "B1", "A2", "B2", "A3", "B3"].map((address) => sheet.getCell(address).value);
    expect(cells).toEqual(["Kö", "Nivå", "Växeln", 92.5, "Natten", null]);
    expect(sheet.getCell("B2").numFmt).toBe("0.00");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  });

  it("keeps a number that a spreadsheet would round as text", async () => {
    const sheet = await sheetOf(await book([["", { number: "33.33333333333333333" }]]));
    expect(sheet.getCell("B2").value).toBe("33.33333333333333333");
  });

  it("has no formula, whatever texts say", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), fc.constantFrom("=1+1", "+A1", "@x", "-2"))),
        async (texts) => {
          const bytes = await book(texts.map((text) => [text, null]));
          for (const [, xml] of await archiveEntries(bytes)) expect(xml).not.toContain("<f>");
          const sheet = await sheetOf(bytes);
          for (let row = 2; row <= sheet.rowCount; row++) {
            expect(String(sheet.getCell(row, 1).value ?? "")).not.toMatch(/^[=+@-]/);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("gives the same bytes for the same input, at whatever time", async () => {
    const rows = Array.from({ length: 250 }, (_, i) => [`Kö ${i}`, { number: String(i) }]);
    const first = await book(rows);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await book(rows)).equals(first)).toBe(true);
  });
});
