import ExcelJS, { type Workbook, type Worksheet } from "exceljs";
import { describe, expect, it } from "vitest";
import { priceWorkbook, responseWorkbook } from "#app/documents/response-workbook.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import { archiveEntries } from "./archive-entries.ts";
import { content, printedTender } from "./invented-tender.ts";
import { workbookWords } from "./workbook-words.ts";

type Filled = Pick<ResponseContent, "answers" | "statements" | "unitPrices">;

async function form(response: Filled | null = null): Promise<Buffer> {
  return responseWorkbook({ ...printedTender, ...(await workbookWords("sv")), response });
}

async function opened(bytes: Buffer): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

function cellsOf(sheet: Worksheet) {
  const cells: ExcelJS.Cell[] = [];
  sheet.eachRow((row) => row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell)));
  return cells;
}

const sheetOf = (workbook: Workbook, name: string): Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

describe("the response workbook", () => {
  it("has instructions, statements, musts and shoulds to see, and a manifest that is not shown", async () => {
    const workbook = await opened(await form());
    const visible = workbook.worksheets.filter(({ state }) => state === "visible").map(({ name }) => name);
    expect(visible).toEqual(["Anvisningar", "Uppgifter", "Skall-krav", "Bör-krav"]);
    const manifest = sheetOf(workbook, "skallbor");
    expect(manifest.state).toBe("veryHidden");
    expect(manifest.getCell("B2").value).toBe(printedTender.tender);
    expect(manifest.getCell("B3").value).toBe(printedTender.sha256);
  });

  it("locks every cell but the answers, without a password", async () => {
    const bytes = await form();
    const entries = await archiveEntries(bytes);
    const protections = [...entries].flatMap(([, xml]) => xml.match(/<sheetProtection[^>]*>/g) ?? []);
    expect(protections).toHaveLength(4);
    for (const protection of protections) expect(protection).not.toMatch(/password|hashValue/);
    const open = (await opened(bytes)).worksheets.flatMap((sheet) =>
      cellsOf(sheet)
        .filter(({ protection }) => protection?.locked === false)
        .map(({ address }) => `${sheet.name} ${address}`),
    );
    expect(open).toEqual([
      ...[6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 18].map((row) => `Uppgifter C${row}`),
      "Skall-krav E6",
      "Skall-krav E7",
      "Skall-krav G7",
      "Bör-krav E6",
      "Bör-krav E8",
      "Bör-krav E9",
      "Bör-krav E10",
      "Bör-krav E11",
      "Bör-krav E12",
    ]);
  });

  it("offers lists for yes or no and for options, and bounds numbers", async () => {
    const shoulds = sheetOf(await opened(await form()), "Bör-krav");
    expect(shoulds.getCell("E6").dataValidation).toMatchObject({
      type: "decimal",
      operator: "between",
      formulae: [0, 100],
    });
    expect(shoulds.getCell("E8").dataValidation).toMatchObject({
      type: "list",
      formulae: ["skallbor!$D$1:$D$3"],
    });
    expect(shoulds.getCell("E9").dataValidation).toMatchObject({ type: "list", formulae: ['"Ja,Nej"'] });
    expect(shoulds.getCell("F6").value).toBe("Tal med högst 2 decimaler, procent, från 0 till 100");
  });

  it("says what is answered and what remains, beforehand and by formula", async () => {
    const answers = {
      "AVAIL-001": { type: "yes-no", value: false },
      "QUAL-002": { type: "choice", values: ["fi"] },
    } as const;
    const first = sheetOf(
      await opened(await form({ answers, statements: { address: "Exempelvägen 1" }, unitPrices: {} })),
      "Anvisningar",
    );
    const table = ["B", "C", "D", "E"].map((column) =>
      [19, 20, 21].map((row) => {
        const { value } = first.getCell(`${column}${row}`);
        return typeof value === "object" && value !== null && "result" in value ? value.result : value;
      }),
    );
    expect(table).toEqual([
      ["Uppgifter", "Skall-krav", "Bör-krav"],
      [1, 1, 1],
      [10, 2, 4],
      [9, 1, 3],
    ]);
    expect(first.getCell("C20").formula).toBe("COUNTIF('Skall-krav'!$I$5:$I$7,\"✓\")");
  });

  it("repeats its head on every printed page", async () => {
    const workbook = await opened(await form());
    expect(sheetOf(workbook, "Bör-krav").pageSetup).toMatchObject({
      printTitlesRow: "4:4",
      fitToWidth: 1,
      fitToHeight: 0,
    });
  });

  it("has formulas of our own only, whatever texts say", async () => {
    const formulas = async (bytes: Buffer): Promise<string[]> =>
      [...(await archiveEntries(bytes))].flatMap(([, xml]) => xml.match(/<f>[^<]*<\/f>/g) ?? []);
    const hostile = { sv: '=HYPERLINK("http://a.example")', en: "@SUM(1)" };
    const changed = await responseWorkbook({
      ...printedTender,
      content: {
        ...content,
        title: hostile,
        requirements: content.requirements.map((one) => ({
          ...one,
          title: hostile,
          text: hostile,
          proof: hostile,
        })),
      },
      ...(await workbookWords("sv")),
      response: {
        answers: { "QUAL-003": { type: "text", value: "=1+1" } },
        statements: { address: "=1+1" },
        unitPrices: {},
      },
    });
    expect(await formulas(changed)).toEqual(await formulas(await form()));
  });

  it("gives the same bytes for the same input", async () => {
    expect((await form()).equals(await form())).toBe(true);
  });
});

describe("the price sheet", () => {
  it("is a file of its own with a manifest that says so, and only its prices are open", async () => {
    const bytes = await priceWorkbook({ ...printedTender, ...(await workbookWords("sv")), response: null });
    const workbook = await opened(bytes);
    const visible = workbook.worksheets.filter(({ state }) => state === "visible").map(({ name }) => name);
    expect(visible).toEqual(["Anvisningar", "Priser"]);
    expect(sheetOf(workbook, "skallbor").getCell("B6").value).toBe("prices");
    const open = cellsOf(sheetOf(workbook, "Priser")).filter(
      ({ protection }) => protection?.locked === false,
    );
    expect(open.map(({ address }) => address)).toEqual(["E5", "E6"]);
  });
});
