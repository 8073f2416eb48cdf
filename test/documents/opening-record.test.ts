import { describe, expect, it } from "vitest";
import { openingDocument, sha, sha256 } from "./invented-opening.ts";
import { wordTexts } from "./word-paragraphs.ts";

describe("the opening record as a document", () => {
  it("names openers and bidders with times of the tender's own zone", async () => {
    const texts = await wordTexts(await openingDocument("sv"));
    expect(texts).toContain(
      "ÖppnareIna Lindvall, bekräftade 12 mars 2027 kl. 13.04Per Ahlbom, bekräftade 12 mars 2027 kl. 13.05",
    );
    expect(texts).toContain("Svarslinjen AB (påhittad)Org.nr 559900-0016");
    expect(texts).toContain("11 mars 2027 kl. 09.00");
  });

  it("lists a withdrawn bid as one that was not opened, and late attempts as refused", async () => {
    const texts = await wordTexts(await openingDocument("en"));
    expect(texts).toContain("Withdrawn 12 March 2027, 08:00. The bid was not opened.");
    expect(texts.some((text) => text.includes("recorded: 1. All were refused"))).toBe(true);
    const without = await wordTexts(await openingDocument("en", { bids: [], late_attempts: 0 }));
    expect(without).toContain("No bids had been received.");
    expect(without.some((text) => text.includes("No attempt to submit after the deadline"))).toBe(true);
  });

  it("carries the hash of the stored record and of every file", async () => {
    const texts = await wordTexts(await openingDocument("en"));
    expect(texts).toContain(`SHA-256 of the record${sha256}`);
    expect(texts.map((text) => text.replaceAll(" ", ""))).toEqual(
      expect.arrayContaining([sha("a"), sha("b"), sha("c")]),
    );
  });

  it("gives the same bytes for the same input", async () => {
    expect((await openingDocument("sv")).equals(await openingDocument("sv"))).toBe(true);
  });
});
