import { approvalsOf } from "#app/db/approval.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface QualityLock {
  /** Names of those who have asked for the lock; it takes effect with the second. */
  readonly askedBy: readonly string[];
  readonly askedByMe: boolean;
}

/** What somebody who may lock quality needs to see; nothing of what was scored, which the owner may not read. */
export async function readQualityLock(
  app: Application,
  actor: Person,
  tenderId: string,
): Promise<Result<QualityLock>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "quality.lock", tenderId);
  if (!access.ok) return access;
  const asked = await approvalsOf(db, tenderId, "quality.lock");
  return success({
    askedBy: asked.map(({ name }) => name),
    askedByMe: asked.some(({ id }) => id === actor.accountId),
  });
}
