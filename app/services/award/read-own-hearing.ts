import { hearingsOf } from "#app/db/low-bid.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { LowBidHearing } from "#app/domain/award/low-bid.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface OwnHearing extends Omit<LowBidHearing, "decision"> {
  readonly timezone: string;
  readonly nowUs: number;
  /** Whether an answer is still taken. */
  readonly open: boolean;
}

/**
 * What the vendor was asked about its price, null when it was not; how it is decided is told with the award. Fault:
 * `not_found`.
 */
export async function readOwnHearing(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<OwnHearing | null>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "low-bid.read-own", tenderId);
  if (!access.ok) return access;
  const own = access.value.ownResponseId;
  const hearing = own === null ? undefined : (await hearingsOf(read, tenderId)).get(own);
  const publication = await readPublication(read, tenderId);
  if (publication === null) return failure({ code: "not_found" });
  if (hearing === undefined) return success(null);
  const { decision, ...shown } = hearing;
  const nowUs = app.now();
  return success({
    ...shown,
    timezone: publication.content.timezone,
    nowUs,
    open: access.value.may("low-bid.answer") && decision === null && nowUs < hearing.dueUs,
  });
}
