import { readAward, readCancellation } from "#app/db/award.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { AwardedBid } from "#app/domain/award/awarded-bid.ts";
import type { CancellationGround } from "#app/domain/award/cancellation-ground.ts";
import type { Standstill } from "#app/domain/award/standstill.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import { type ModelUnits, unitsOf, worthIn } from "#app/domain/tender/model-units.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

/** Figures of one bid, as decimal strings. */
interface BidFigures {
  readonly price: string | null;
  readonly quality: string;
  readonly score: string | null;
}

export interface OwnAward {
  readonly type: "award";
  readonly timezone: string;
  readonly hasLetter: boolean;
  readonly nowUs: number;
  readonly standstillEndUs: number;
  readonly standstill: Standstill;
  readonly units: ModelUnits;
  readonly won: boolean;
  readonly winner: string;
  /** Null when the organisation had submitted no bid that was opened. */
  readonly own: {
    readonly admitted: boolean;
    readonly place: number | null;
    readonly reasons: readonly string[];
    readonly figures: BidFigures;
  } | null;
  /** Of the winner's figures: none of another bidder's, and no unit price of anybody. */
  readonly winning: BidFigures;
  readonly criteria: readonly {
    readonly requirement: string;
    readonly title: Text;
    readonly most: string;
    readonly own: string;
    readonly winning: string;
    readonly reason: string;
  }[];
}

export interface OwnCancellation {
  readonly type: "cancelled";
  readonly timezone: string;
  readonly hasLetter: boolean;
  readonly atUs: number;
  readonly ground: CancellationGround;
  readonly reason: string;
}

/** What a vendor is told of the decision: its own bid beside the winning one. Faults: `not_found`, `wrong_stage`. */
export async function readOwnOutcome(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<OwnAward | OwnCancellation>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "outcome.read-own", tenderId);
  if (!access.ok) return access;
  const publication = await readPublication(read, tenderId);
  if (publication === null) return failure({ code: "not_found" });
  const { content } = publication;
  const { timezone } = content;
  const cancelled = await readCancellation(read, tenderId);
  if (cancelled !== null) {
    const { ground, reason } = cancelled.record;
    const hasLetter = access.value.ownResponseId !== null;
    return success({ type: "cancelled", timezone, hasLetter, atUs: cancelled.decidedUs, ground, reason });
  }
  const award = await readAward(read, tenderId);
  const winner = award?.record.bids.find(({ response }) => response === award.record.winner);
  if (award === null || winner === undefined) return failure({ code: "not_found" });
  const own = award.record.bids.find(({ response }) => response === access.value.ownResponseId) ?? null;
  const worthOf = (bid: AwardedBid, requirement: string) =>
    bid.criteria.find((one) => one.requirement === requirement)?.value?.decimal ?? "0";
  return success({
    type: "award",
    timezone,
    hasLetter: own !== null,
    nowUs: app.now(),
    standstillEndUs: award.standstillEndUs ?? award.decidedUs,
    standstill: award.record.standstill,
    units: unitsOf(content.evaluation),
    won: own?.response === winner.response,
    winner: winner.bidder,
    own: own && {
      admitted: own.admission === "admitted",
      place: own.place,
      reasons: own.reasons,
      figures: figuresOf(own),
    },
    winning: figuresOf(winner),
    criteria:
      own === null
        ? []
        : content.requirements
            .filter(({ level }) => level === "should")
            .map(({ id, title, ...worth }) => ({
              requirement: id,
              title,
              most: worthIn(content.evaluation, worth) ?? "0",
              own: worthOf(own, id),
              winning: worthOf(winner, id),
              reason: own.criteria.find(({ requirement }) => requirement === id)?.reason ?? "",
            })),
  });
}

const figuresOf = ({ price, quality, score }: AwardedBid): BidFigures => ({
  price: price?.decimal ?? null,
  quality: quality.decimal,
  score: score?.decimal ?? null,
});
