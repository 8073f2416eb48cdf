import { describe, expect, it } from "vitest";
import { openingRecordDocument } from "#app/documents/opening-record.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Language } from "#app/domain/language.ts";
import { openingRecord } from "#app/domain/opening/record.ts";
import { printedTender, projectRoot } from "./invented-tender.ts";
import { wordTexts } from "./word-paragraphs.ts";

const at = (text: string): number => Date.parse(text) * 1000;
const sha = (digit: string): string => digit.repeat(64);

const { record, sha256 } = openingRecord({
  tender: printedTender.tender,
  caseNumber: "KS 2027/0142",
  buyer: "Ekvallens kommun (påhittad)",
  part: "quality",
  deadlineUs: at("2027-03-12T11:00:00Z"),
  openedUs: at("2027-03-12T12:05:00Z"),
  openers: [
    { account: "1", name: "Ina Lindvall", confirmedUs: at("2027-03-12T12:04:00Z") },
    { account: "2", name: "Per Ahlbom", confirmedUs: at("2027-03-12T12:05:00Z") },
  ],
  bids: [
    {
      response: "a",
      bidder: "Svarslinjen AB (påhittad)",
      organisationNumber: "559900-0016",
      version: 2,
      receivedUs: at("2027-03-11T08:00:00Z"),
      contentSha256: sha("a"),
      files: [{ id: "f", slot: "AVAIL-003", name: "plan.pdf", bytes: 1234, sha256: sha("b") }],
      withdrawnUs: null,
    },
    {
      response: "b",
      bidder: "Växelbolaget AB (påhittad)",
      organisationNumber: "559900-0024",
      version: 1,
      receivedUs: at("2027-03-11T09:00:00Z"),
      contentSha256: sha("c"),
      files: [],
      withdrawnUs: at("2027-03-12T07:00:00Z"),
    },
  ],
  lateAttempts: 1,
  logIndex: 41,
  release: "skallbor 1",
});

async function document(language: Language, changed: Partial<typeof record> = {}) {
  return openingRecordDocument({
    ...printedTender,
    language,
    wording: await loadWording(projectRoot, "opening-record", language),
    records: [{ record: { ...record, ...changed }, sha256 }],
  });
}

describe("the opening record as a document", () => {
  it("names openers and bidders with times of the tender's own zone", async () => {
    const texts = await wordTexts(await document("sv"));
    expect(texts).toContain(
      "ÖppnareIna Lindvall, bekräftade 12 mars 2027 kl. 13.04Per Ahlbom, bekräftade 12 mars 2027 kl. 13.05",
    );
    expect(texts).toContain("Svarslinjen AB (påhittad)Org.nr 559900-0016");
    expect(texts).toContain("11 mars 2027 kl. 09.00");
  });

  it("lists a withdrawn bid as one that was not opened, and late attempts as refused", async () => {
    const texts = await wordTexts(await document("en"));
    expect(texts).toContain("Withdrawn 12 March 2027, 08:00. The bid was not opened.");
    expect(texts.some((text) => text.includes("recorded: 1. All were refused"))).toBe(true);
    const without = await wordTexts(await document("en", { bids: [], late_attempts: 0 }));
    expect(without).toContain("No bids had been received.");
    expect(without.some((text) => text.includes("No attempt to submit after the deadline"))).toBe(true);
  });

  it("carries the hash of the stored record and of every file", async () => {
    const texts = await wordTexts(await document("en"));
    expect(texts).toContain(`SHA-256 of the record${sha256}`);
    expect(texts.map((text) => text.replaceAll(" ", ""))).toEqual(
      expect.arrayContaining([sha("a"), sha("b"), sha("c")]),
    );
  });

  it("gives the same bytes for the same input", async () => {
    expect((await document("sv")).equals(await document("sv"))).toBe(true);
  });
});
