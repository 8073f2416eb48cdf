import ExcelJS, { type Workbook } from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ComparisonDocument } from "#app/documents/comparison-document.ts";
import { comparisonWorkbook } from "#app/documents/comparison-workbook.ts";
import { printableText } from "#app/documents/printed-values.ts";
import { loadWording } from "#app/documents/templates.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import type { Answer } from "#app/domain/response/response.ts";
import { textOfSpreadsheet } from "#app/domain/response/spreadsheet-text.ts";
import { archiveEntries } from "./archive-entries.ts";
import { content, printedTender, projectRoot } from "./invented-tender.ts";

const good: Readonly<Record<string, Answer>> = {
  "AVAIL-001": { type: "yes-no", value: true },
  "AVAIL-002": { type: "number", value: "92.5" },
  "AVAIL-003": { type: "file", met: true, comment: "plan.pdf" },
  "QUAL-001": { type: "choice", values: ["ar"] },
  "QUAL-002": { type: "choice", values: ["fi", "so"] },
  "QUAL-003": { type: "text", value: "We answer in four languages." },
};
const { "AVAIL-001": _missing, ...withoutMust } = good;

const responses = [
  { id: "a", answers: good, unitPrices: { "answered-call": "7.25", month: "9000" } },
  { id: "b", answers: withoutMust, unitPrices: { "answered-call": "6", month: "8000.125" } },
].map(({ id, ...given }) => ({ id, content: { tender: printedTender.tender, files: [], ...given } }));

const levels = ["a", "b"].flatMap((response) =>
  content.requirements.map(({ id }) => ({ response, requirement: id, level: "yes" })),
);

const document: ComparisonDocument = {
  language: "sv",
  content,
  vocabulary: printedTender.vocabulary,
  madeAt: "2027-04-02T08:00:00Z",
  evaluation: evaluateTender({ tender: content, responses, levels, measured: [], lotterySeed: null }),
  vendors: { a: "Svarslinjen AB (påhittad)", b: "Växelbolaget AB (påhittad)" },
  unitPrices: Object.fromEntries(responses.map(({ id, content: { unitPrices } }) => [id, unitPrices])),
};

async function written(changed: Partial<ComparisonDocument> = {}): Promise<Buffer> {
  const wording = await loadWording(projectRoot, "comparison-workbook", "sv");
  return comparisonWorkbook({ document: { ...document, ...changed }, wording });
}

async function opened(bytes: Buffer): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

const value = (workbook: Workbook, sheet: string, cell: string) =>
  workbook.getWorksheet(sheet)?.getCell(cell).value;

describe("the comparison workbook", () => {
  it("shows the ranked first, and why the others do not go on", async () => {
    const workbook = await opened(await written());
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "Rangordning",
      "Krav",
      "Priser",
      "Förkastade",
    ]);
    expect(value(workbook, "Rangordning", "A7")).toBe(1);
    expect(value(workbook, "Rangordning", "B7")).toBe("Svarslinjen AB (påhittad)");
    expect(value(workbook, "Rangordning", "A8")).toBeNull();
    expect(value(workbook, "Rangordning", "C8")).toBe("Förkastat");
    expect(value(workbook, "Förkastade", "A7")).toBe("Växelbolaget AB (påhittad)");
    expect(value(workbook, "Förkastade", "B7")).toBe(
      "Svar saknas på skall-kravet AVAIL-001 Title of AVAIL-001 (sv)",
    );
  });

  it("writes sums as numbers, and a missing answer as missing and never as zero", async () => {
    const workbook = await opened(await written());
    // 480 000 × 7.25 and 48.5 × 8 000.125
    expect(value(workbook, "Priser", "E7")).toEqual({ formula: "C7*D7", result: 3_480_000 });
    expect(value(workbook, "Priser", "G8")).toEqual({ formula: "C8*F8", result: 388_006.0625 });
    expect(value(workbook, "Priser", "E9")).toMatchObject({ formula: "SUM(E7:E8)" });
    expect(value(workbook, "Krav", "H7")).toBe("Svar saknas");
    expect(value(workbook, "Krav", "I7")).toBeNull();
  });

  it("holds any text as text, with no formula but its own and no link, and gives it back unchanged", {
    timeout: 30_000,
  }, async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom(
        "=1+1",
        "+1",
        "-1",
        "@a",
        "\t=1",
        "\r=1",
        "＝1",
        "'=1",
        '=HYPERLINK("x")',
        "_x0041_",
        "a & b < c",
      ),
    );
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        const bytes = await written({ vendors: { ...document.vendors, a: name } });
        const entries = await archiveEntries(bytes);
        const formulas = [...entries].flatMap(([, xml]) => xml.match(/<f[ >].*?<\/f>|<hyperlink/g) ?? []);
        for (const formula of formulas) {
          expect(formula).toMatch(/^<f>([A-Z]+\d+[*-][A-Z]+\d+|SUM\([A-Z]+\d+:[A-Z]+\d+\))<\/f>$/);
        }
        const cell = value(await opened(bytes), "Rangordning", "B7");
        const back = textOfSpreadsheet(typeof cell === "string" ? cell : "");
        // The library that reads here leaves the format's own escape of an underscore as it stands.
        expect(back.replaceAll("_x005F_", "_")).toBe(printableText(name).replaceAll("_x005F_", "_"));
      }),
      { numRuns: 40 },
    );
  });

  it("gives the same bytes for the same input", async () => {
    expect((await written()).equals(await written())).toBe(true);
  });
});
