import { awardLetter } from "#app/documents/award-letter.ts";
import { loadWording } from "#app/documents/templates.ts";
import { awardedBids, type Bidder } from "#app/domain/award/awarded-bid.ts";
import type { AwardRecord } from "#app/domain/award/decision-record.ts";
import { recordBytes } from "#app/domain/award/decision-record.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import type { Language } from "#app/domain/language.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { content, printedTender, projectRoot } from "./invented-tender.ts";

/** An award of the invented tender: `a` wins, `c` and `d` lose, `b` is rejected for two reasons. */

const good: Readonly<Record<string, Answer>> = {
  "AVAIL-001": { type: "yes-no", value: true },
  "AVAIL-002": { type: "number", value: "92.5" },
  "AVAIL-003": { type: "file", met: true, comment: "plan.pdf" },
  "QUAL-001": { type: "choice", values: ["ar"] },
  "QUAL-003": { type: "text", value: "We answer in four languages." },
};
const { "AVAIL-001": _missing, ...withoutMust } = good;

const bids = [
  { id: "a", name: "Svarslinjen AB (påhittad)", answers: good, call: "7.25", month: "9000", level: "yes" },
  {
    id: "b",
    name: "Växelbolaget AB (påhittad)",
    answers: withoutMust,
    call: "16",
    month: "8000",
    level: "yes",
  },
  { id: "c", name: "Tonen AB (påhittad)", answers: good, call: "8", month: "9000", level: "no" },
  { id: "d", name: "Kvartetten AB (påhittad)", answers: good, call: "8.5", month: "7319", level: "yes" },
] as const;

/** What the committee wrote of each bid; of the winner's answer it says more than a loser may read. */
export const words = {
  a: "Bilagan om fyra språk är utförlig.",
  b: "Ingen plan är bifogad.",
  c: "Svaret nämner ett språk av fyra.",
  d: "Kvartettens svar är kort men räcker.",
} as const;

export function inventedAward(
  changed: Partial<AwardRecord> = {},
  tender: TenderContent = content,
): { readonly record: AwardRecord; readonly sha256: string } {
  const responses = bids.map(({ id, answers, call, month }) => ({
    id,
    content: {
      tender: printedTender.tender,
      files: [],
      answers,
      statements: {},
      unitPrices: { "answered-call": call, month },
    },
  }));
  const consensus = bids.flatMap(({ id: response, level }) => [
    {
      response,
      requirement: "AVAIL-003",
      level: response === "b" ? "not_met" : "met",
      reason: words[response],
    },
    { response, requirement: "QUAL-003", level, reason: words[response] },
  ]);
  const evaluation = evaluateTender({
    tender,
    responses,
    levels: consensus,
    measured: [],
    lotterySeed: null,
  });
  const bidders = bids.map(
    ({ id, name }, index): Bidder => ({
      response: id,
      organisation: `org-${id}`,
      name,
      organisationNumber: `559900-00${16 + index}`,
      version: 1,
      contentSha256: id.repeat(64),
    }),
  );
  const record: AwardRecord = {
    v: 1,
    type: "award-decision",
    tender: printedTender.tender,
    case_number: tender.caseNumber,
    buyer: tender.buyer.name,
    decided_at: "2026-06-09T08:30:00Z",
    decided_by: [
      { account: "1", name: "Ina Lindvall", at: "2026-06-09T08:00:00Z" },
      { account: "2", name: "Gun Alm", at: "2026-06-09T08:30:00Z" },
    ],
    content_sha256: "1".repeat(64),
    model_sha256: "2".repeat(64),
    winner: evaluation.winner ?? "",
    bids: awardedBids(evaluation, bidders, consensus, new Map()),
    order: evaluation.decidedBy,
    lottery: null,
    statement: "",
    sent_by: "electronic",
    standstill: {
      sentOn: "2026-06-09",
      days: 10,
      lastDay: "2026-06-22",
      signFrom: "2026-06-23",
      movedPast: [
        { date: "2026-06-19", because: { sv: "midsommarafton", en: "Midsummer Eve" } },
        { date: "2026-06-20", because: { sv: "midsommardagen", en: "Midsummer Day" } },
        { date: "2026-06-21", because: "weekend" },
      ],
    },
    log_index: 41,
    server_release: "skallbor 1",
    ...changed,
  };
  return { record, sha256: recordBytes(record).sha256 };
}

/** The letter to one of the bidders about that award. */
export async function awardLetterTo(
  response: string,
  language: Language,
  changed: Partial<AwardRecord> = {},
  tender: TenderContent = content,
): Promise<Buffer> {
  const written = awardLetter({
    content: tender,
    language,
    wording: await loadWording(projectRoot, "award-letter", language),
    ...inventedAward(changed, tender),
    response,
  });
  if (written === null) throw new Error("there is no letter");
  return await written;
}
