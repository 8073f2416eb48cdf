import { Transaction } from "kysely";
import type { Reading, Writing } from "#app/db/database.ts";
import { type Actor, type TenderRole, tenderRoles } from "#app/domain/account/actor.ts";
import { type Action, can, policy, type Resource } from "#app/domain/account/policy.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Stage, stageAt, stages } from "#app/domain/tender/stage.ts";
import { type Application, log } from "#app/services/application.ts";

/** What an authorised act knows about its tender. */
export interface TenderAccess {
  readonly tenderId: string;
  readonly organisationId: string;
  readonly stage: Stage;
  readonly deadlineUs: number | null;
  readonly tenderRoles: readonly TenderRole[];
  /**
   * The actor's organisation's own response to the tender; null when there is none. The buyer has one too once the
   * contract is concluded: the folder of what the contract's follow-up is made from.
   */
  readonly ownResponseId: string | null;
  /** What else the actor may do with the tender in this stage; asking is no attempt and is not logged. */
  readonly may: (action: Action) => boolean;
}

const noTender: Resource = { tenderRoles: [], sameOrganisation: true, own: true, revealed: false };

/** For what does not belong to a tender. Fault: `not_allowed`. */
export function authorise(actor: Actor, action: Action): Result<null> {
  return can(actor, action, noTender, null) ? success(null) : failure({ code: "not_allowed" });
}

/**
 * For one tender, with the stage of this very moment. Call it with the open transaction when something is written:
 * the stage may have changed since the page was shown.
 *
 * Faults: `not_found` both for what does not exist and for what is not the actor's (the two must look alike);
 * `wrong_stage` only to somebody who may do the act in another stage.
 */
export async function authoriseTender(
  app: Application,
  db: Reading,
  actor: Actor,
  action: Action,
  tenderId: string,
): Promise<Result<TenderAccess>> {
  const tender = await db.selectFrom("tender").selectAll().where("id", "=", tenderId).executeTakeFirst();
  if (tender === undefined) return failure({ code: "not_found" });
  const person = actor.kind === "person" ? actor : null;
  const roles = person
    ? await db
        .selectFrom("tender_role")
        .select("role")
        .where("tender_id", "=", tenderId)
        .where("account_id", "=", person.accountId)
        .execute()
    : [];
  const ownResponse =
    person !== null
      ? await db
          .selectFrom("response")
          .select("id")
          .where("tender_id", "=", tenderId)
          .where("organisation_id", "=", person.organisation.id)
          .executeTakeFirst()
      : undefined;
  const stage = stageAt(tender.stage, tender.deadline_us, app.now());
  const resource: Resource = {
    tenderRoles: tenderRoles.filter((role) => roles.some((row) => row.role === role)),
    sameOrganisation: person?.organisation.id === tender.organisation_id,
    // A vendor only ever reaches the response of its own organisation: no act takes a response id of another.
    own: person?.organisation.kind === "vendor",
    revealed: await sheetsRevealed(db, tenderId),
  };
  if (!can(actor, action, resource, stage)) {
    if (isSealed(action)) {
      const record = (trx: Writing) => log(app, trx, actor, "access.denied", tenderId, { action, stage });
      // An open transaction holds the writer's place already: asking for a second one would wait for itself.
      await (db instanceof Transaction ? record(db) : app.database.write(record));
    }
    const allowedLater =
      policy[action].stages !== "any" && stages.some((other) => can(actor, action, resource, other));
    const mayKnow = stage !== "draft" || resource.tenderRoles.length > 0;
    return failure(
      allowedLater && mayKnow ? { code: "wrong_stage", params: { stage } } : { code: "not_found" },
    );
  }
  return success({
    tenderId,
    organisationId: tender.organisation_id,
    stage,
    deadlineUs: tender.deadline_us,
    tenderRoles: resource.tenderRoles,
    ownResponseId: ownResponse?.id ?? null,
    may: (other) => can(actor, other, resource, stage),
  });
}

/** Score sheets are revealed all at once: when everyone who is to score has locked. */
async function sheetsRevealed(db: Reading, tenderId: string): Promise<boolean> {
  const evaluators = await db
    .selectFrom("tender_role")
    .leftJoin("score_sheet", (join) =>
      join
        .onRef("score_sheet.tender_id", "=", "tender_role.tender_id")
        .onRef("score_sheet.account_id", "=", "tender_role.account_id"),
    )
    .select("score_sheet.locked_us")
    .where("tender_role.tender_id", "=", tenderId)
    .where("tender_role.role", "=", "evaluator")
    .execute();
  return evaluators.length > 0 && evaluators.every((row) => row.locked_us !== null);
}

/** Reads of what is or was sealed: each refusal is logged one by one. */
const isSealed = (action: Action) =>
  action.startsWith("quality.") || action.startsWith("price.") || action === "response.open";
