import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableCsv } from "#app/components/table-csv.ts";

const text = (words: string) => ({ text: words, numeric: false });
const number = (words: string) => ({ text: words, numeric: true });

describe("a table as a file", () => {
  it("keeps numbers as a spreadsheet program of the language reads them", () => {
    const row = [
      text("Pris"),
      number("1\u00a0234\u202f567,50 kr"),
      number("−5"),
      number("98,7 %"),
      number("–"),
    ];
    expect(tableCsv([row], "sv")).toBe('\ufeff"Pris";"1234567,50";"-5";"98,7";"–"\r\n');
    expect(tableCsv([[number("1,234,567.50")]], "en")).toBe('\ufeff"1234567.50"\r\n');
  });

  it("doubles quotes and keeps delimiters inside their cell", () => {
    expect(tableCsv([[text('Växeln; "natt"')]], "sv")).toBe('\ufeff"Växeln; ""natt"""\r\n');
  });

  it("never begins a formula, whatever a cell says", () => {
    const cell = fc.record({
      text: fc.oneof(fc.string(), fc.constantFrom("-5+1", "−5", "=1+1", "\t=1", "-", ";=1", '";=1')),
      numeric: fc.boolean(),
    });
    fc.assert(
      fc.property(cell, fc.constantFrom("sv", "en"), (shown, language) => {
        const value = tableCsv([[shown]], language).slice('\ufeff"'.length, -'"\r\n'.length);
        expect(value).not.toMatch(/^[=+@\t\r]|^-(?![\d.,]+$)/);
        expect(value.replaceAll('""', "")).not.toContain('"');
      }),
    );
  });
});
