import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "#app/documents/csv.ts";
import { requirementCsv, requirementJson } from "#app/documents/requirement-list.ts";
import { textOfSpreadsheet } from "#app/domain/response/spreadsheet-text.ts";
import { content, printedTender } from "./invented-tender.ts";

/** RFC 4180 with every cell quoted. */
function read(bytes: Buffer): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of bytes.toString("utf8").matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}
const list = () => requirementCsv({ ...printedTender, language: "sv", measureSentence: () => "minst 90 %" });

describe("the requirement list", () => {
  it("has a row for each requirement, with names of fields on top", () => {
    const [heads = [], ...rows] = read(list());
    expect(rows.map(([id]) => id)).toEqual(content.requirements.map(({ id }) => id));
    const row = Object.fromEntries(heads.map((head, index) => [head, rows[1]?.[index]]));
    expect(row).toMatchObject({
      id: "AVAIL-002",
      area: "Tillgänglighet",
      level: "should",
      measure: "minst 90 %",
      comparator: ">=",
      threshold: "90",
      value_sek: "120000.50",
    });
  });

  it("quotes every cell and begins with a byte-order mark", () => {
    const text = list().toString("utf8");
    expect(text.startsWith('\ufeff"id","area"')).toBe(true);
    expect(csv([["a", null, { number: "-5" }]]).toString()).toBe('\ufeff"a","","-5"\r\n');
  });

  it("lets no text be read as a formula, and gives every text back", () => {
    const start = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\0",
      "＝",
      "＋",
      "－",
      "＠",
      "'=",
      '"',
      "",
    );
    fc.assert(
      fc.property(start, fc.string({ unit: "binary" }), (first, rest) => {
        const text = (first + rest).toWellFormed();
        const [[cell = ""] = []] = read(csv([[text, "last"]]));
        expect(cell).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
        expect(textOfSpreadsheet(cell)).toBe(text);
      }),
    );
  });

  it("takes nothing for a number that is none", () => {
    expect(() => csv([[{ number: "=1" }]])).toThrow(TypeError);
  });

  it("is whole as JSON, in both languages, and names what it belongs to", () => {
    expect(JSON.parse(requirementJson({ ...printedTender, language: "sv" }).toString())).toEqual({
      tender: printedTender.tender,
      caseNumber: content.caseNumber,
      version: "1",
      contentSha256: printedTender.sha256,
      requirements: content.requirements,
    });
  });
});
