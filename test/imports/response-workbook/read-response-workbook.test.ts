import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS, { type CellValue, type Workbook, type Worksheet } from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { priceWorkbook, responseWorkbook } from "#app/documents/response-workbook.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import {
  readResponseWorkbook,
  type WorkbookContext,
} from "#app/imports/response-workbook/read-response-workbook.ts";
import { printedTender, projectRoot } from "../../documents/invented-tender.ts";
import { workbookWords } from "../../documents/workbook-words.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "returned-"));
});
afterAll(() => rm(folder, { recursive: true }));

const filled: Pick<ResponseContent, "answers" | "statements" | "unitPrices"> = {
  answers: {
    "AVAIL-001": { type: "yes-no", value: true },
    "AVAIL-002": { type: "number", value: "92.5" },
    "AVAIL-003": { type: "file", met: true, comment: "plan.pdf" },
    "QUAL-001": { type: "choice", values: ["ar"] },
    "QUAL-002": { type: "choice", values: ["fi", "so"] },
    "QUAL-003": { type: "text", value: "We answer in four languages." },
  },
  statements: { address: "Exempelvägen 1", taxes_paid: "yes", independent_bid: "no" },
  unitPrices: { "answered-call": "7.25", month: "9000" },
};
const { unitPrices, ...filledAnswers } = filled;

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Row number of a hidden row id. */
function rowOf(sheet: Worksheet, id: string): number {
  let found = 0;
  sheet.eachRow((row, number) => {
    if (row.getCell(1).value === id) found = number;
  });
  if (found === 0) throw new Error(`no row ${id}`);
  return found;
}

/** Fills the Swedish form, lets a vendor change it in a spreadsheet program, and reads what comes back. */
async function returned(
  change: (workbook: Workbook) => void,
  context: Partial<WorkbookContext> = {},
  write = responseWorkbook,
) {
  const workbook = new ExcelJS.Workbook();
  const bytes = await write({ ...printedTender, ...(await workbookWords("sv")), response: filled });
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  change(workbook);
  const path = join(folder, "returned.xlsx");
  await workbook.xlsx.writeFile(path);
  const { content, tender, sha256 } = printedTender;
  const result = await readResponseWorkbook(path, {
    root: projectRoot,
    content,
    tender,
    contentSha256: sha256 ?? "",
    ...context,
  });
  return result;
}

async function reading(
  change: (workbook: Workbook) => void,
  context: Partial<WorkbookContext> = {},
  write = responseWorkbook,
) {
  const result = await returned(change, context, write);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const put =
  (sheet: string, id: string, value: CellValue, column = "E") =>
  (workbook: Workbook) => {
    const found = sheetOf(workbook, sheet);
    found.getCell(`${column}${rowOf(found, id)}`).value = value;
  };

const rest = (without: string) =>
  Object.fromEntries(Object.entries(filled.answers).filter(([id]) => id !== without));

describe("a workbook that another program has saved", () => {
  it("is read whole", async () => {
    const read = await reading(() => undefined);
    expect(read).toMatchObject({ ...filledAnswers, unitPrices: {}, faults: [], warnings: [] });
  });

  it("is read after sheets were renamed, columns added and rows sorted", async () => {
    const read = await reading((workbook) => {
      sheetOf(workbook, "Bör-krav").name = "Our answers";
      sheetOf(workbook, "Uppgifter").spliceColumns(3, 0, ["note"], ["more"]);
      const sheet = sheetOf(workbook, "Bör-krav".replace("Bör-krav", "Our answers"));
      const [a, b] = [rowOf(sheet, "requirement:AVAIL-002"), rowOf(sheet, "requirement:QUAL-003")];
      const values = [sheet.getRow(a).values, sheet.getRow(b).values];
      sheet.getRow(a).values = values[1] as CellValue[];
      sheet.getRow(b).values = values[0] as CellValue[];
    });
    expect(read).toMatchObject({ ...filledAnswers, unitPrices: {}, faults: [], warnings: [] });
  });

  it("takes answers in the other language and in any case", async () => {
    const read = await reading((workbook) => {
      put("Skall-krav", "requirement:AVAIL-001", " NO ")(workbook);
      put("Bör-krav", "requirement:QUAL-001", "finnish, SPOKEN")(workbook);
      put("Bör-krav", "requirement:QUAL-002#fi", false)(workbook);
    });
    expect(read.faults).toEqual([]);
    expect(read.answers).toMatchObject({
      "AVAIL-001": { value: false },
      "QUAL-001": { values: ["fi"] },
      "QUAL-002": { values: ["so"] },
    });
  });

  it("says which rows are missing, and reads the others", async () => {
    const read = await reading((workbook) => {
      const sheet = sheetOf(workbook, "Bör-krav");
      sheet.spliceRows(rowOf(sheet, "requirement:AVAIL-002"), 1);
    });
    expect(read.warnings).toEqual([
      {
        code: "row_missing",
        place: { field: "answers.AVAIL-002" },
        params: { row: "AVAIL-002" },
      },
    ]);
    expect(read.answers).toEqual(rest("AVAIL-002"));
    expect(read.blank.requirements).toEqual([]);
  });

  it("leaves a choice of several options alone when the row of one option is gone", async () => {
    const read = await reading((workbook) => {
      const sheet = sheetOf(workbook, "Bör-krav");
      sheet.spliceRows(rowOf(sheet, "requirement:QUAL-002#ar"), 1);
    });
    expect(read.answers).toEqual(rest("QUAL-002"));
  });

  it("tells a blank from a no", async () => {
    const read = await reading(put("Skall-krav", "requirement:AVAIL-001", null));
    expect(read.blank.requirements).toEqual(["AVAIL-001"]);
    expect(read.answers).toEqual(rest("AVAIL-001"));
  });

  it("warns when the tender has changed since the workbook was downloaded", async () => {
    const read = await reading(() => undefined, { contentSha256: "0".repeat(64) });
    expect(read.warnings).toEqual([{ code: "workbook_of_other_version", params: { version: "1" } }]);
    expect(read.answers).toEqual(filled.answers);
  });

  it("warns of a row that the tender does not have", async () => {
    const [, ...requirements] = printedTender.content.requirements;
    const read = await reading(() => undefined, { content: { ...printedTender.content, requirements } });
    expect(read.warnings).toMatchObject([
      { code: "row_unknown", place: { sheet: "Skall-krav" }, params: { row: "AVAIL-001" } },
    ]);
  });

  it("is refused when it belongs to another tender, or to none", async () => {
    expect(await returned(() => undefined, { tender: "another" })).toEqual({
      ok: false,
      faults: [{ code: "workbook_of_other_tender" }],
    });
    expect(await returned((workbook) => workbook.removeWorksheet("skallbor"))).toEqual({
      ok: false,
      faults: [{ code: "workbook_not_recognised" }],
    });
  });
});

describe("a cell that cannot be taken", () => {
  const cases: readonly {
    readonly rule: string;
    readonly sheet: string;
    readonly row: string;
    readonly value: CellValue;
    readonly code: string;
    readonly params?: object;
    readonly column?: string;
  }[] = [
    {
      rule: "a formula, whose cached result nobody has confirmed",
      sheet: "Bör-krav",
      row: "requirement:AVAIL-002",
      value: { formula: "90+5", result: 95 },
      code: "formula_not_accepted",
      params: { result: "95" },
    },
    {
      rule: "text where a number is asked for",
      sheet: "Bör-krav",
      row: "requirement:AVAIL-002",
      value: "about 95",
      code: "answer_not_number",
    },
    {
      rule: "a number stored as text, which is ambiguous",
      sheet: "Bör-krav",
      row: "requirement:AVAIL-002",
      value: "1,000",
      code: "answer_not_number",
    },
    {
      rule: "a number out of range",
      sheet: "Bör-krav",
      row: "requirement:AVAIL-002",
      value: 100.01,
      code: "answer_out_of_range",
      params: { text: "100.01", min: "0", max: "100" },
    },
    {
      rule: "too many decimals",
      sheet: "Bör-krav",
      row: "requirement:AVAIL-002",
      value: 99.555,
      code: "answer_too_many_decimals",
      params: { text: "99.555", decimals: 2 },
    },
    {
      rule: "more digits than a spreadsheet keeps",
      sheet: "Bör-krav",
      row: "requirement:AVAIL-002",
      value: 1 / 3,
      code: "answer_too_many_digits",
    },
    {
      rule: "a date",
      sheet: "Bör-krav",
      row: "requirement:AVAIL-002",
      value: new Date("2027-01-02T00:00:00Z"),
      code: "cell_is_date",
    },
    {
      rule: "an error value",
      sheet: "Bör-krav",
      row: "requirement:AVAIL-002",
      value: { error: "#N/A" },
      code: "cell_is_error",
    },
    {
      rule: "an option that does not exist",
      sheet: "Bör-krav",
      row: "requirement:QUAL-001",
      value: "Latin",
      code: "answer_not_an_option",
    },
    {
      rule: "neither yes nor no",
      sheet: "Skall-krav",
      row: "requirement:AVAIL-001",
      value: "kanske",
      code: "answer_not_yes_no",
    },
    {
      rule: "a formula in a comment",
      sheet: "Skall-krav",
      row: "requirement:AVAIL-003",
      value: { formula: "A1", result: "x" },
      code: "formula_not_accepted",
      column: "G",
    },
  ];
  for (const { rule, sheet, row, value, code, params, column = "E" } of cases) {
    it(`is named with sheet, row and column, and costs no other answer: ${rule}`, async () => {
      let place = {};
      const read = await reading((workbook) => {
        put(sheet, row, value, column)(workbook);
        place = { sheet, row: rowOf(sheetOf(workbook, sheet), row), column };
      });
      expect(read.faults).toMatchObject([{ code, place, ...(params && { params }) }]);
      expect(read.faults).toHaveLength(1);
      const id = row.replace(/^\w+:/, "");
      expect(read.answers).toEqual(rest(id));
      expect(read.blank.requirements).toEqual([]);
    });
  }

  it("is a fault when a comment stands there without an answer", async () => {
    const read = await reading(put("Skall-krav", "requirement:AVAIL-003", null));
    expect(read.faults).toMatchObject([{ code: "comment_without_answer", place: { column: "E" } }]);
  });

  it("is a fault when a row was copied, and the first one counts", async () => {
    const read = await reading((workbook) => {
      const sheet = sheetOf(workbook, "Skall-krav");
      sheet.addRow(["requirement:AVAIL-001", "", "", "", "Nej"]);
    });
    expect(read.faults).toMatchObject([{ code: "row_repeated", params: { row: "AVAIL-001" } }]);
    expect(read.answers).toEqual(filled.answers);
  });

  it("is a fault when a declaration is neither yes nor no, and the others are read", async () => {
    const read = await reading(put("Uppgifter", "statement:taxes_paid", "kanske", "C"));
    expect(read.faults).toMatchObject([
      { code: "answer_not_yes_no", place: { sheet: "Uppgifter", column: "C" } },
    ]);
    expect(read.statements).toEqual({ address: "Exempelvägen 1", independent_bid: "no" });
  });
});

describe("a price sheet that another program has saved", () => {
  it("is read whole, without a word about answers", async () => {
    const read = await reading(() => undefined, {}, priceWorkbook);
    expect(read).toMatchObject({ answers: {}, statements: {}, unitPrices, faults: [], warnings: [] });
  });

  it("names the cell of a negative price where none may be, and keeps the other", async () => {
    const read = await reading(put("Priser", "price:month", -1), {}, priceWorkbook);
    expect(read.faults).toMatchObject([
      { code: "answer_out_of_range", place: { sheet: "Priser", column: "E" } },
    ]);
    expect(read.unitPrices).toEqual({ "answered-call": "7.25" });
  });
});
