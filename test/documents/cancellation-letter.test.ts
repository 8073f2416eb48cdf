import { describe, expect, it } from "vitest";
import { cancellationLetter } from "#app/documents/cancellation-letter.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { CancellationRecord } from "#app/domain/award/decision-record.ts";
import { recordBytes } from "#app/domain/award/decision-record.ts";
import type { Language } from "#app/domain/language.ts";
import { content, printedTender, projectRoot } from "./invented-tender.ts";
import { wordTexts } from "./word-paragraphs.ts";

const record: CancellationRecord = {
  v: 1,
  type: "cancellation",
  tender: printedTender.tender,
  case_number: content.caseNumber,
  buyer: content.buyer.name,
  decided_at: "2027-04-02T08:00:00Z",
  decided_by: [
    { account: "1", name: "Ina Lindvall", at: "2027-04-02T07:00:00Z" },
    { account: "2", name: "Gun Alm", at: "2027-04-02T08:00:00Z" },
  ],
  stage: "evaluated",
  ground: "funds",
  reason: "Alla anbud överstiger det som nämnden har anslagit.",
  bids: [{ response: "a", bidder: "Svarslinjen AB (påhittad)", organisation_number: "559900-0016" }],
  log_index: 7,
  server_release: "skallbor 1",
};

async function texts(
  language: Language,
  addressee: { name: string; number: string } | null,
  changed: Partial<CancellationRecord> = {},
) {
  const told = { ...record, ...changed };
  const { sha256 } = recordBytes(told);
  const wording = await loadWording(projectRoot, "cancellation-letter", language);
  return wordTexts(await cancellationLetter({ content, language, wording, record: told, sha256, addressee }));
}

describe("the letter about a cancellation", () => {
  it("gives the ground and the reason to the bidder that it names", async () => {
    const told = await texts("sv", { name: "Svarslinjen AB (påhittad)", number: "559900-0016" });
    expect(told).toContain("TillSvarslinjen AB (påhittad)Org.nr 559900-0016");
    expect(told).toContain("GrundPriserna är högre än vad beställaren kan betala");
    expect(told).toContain(`Skäl${record.reason}`);
  });

  it("goes to all bidders at once, unnamed, when nothing was opened", async () => {
    const told = await texts("en", null, { bids: null, stage: "published" });
    expect(told).toContain("ToAll bidders");
    expect(told).toContain("No bids have been opened, nor will they be later.");
    expect(told.join("\n")).not.toContain("Svarslinjen");
  });
});
