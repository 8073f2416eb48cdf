import { cancellationLetter } from "#app/documents/cancellation-letter.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { CancellationRecord } from "#app/domain/award/decision-record.ts";
import { recordBytes } from "#app/domain/award/decision-record.ts";
import type { Language } from "#app/domain/language.ts";
import { content, printedTender, projectRoot } from "./invented-tender.ts";

export const cancelled: CancellationRecord = {
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

/** The letter about the cancelled invented tender to one bidder, or to all. */
export async function letterOfCancellation(
  language: Language,
  addressee: { readonly name: string; readonly number: string } | null,
  changed: Partial<CancellationRecord> = {},
): Promise<Buffer> {
  const record = { ...cancelled, ...changed };
  const { sha256 } = recordBytes(record);
  const wording = await loadWording(projectRoot, "cancellation-letter", language);
  return await cancellationLetter({ content, language, wording, record, sha256, addressee });
}
