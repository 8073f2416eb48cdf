import { hearingsOf } from "#app/db/low-bid.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { isHeard, type LowBidHearing, type LowBidIndicator } from "#app/domain/award/low-bid.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { awardBasis } from "#app/services/award/award-basis.ts";

export interface LowBidsPage {
  readonly timezone: string;
  readonly mayHear: boolean;
  readonly indicators: readonly LowBidIndicator[];
  readonly bids: readonly {
    readonly response: string;
    readonly bidder: string;
    readonly admitted: boolean;
    /** Decimal string. */
    readonly price: string | null;
    readonly hearing: LowBidHearing | null;
    /** Whether the hearing can be decided now. */
    readonly heard: boolean;
  }[];
}

/** Every price against the four indicators, and what was asked and answered about it. Faults as `awardBasis`. */
export async function readLowBids(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<LowBidsPage>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "award.read", tenderId);
  if (!access.ok) return access;
  const publication = await readPublication(read, tenderId);
  if (publication === null) return failure({ code: "not_found" });
  const basis = await awardBasis(read, actor, access.value);
  if (!basis.ok) return basis;
  const hearings = await hearingsOf(read, tenderId);
  return success({
    timezone: publication.content.timezone,
    mayHear: access.value.may("low-bid.hear"),
    indicators: basis.value.lowBids,
    bids: basis.value.bids.map(({ response, bidder, admission, price }) => {
      const hearing = hearings.get(response) ?? null;
      return {
        response,
        bidder,
        admitted: admission === "admitted",
        price: price?.decimal ?? null,
        hearing,
        heard: hearing !== null && isHeard(hearing, app.now()),
      };
    }),
  });
}
