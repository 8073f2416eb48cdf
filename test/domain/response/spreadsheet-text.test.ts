import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadsheetText, textOfSpreadsheet } from "#app/domain/response/spreadsheet-text.ts";

describe("text for a spreadsheet", () => {
  it("never starts with what a spreadsheet program takes for a formula", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"]) {
      expect(spreadsheetText(`${start}1`)).toBe(`'${start}1`);
    }
    expect(spreadsheetText("a=1")).toBe("a=1");
  });

  it("comes back as it was, apostrophes included", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^'{0,3}[=+@-]?.{0,3}$/));
    fc.assert(fc.property(text, (original) => textOfSpreadsheet(spreadsheetText(original)) === original));
  });
});
