import type { LowBidHearing } from "#app/domain/award/low-bid.ts";
import type { Figure, TenderEvaluation } from "#app/domain/evaluation/tender-evaluation.ts";

/** Who submitted what: the part of an award that no evaluation knows. */
export interface Bidder {
  readonly response: string;
  readonly organisation: string;
  readonly name: string;
  readonly organisationNumber: string;
  readonly version: number;
  readonly contentSha256: string;
}

interface CommitteeWords {
  readonly response: string;
  readonly requirement: string;
  readonly reason: string;
}

/** What a bid got for one requirement. `reason` is what the committee wrote, empty where it wrote nothing. */
export interface AwardedCriterion {
  readonly requirement: string;
  readonly share: Figure | null;
  /** Points or SEK, as the model counts; null for a must. */
  readonly value: Figure | null;
  /** Null where the answer speaks for itself. */
  readonly level: string | null;
  readonly reason: string;
  readonly met: boolean | null;
}

/** A bid as the award decision keeps it: everything that its letter tells and nothing of its answers or unit prices. */
export interface AwardedBid {
  readonly response: string;
  readonly organisation: string;
  readonly bidder: string;
  readonly organisation_number: string;
  readonly version: number;
  readonly content_sha256: string;
  readonly admission: "admitted" | "excluded" | "clarification_needed";
  /** Every reason code of the evaluation. */
  readonly reasons: readonly string[];
  readonly price: Figure | null;
  readonly quality: Figure;
  readonly score: Figure | null;
  /** Place after the tie-break, from 1; null when not admitted. */
  readonly place: number | null;
  /** Why the bid was accepted or rejected after its price had been asked about; null when it was not. */
  readonly low_bid: { readonly rejected: boolean; readonly reason: string } | null;
  /** In the tender's order: every should, and every must that is not met or was judged. */
  readonly criteria: readonly AwardedCriterion[];
}

const heard = (hearing: LowBidHearing | undefined) =>
  hearing?.decision ? { rejected: hearing.decision.rejected, reason: hearing.decision.reason } : null;

/** The bids of an evaluation in the order of their places; those that are not admitted last, by name. */
export function awardedBids(
  { responses, order }: TenderEvaluation,
  bidders: readonly Bidder[],
  consensus: readonly CommitteeWords[],
  hearings: ReadonlyMap<string, LowBidHearing>,
): readonly AwardedBid[] {
  const places = new Map<string, number>();
  for (const tier of order) {
    const place = places.size + 1;
    for (const response of tier) places.set(response, place);
  }
  const bids = bidders.flatMap((bidder): AwardedBid[] => {
    const evaluated = responses.find(({ response }) => response === bidder.response);
    if (evaluated === undefined) return [];
    const words = consensus.filter(({ response }) => response === bidder.response);
    const { admission, reasons, price, quality, score, cells } = evaluated;
    return [
      {
        response: bidder.response,
        organisation: bidder.organisation,
        bidder: bidder.name,
        organisation_number: bidder.organisationNumber,
        version: bidder.version,
        content_sha256: bidder.contentSha256,
        admission,
        reasons,
        price,
        quality,
        score,
        place: places.get(bidder.response) ?? null,
        low_bid: heard(hearings.get(bidder.response)),
        criteria: cells
          .filter(({ level, met, committeeLevel }) => level === "should" || !met || committeeLevel !== null)
          .map(({ requirement, share, value, committeeLevel, met }) => ({
            requirement,
            share,
            value,
            level: committeeLevel,
            reason: words.find((one) => one.requirement === requirement)?.reason ?? "",
            met,
          })),
      },
    ];
  });
  const placeOf = ({ place }: AwardedBid): number => place ?? bids.length + 1;
  return bids.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.bidder < b.bidder ? -1 : 1));
}
