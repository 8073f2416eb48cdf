import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import { tenderRoles } from "#app/domain/account/actor.ts";
import type { Approval } from "#app/domain/account/approval.ts";

/** Puts down that somebody asks for an act. Asking again changes nothing: the first time stands. */
export async function putApproval(trx: Writing, approval: Tables["approval"]): Promise<void> {
  await trx
    .insertInto("approval")
    .values(approval)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Who has asked for an act that takes two people, with the roles that they hold today, in the order of asking.
 * Somebody who has no role in the tender any more, whose account is disabled, or who has become a system
 * administrator, is not among them. `subject` is what exactly they approved.
 */
export async function approvalsOf(
  db: Reading,
  tenderId: string,
  act: string,
  subject: string,
): Promise<readonly Approval[]> {
  const rows = await db
    .selectFrom("approval")
    .innerJoin("account", "account.id", "approval.account_id")
    .innerJoin("tender_role", (join) =>
      join
        .onRef("tender_role.tender_id", "=", "approval.tender_id")
        .onRef("tender_role.account_id", "=", "approval.account_id"),
    )
    .select(["approval.account_id", "approval.at_us", "account.name", "tender_role.role"])
    .where("approval.tender_id", "=", tenderId)
    .where("approval.act", "=", act)
    .where("approval.subject", "=", subject)
    .where("account.disabled_us", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("account_role")
            .select("role")
            .whereRef("account_role.account_id", "=", "approval.account_id")
            .where("role", "=", "sysadmin"),
        ),
      ),
    )
    .orderBy("approval.at_us")
    .orderBy("approval.account_id")
    .execute();
  const people = Map.groupBy(rows, (row) => row.account_id);
  return [...people].map(([accountId, held]) => ({
    accountId,
    name: held[0]?.name ?? "",
    atUs: held[0]?.at_us ?? 0,
    roles: tenderRoles.filter((role) => held.some((row) => row.role === role)),
  }));
}

/** Everyone who has asked for an act, whatever became of them since: what a report tells afterwards does not change. */
export const askedFor = async (db: Reading, tenderId: string, act: string) =>
  await db
    .selectFrom("approval")
    .innerJoin("account", "account.id", "approval.account_id")
    .select(["account.name", "approval.at_us as atUs"])
    .where("approval.tender_id", "=", tenderId)
    .where("approval.act", "=", act)
    .orderBy("approval.at_us")
    .orderBy("approval.account_id")
    .execute();
