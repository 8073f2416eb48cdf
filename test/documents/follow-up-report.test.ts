import { describe, expect, it } from "vitest";
import { reportOfMonth } from "./invented-follow-up.ts";
import { wordTables, wordTexts } from "./word-paragraphs.ts";

/** The texts of every table, row by row; lines of a cell are joined by a stroke. */
async function tablesOf(month: string): Promise<string[][][]> {
  const tables = await wordTables(await reportOfMonth(month, "en"));
  return tables.map((rows) =>
    rows.map((row) =>
      [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = ""]) =>
        [...cell.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
          .map(([, text]) => text ?? " | ")
          .join(""),
      ),
    ),
  );
}

describe("the report of a month of a contract", () => {
  it("sets what was promised and asked for against what was measured, with what was counted", async () => {
    const [requirements] = await tablesOf("2027-12");
    expect(requirements?.slice(1)).toEqual([
      [
        "AVAIL-002 Title of AVAIL-002 (en)",
        "≥ 90%",
        "92.5% | promise broken",
        "89% | 890 / 1,000",
        "96.875%",
        "Missed | 2 months in a row",
      ],
    ]);
  });

  it("tells a kept requirement from a broken promise", async () => {
    const [requirements] = await tablesOf("2028-01");
    expect(requirements?.[1]?.slice(2)).toEqual([
      "92.5% | promise broken",
      "91% | 910 / 1,000",
      "96.875%",
      "Kept",
    ]);
  });

  it("works out the credit by the deepest step that was passed", async () => {
    const [, credits] = await tablesOf("2027-11");
    // 79.5 % is below 80 %: 8 per cent of 9 000 SEK.
    expect(credits?.slice(1)).toEqual([["AVAIL-002", "worse than 80%", "8%"]]);
    const texts = await wordTexts(await reportOfMonth("2027-11", "en"));
    expect(texts).toContain(
      "The monthly fee is SEK\u00a09,000.00. The steps give 8 per cent, and the credit for the month is SEK\u00a0720.00.",
    );
    expect(texts.join("\n")).not.toContain("right to terminate");
  });

  it("says when the contract may be ended", async () => {
    const texts = await wordTexts(await reportOfMonth("2027-12", "sv"));
    expect(texts.some((text) => text.includes("AVAIL-002") && /säga upp|häv/i.test(text))).toBe(true);
  });

  it("shows no data as no data, which costs nothing", async () => {
    const [requirements] = await tablesOf("2027-10");
    expect(requirements?.[1]?.slice(3)).toEqual(["–", "–", "No data"]);
    expect(await wordTexts(await reportOfMonth("2027-10", "en"))).toContain(
      "No step was passed in the month.",
    );
  });

  it("ends its months with the one that is reported", async () => {
    const trend = (await tablesOf("2027-12")).at(-1);
    expect(trend?.slice(1)).toEqual([
      ["September 2027", "1", "0", "0", "0", "SEK\u00a00.00"],
      ["October 2027", "0", "0", "0", "1", "SEK\u00a00.00"],
      ["November 2027", "0", "1", "0", "0", "SEK\u00a0720.00"],
      ["December 2027", "0", "1", "0", "0", "SEK\u00a0450.00"],
    ]);
  });

  it("says what the figures may hide, or that nothing suggests it", async () => {
    const texts = await wordTexts(await reportOfMonth("2027-12", "en"));
    expect(texts).toContain("TRAP-01 Invented trap");
    const quiet = await wordTexts(await reportOfMonth("2027-12", "en", []));
    expect(quiet.some((text) => text.startsWith("Nothing in the month"))).toBe(true);
  });
});
