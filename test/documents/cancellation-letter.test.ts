import { describe, expect, it } from "vitest";
import { cancelled, letterOfCancellation } from "./invented-cancellation.ts";
import { wordTexts } from "./word-paragraphs.ts";

const texts = async (...parameters: Parameters<typeof letterOfCancellation>) =>
  wordTexts(await letterOfCancellation(...parameters));

describe("the letter about a cancellation", () => {
  it("gives the ground and the reason to the bidder that it names", async () => {
    const told = await texts("sv", { name: "Svarslinjen AB (påhittad)", number: "559900-0016" });
    expect(told).toContain("TillSvarslinjen AB (påhittad)Org.nr 559900-0016");
    expect(told).toContain("GrundPriserna är högre än vad beställaren kan betala");
    expect(told).toContain(`Skäl${cancelled.reason}`);
  });

  it("goes to all bidders at once, unnamed, when nothing was opened", async () => {
    const told = await texts("en", null, { bids: null, stage: "published" });
    expect(told).toContain("ToAll bidders");
    expect(told).toContain("No bids have been opened, nor will they be later.");
    expect(told.join("\n")).not.toContain("Svarslinjen");
  });
});
