import { describe, expect, it } from "vitest";
import { archiveEntries } from "./archive-entries.ts";
import { report } from "./invented-evaluation.ts";
import { wordTables, wordTexts } from "./word-paragraphs.ts";

describe("the evaluation report", () => {
  it("gives every reason of a bid that is rejected, and none to the others", async () => {
    const texts = await wordTexts(await report("en"));
    const reasons = texts.filter((text) => text.startsWith("Reasons"));
    expect(reasons).toEqual([
      "ReasonsNo answer to the must-requirement AVAIL-001 Title of AVAIL-001 (en)The tender price is above the ceiling price",
    ]);
  });

  it("tells who declared an interest, who has not, and who is not asked", async () => {
    const texts = await wordTexts(await report("en"));
    expect(texts[texts.indexOf("Per Ahlbom") + 2]).toBe("No conflict, 15 March 2027, 09:00");
    expect(texts[texts.indexOf("Ove Sandell") + 2]).toBe("Not made");
    expect(texts[texts.indexOf("Ina Lindvall") + 2]).toBe("–");
  });

  it("shows agreed levels by their published words, with the reason", async () => {
    const texts = await wordTexts(await report("sv"));
    expect(texts).toContain("Yes: everything. (sv)");
    expect(texts).toContain("Reason for a");
  });

  it("shows a refuted value with its coverage, and no data as no value", async () => {
    const texts = await wordTexts(await report("en"));
    const at = texts.indexOf("Refuted");
    expect(texts.slice(at, at + 3)).toEqual(["Refuted", "89.62%", "100%"]);
    const none = texts.indexOf("No data");
    expect(texts.slice(none, none + 3)).toEqual(["No data", "–", "–"]);
  });

  it("puts the numbers of each compared bid into the formula, and gives the others no result", async () => {
    const texts = await wordTexts(await report("en"));
    // 480 000 · 7.25 + 48.5 · 9 000 = 3 916 500; QUAL-003 gives its full 120 000.50.
    expect(texts).toContain(
      "Comparison price: SEK\u00a03,916,500.00 − SEK\u00a0120,000.50 = SEK\u00a03,796,499.50",
    );
    expect(texts).toContain("The bid is not admitted and gets no result.");
  });

  it("says for each neighbouring pair what decided", async () => {
    expect(await wordTexts(await report("sv"))).toContain(
      "Svarslinjen AB (påhittad) före Tonen AB (påhittad): lägre jämförelsepris.",
    );
  });

  it("repeats the head of each table and splits no row", async () => {
    for (const rows of await wordTables(await report("sv"))) {
      expect(rows.map((row) => row.includes("<w:tblHeader"))).toEqual(rows.map((_, index) => index === 0));
      expect(rows.every((row) => row.includes("<w:cantSplit"))).toBe(true);
    }
  });

  it("gives the same bytes for the same input", async () => {
    expect((await report("sv")).equals(await report("sv"))).toBe(true);
  });

  it("shows the bids in pictures, and what the first place hangs on, with the figures in words and in a table", async () => {
    const bytes = await report("en");
    const texts = await wordTexts(bytes);
    expect(texts.filter((text) => text.startsWith("Figure "))).toEqual([
      "Figure 1. What the shoulds deduct from the price of each bid, by area",
      "Figure 2. Price against quality of the bids that are compared",
      "Figure 3. The margin when one thing at a time is lower and higher",
    ]);
    const entries = await archiveEntries(bytes);
    const told = [
      ...(entries.get("word/document.xml") ?? "").matchAll(/<wp:docPr id="(\d)"[^>]*descr="([^"]*)"/g),
    ];
    expect(told.map(([, id]) => id)).toEqual(["1", "2", "3"]);
    // The rejected bid is not compared.
    expect(told[1]?.[2]).toContain("Svarslinjen AB (påhittad): SEK\u00a03,916,500");
    expect(told[1]?.[2]).not.toContain("Växelbolaget");
    expect(entries.get("word/media/image2.svg")).not.toContain("Växelbolaget");
    expect(texts).toContain("The price of the first bid ±5%");
  });

  it("has no annex of a first place that nobody has alone", async () => {
    const texts = await wordTexts(await report("en", { sensitivity: null }));
    expect(texts.join()).not.toContain("What the result hangs on");
  });
});
