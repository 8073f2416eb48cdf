import { type DecisionStep, lotId, organisationId, type ReleaseInput } from "#app/documents/release-input.ts";
import type { AwardedBid } from "#app/domain/award/awarded-bid.ts";
import type { AwardRecord, CancellationRecord, ConclusionRecord } from "#app/domain/award/decision-record.ts";
import { endOfDayUs, startOfDayUs } from "#app/domain/award/standstill.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { instantText } from "#app/domain/response/instant.ts";

/** The award with its bids, once every bidder has been told; until the contract is signed it is pending. */
export function awardStep(
  { tender, content }: ReleaseInput,
  record: AwardRecord,
  sha256: string,
): DecisionStep {
  const { bids } = record;
  const admitted = bids.filter(({ admission }) => admission === "admitted").length;
  const tenderers = bids.map(partyOf);
  return {
    id: `award-${sha256.slice(0, 12)}`,
    date: record.decided_at,
    tag: ["award"],
    parties: bids.map((bid) => ({
      ...identified(bid),
      roles: bid.response === record.winner ? ["tenderer", "supplier"] : ["tenderer"],
    })),
    tender: {
      id: tender,
      status: "complete",
      numberOfTenderers: tenderers.length,
      tenderers,
      lots: [{ id: lotId, status: "complete" }],
      milestones: [
        {
          id: "standstill",
          title: "Avtalsspärr",
          type: "approval",
          code: "standstillEnd",
          description: `${record.standstill.days} dagar från ${record.standstill.sentOn}`,
          status: "scheduled",
          dueDate: instantText(startOfDayUs(record.standstill.signFrom, content.timezone)),
        },
      ],
    },
    bids: {
      statistics: [
        { id: "bids", measure: "bids", value: bids.length },
        { id: "valid", measure: "validBids", value: admitted },
        { id: "disqualified", measure: "disqualifiedBids", value: bids.length - admitted },
      ],
      details: bids.map((bid) => ({
        id: bid.response,
        submissionType: "bid",
        status: bid.admission === "admitted" ? "valid" : "disqualified",
        tenderers: [partyOf(bid)],
        relatedLots: [lotId],
        hasRank: bid.place !== null,
        ...(bid.place === null ? {} : { rank: bid.place }),
      })),
    },
    awards: [awardOf(tender, record, "pending")],
  };
}

/** The contract as it was entered; the award is active from then on. */
export function contractStep(
  { tender, content }: ReleaseInput,
  record: ConclusionRecord,
  sha256: string,
  award: AwardRecord,
): DecisionStep {
  return {
    id: `contract-${sha256.slice(0, 12)}`,
    date: record.decided_at,
    tag: ["contract"],
    parties: [
      {
        ...identified({ bidder: record.supplier.name, organisation_number: record.supplier.number }),
        roles: ["supplier"],
      },
    ],
    tender: { id: tender, status: "complete", lots: [{ id: lotId, status: "complete" }] },
    awards: [awardOf(tender, award, "active")],
    contracts: [
      {
        id: contractId(tender),
        awardID: awardId(tender),
        title: content.title.sv,
        status: "active",
        dateSigned: instantText(startOfDayUs(record.signed_on, content.timezone)),
        period: periodOf(record.starts_on, record.ends_on, content.timezone),
        ...worthOf(record.price),
        relatedBids: [record.response],
      },
    ],
  };
}

/** That the tender ended without a contract, and an award with it where there was one. */
export function cancellationStep(
  { tender }: ReleaseInput,
  record: CancellationRecord,
  sha256: string,
  award: AwardRecord | null,
): DecisionStep {
  const none = record.ground === "no_bids" || record.ground === "no_admitted_bid";
  const status = none ? "unsuccessful" : "cancelled";
  return {
    id: `cancellation-${sha256.slice(0, 12)}`,
    date: record.decided_at,
    tag: ["tenderCancellation"],
    parties: [],
    tender: { id: tender, status, lots: [{ id: lotId, status }] },
    ...(award === null ? {} : { awards: [awardOf(tender, award, "cancelled")] }),
  };
}

const awardId = (tender: string) => `${tender}-award`;
const contractId = (tender: string) => `${tender}-contract`;

function awardOf(tender: string, { bids, winner, decided_at }: AwardRecord, status: string) {
  const won = bids.filter(({ response }) => response === winner);
  return {
    id: awardId(tender),
    title: "Tilldelningsbeslut",
    status,
    date: decided_at,
    ...worthOf(won[0]?.price ?? null),
    suppliers: won.map(partyOf),
    relatedBids: [winner],
    relatedLots: [lotId],
  };
}

const partyOf = ({ bidder, organisation_number }: Pick<AwardedBid, "bidder" | "organisation_number">) => ({
  id: organisationId(organisation_number),
  name: bidder,
});

const identified = (bid: Pick<AwardedBid, "bidder" | "organisation_number">) => ({
  ...partyOf(bid),
  identifier: { scheme: "SE-ON", id: bid.organisation_number, legalName: bid.bidder },
});

/** A number only here, at the border: exact decimals inside. */
const worthOf = (price: Figure | null) =>
  price === null ? {} : { value: { amount: Number(price.decimal), currency: "SEK" } };

/** From the first moment of one day to the last second of another, as instants. */
export const periodOf = (first: string, last: string, timezone: string) => ({
  startDate: instantText(startOfDayUs(first, timezone)),
  endDate: instantText(endOfDayUs(last, timezone)),
});
