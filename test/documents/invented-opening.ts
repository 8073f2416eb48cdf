import { openingRecordDocument } from "#app/documents/opening-record.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Language } from "#app/domain/language.ts";
import { openingRecord } from "#app/domain/opening/record.ts";
import { printedTender, projectRoot } from "./invented-tender.ts";

const at = (text: string): number => Date.parse(text) * 1000;
export const sha = (digit: string): string => digit.repeat(64);

const opened = openingRecord({
  tender: printedTender.tender,
  caseNumber: "KS 2027/0142",
  buyer: "Ekvallens kommun (påhittad)",
  part: "quality",
  deadlineUs: at("2027-03-12T11:00:00Z"),
  openedUs: at("2027-03-12T12:05:00Z"),
  openers: [
    { accountId: "1", name: "Ina Lindvall", atUs: at("2027-03-12T12:04:00Z") },
    { accountId: "2", name: "Per Ahlbom", atUs: at("2027-03-12T12:05:00Z") },
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

const { record } = opened;
export const { sha256 } = opened;

/** The opening of an invented tender as a document: two bids, one withdrawn, and one that came too late. */
export async function openingDocument(language: Language, changed: Partial<typeof record> = {}) {
  return openingRecordDocument({
    ...printedTender,
    language,
    wording: await loadWording(projectRoot, "opening-record", language),
    records: [{ record: { ...record, ...changed }, sha256 }],
  });
}
