import { createHash } from "node:crypto";
import { readLottery } from "#app/db/award.ts";
import type { Reading } from "#app/db/database.ts";
import { hearingsOf } from "#app/db/low-bid.ts";
import { readPublication } from "#app/db/publication.ts";
import { consensusOf } from "#app/db/scoring.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type AwardedBid, awardedBids } from "#app/domain/award/awarded-bid.ts";
import type { RecordedLottery } from "#app/domain/award/decision-record.ts";
import { type LotteryDraw, lotterySeed } from "#app/domain/award/lottery-draw.ts";
import { type LowBidIndicator, lowBidIndicators } from "#app/domain/award/low-bid.ts";
import { type AwardOutcome, outcomeOf } from "#app/domain/award/outcome.ts";
import type { Decision } from "#app/domain/evaluation/tender-evaluation.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { canonicalJson } from "#app/domain/tender/canonical-json.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import type { TenderAccess } from "#app/services/authorise.ts";
import { evaluateOpened } from "#app/services/evaluation/evaluate-responses.ts";
import { conflictFault, storedResponses } from "#app/services/opening/opened-responses.ts";

/** All that an award rests on, as it is now. */
export interface AwardBasis {
  readonly content: PublishedTender;
  readonly contentSha256: string;
  readonly modelSha256: string;
  readonly outcome: AwardOutcome;
  readonly bids: readonly AwardedBid[];
  readonly order: readonly Decision[];
  readonly draw: LotteryDraw | null;
  readonly lottery: RecordedLottery | null;
  readonly lowBids: readonly LowBidIndicator[];
  /** Hearings of low bids that nobody has decided yet: their responses. */
  readonly openHearings: readonly string[];
  /** Over all that decides: what was agreed on is what is decided. */
  readonly sha256: string;
}

/**
 * For those whom `award.read` or `award.decide` has let through. Faults: `declaration_needed` and `conflict_declared`
 * for a chair; `not_found` before publication.
 */
export async function awardBasis(
  db: Reading,
  actor: Actor,
  { tenderId, tenderRoles }: TenderAccess,
): Promise<Result<AwardBasis>> {
  if (actor.kind !== "person") return failure({ code: "not_found" });
  const conflict = await conflictFault(db, tenderId, actor, tenderRoles);
  if (conflict !== null) return failure(conflict);
  const publication = await readPublication(db, tenderId);
  const opened = await storedResponses(db, tenderId, { quality: true, price: true });
  const compared = await evaluateOpened(db, tenderId, opened);
  if (publication === null || compared === null) return failure({ code: "not_found" });
  const { contentSha256 } = publication;
  const { content, modelSha256, evaluation } = compared;
  const bidders = opened.map(({ id, organisation, version, contentSha256: submitted }) => ({
    response: id,
    organisation: organisation.id,
    name: organisation.name,
    organisationNumber: organisation.number,
    version,
    contentSha256: submitted,
  }));
  const draw = await readLottery(db, tenderId);
  const hearings = await hearingsOf(db, tenderId);
  const basis = {
    contentSha256,
    modelSha256,
    outcome: outcomeOf(evaluation),
    bids: awardedBids(evaluation, bidders, await consensusOf(db, tenderId), hearings),
    order: evaluation.decidedBy,
    lottery: draw && recorded(tenderId, draw),
  };
  const sha256 = createHash("sha256")
    .update(canonicalJson(JSON.parse(JSON.stringify(basis))))
    .digest("hex");
  return success({
    ...basis,
    content,
    draw,
    sha256,
    lowBids: lowBidIndicators(evaluation, content.estimatedValueSek),
    openHearings: [...hearings].flatMap(([id, { decision }]) => (decision === null ? [id] : [])),
  });
}

function recorded(tenderId: string, draw: LotteryDraw): RecordedLottery | null {
  const seed = lotterySeed(tenderId, draw);
  if (seed === null || draw.value === null) return null;
  return {
    source: draw.source,
    announced_at: instantText(draw.announcedUs),
    due_at: instantText(draw.dueUs),
    value: draw.value,
    seed,
  };
}
