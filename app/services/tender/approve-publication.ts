import type { Reading } from "#app/db/database.ts";
import { draftAuthors, insertPublication, readStoredDraft } from "#app/db/tender.ts";
import { type Actor, tenderRoles } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Approval, type MissingApproval, missingApproval } from "#app/domain/tender/approval.ts";
import { microsecondsOf } from "#app/domain/tender/deadline.ts";
import { freeze } from "#app/domain/tender/freeze.ts";
import { publishable } from "#app/domain/tender/publishable.ts";
import { type Application, actorId, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

const publishAct = "tender.publish";

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

    await trx
      .insertInto("approval")
      .values({ tender_id: tenderId, act: publishAct, subject, account_id: actorId(actor), at_us: nowUs })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await log(app, trx, actor, "tender.approve", tenderId, { content_sha256: subject });
    const missing = missingApproval(
      await approvalsOf(trx, tenderId, subject),
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

/** Who has approved this very content, with the roles that they hold today. */
export async function approvalsOf(
  db: Reading,
  tenderId: string,
  subject: string,
): Promise<readonly (Approval & { readonly name: string; readonly atUs: number })[]> {
  const rows = await db
    .selectFrom("approval")
    .innerJoin("account", "account.id", "approval.account_id")
    .leftJoin("tender_role", (join) =>
      join
        .onRef("tender_role.tender_id", "=", "approval.tender_id")
        .onRef("tender_role.account_id", "=", "approval.account_id"),
    )
    .select(["approval.account_id", "approval.at_us", "account.name", "tender_role.role"])
    .where("approval.tender_id", "=", tenderId)
    .where("approval.act", "=", publishAct)
    .where("approval.subject", "=", subject)
    .orderBy("approval.at_us")
    .execute();
  const people = Map.groupBy(rows, (row) => row.account_id);
  return [...people].map(([accountId, held]) => ({
    accountId,
    name: held[0]?.name ?? "",
    atUs: held[0]?.at_us ?? 0,
    roles: tenderRoles.filter((role) => held.some((row) => row.role === role)),
  }));
}
