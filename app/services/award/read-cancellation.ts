import { readCancellation as readStoredCancellation } from "#app/db/award.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { CancellationRecord } from "#app/domain/award/decision-record.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { type StandingProposal, standing } from "#app/services/award/read-award.ts";

export interface CancellationPage {
  readonly tenderId: string;
  readonly timezone: string;
  readonly mayCancel: boolean;
  readonly proposal: StandingProposal<"cancel"> | null;
  readonly cancelled: {
    readonly record: CancellationRecord;
    readonly sha256: string;
    readonly decidedUs: number;
  } | null;
}

/** What is proposed, or was decided, about ending the tender without a contract. */
export async function readCancellation(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<CancellationPage>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "cancellation.read", tenderId);
  if (!access.ok) return access;
  const publication = await readPublication(read, tenderId);
  if (publication === null || actor.kind !== "person") return failure({ code: "not_found" });
  const stored = await readStoredCancellation(read, tenderId);
  return success({
    tenderId,
    timezone: publication.content.timezone,
    mayCancel: access.value.may("tender.cancel"),
    proposal: stored === null ? await standing(read, actor, tenderId, "cancel") : null,
    cancelled: stored && { record: stored.record, sha256: stored.sha256, decidedUs: stored.decidedUs },
  });
}
