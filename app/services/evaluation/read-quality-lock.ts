import { readPublication } from "#app/db/publication.ts";
import { consensusOf, evaluatorsOf, scoredPairs } from "#app/db/scoring.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { byTwoPeople } from "#app/domain/account/approval.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { remaining } from "#app/domain/scoring/sheet.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { lockRequests } from "#app/services/evaluation/lock-quality.ts";

export interface QualityLock {
  /** Names of those who have asked for the lock; it takes effect with the second. */
  readonly askedBy: readonly string[];
  /** Whether the actor has done their part and waits for somebody else. */
  readonly askedByMe: boolean;
  /** Everyone who scores, with when their sheet was locked. */
  readonly sheets: readonly { readonly name: string; readonly lockedUs: number | null }[];
  /** How many judged answers the committee has agreed on; null until all sheets are locked. */
  readonly agreed: { readonly done: number; readonly total: number } | null;
  readonly maySeeConsensus: boolean;
  readonly timezone: string;
}

/**
 * How far the judging has come, for those who may lock quality; nothing of what was scored, which the owner may not
 * read. Faults: `not_found`, `not_allowed`, `wrong_stage`.
 */
export async function readQualityLock(
  app: Application,
  actor: Person,
  tenderId: string,
): Promise<Result<QualityLock>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "quality.lock", tenderId);
  if (!access.ok) return access;
  const asked = await lockRequests(db, tenderId);
  const evaluators = await evaluatorsOf(db, tenderId);
  const pairs = await scoredPairs(db, tenderId);
  const left = remaining(pairs, await consensusOf(db, tenderId));
  const publication = await readPublication(db, tenderId);
  if (publication === null) return failure({ code: "not_found" });
  return success({
    askedBy: asked.map(({ name }) => name),
    askedByMe: !byTwoPeople(asked) && asked.some(({ accountId }) => accountId === actor.accountId),
    sheets: evaluators.map(({ name, locked_us }) => ({ name, lockedUs: locked_us })),
    agreed: evaluators.every(({ locked_us }) => locked_us !== null)
      ? { done: pairs.length - left.length, total: pairs.length }
      : null,
    maySeeConsensus: access.value.may("score.read-others"),
    timezone: publication.content.timezone,
  });
}
