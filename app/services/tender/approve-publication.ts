import { approvalsOf, putApproval } from "#app/db/approval.ts";
import { draftAuthors, insertPublication, readStoredDraft } from "#app/db/tender.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type MissingApproval, missingApproval } from "#app/domain/tender/approval.ts";
import { microsecondsOf } from "#app/domain/tender/deadline.ts";
import { freeze } from "#app/domain/tender/freeze.ts";
import { publishable } from "#app/domain/tender/publishable.ts";
import { type Application, actorId, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface ApprovalOutcome {
  readonly published: boolean;
  /** What is still missing; null once published. */
  readonly missing: MissingApproval | null;
}

/**
 * Approves the draft with the content hash that the actor has seen, and publishes when the second of two people does:
 * frozen bytes, stage, deadline and log in one transaction. An approval counts for that exact content only, so any
 * change after the first makes it void.
 *
 * Faults: `not_found`, `wrong_stage`, `version_conflict` when the content has changed since it was shown, and every
 * finding that blocks publication.
 */
export async function approvePublication(
  app: Application,
  actor: Actor,
  tenderId: string,
  seenSha256: string,
): Promise<Result<ApprovalOutcome>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "tender.publish", tenderId);
    if (!access.ok) return access;
    const stored = await readStoredDraft(trx, tenderId);
    if (stored === null) return failure({ code: "not_found" });
    const nowUs = app.now();
    const tender = publishable(stored.draft, nowUs, app.catalogue);
    if (!tender.ok) return tender;
    const frozen = freeze(tender.value);
    const subject = frozen.content.sha256;
    if (subject !== seenSha256) return failure({ code: "version_conflict" });

    const act = "tender.publish";
    await putApproval(trx, { tender_id: tenderId, act, subject, account_id: actorId(actor), at_us: nowUs });
    await log(app, trx, actor, "tender.approve", tenderId, { content_sha256: subject });
    const missing = missingApproval(
      await approvalsOf(trx, tenderId, act, subject),
      await draftAuthors(trx, tenderId),
    );
    if (missing !== null) return success({ published: false, missing });

    await insertPublication(trx, tenderId, frozen, microsecondsOf(tender.value.deadline), nowUs);
    await log(app, trx, actor, "model.freeze", tenderId, { model_sha256: frozen.model.sha256 });
    await log(app, trx, actor, "tender.publish", tenderId, {
      content_sha256: subject,
      model_sha256: frozen.model.sha256,
      version: stored.version,
      deadline: tender.value.deadline,
    });
    return success({ published: true, missing: null });
  });
}
