import { grantRole } from "#app/db/tender.ts";
import { type Actor, type TenderRole, tenderRoles } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly TenderRole[];
}

export interface TenderPeople {
  readonly people: readonly Colleague[];
  readonly mayAssign: boolean;
}

/** Everyone of the buyer's organisation with their roles in the tender. Faults: `not_found`, `wrong_stage`. */
export async function readTenderRoles(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<TenderPeople>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "tender.draft.read", tenderId);
  if (!access.ok) return access;
  const rows = await read
    .selectFrom("account")
    .leftJoin("tender_role", (join) =>
      join.onRef("tender_role.account_id", "=", "account.id").on("tender_role.tender_id", "=", tenderId),
    )
    .select(["account.id", "account.name", "account.email", "tender_role.role"])
    .where("account.organisation_id", "=", access.value.organisationId)
    .where("account.disabled_us", "is", null)
    .orderBy("account.name")
    .execute();
  const people = Map.groupBy(rows, (row) => row.id);
  const assign = await authoriseTender(app, read, actor, "tender.assign-roles", tenderId);
  return success({
    mayAssign: assign.ok,
    people: [...people].map(([accountId, held]) => ({
      accountId,
      name: held[0]?.name ?? "",
      email: held[0]?.email ?? "",
      roles: tenderRoles.filter((role) => held.some((row) => row.role === role)),
    })),
  });
}

/**
 * Gives a colleague exactly these roles in the tender. Each role gained or lost is logged.
 *
 * Faults: `not_found`, `wrong_stage`; `person_unknown` for somebody who is not of the organisation; `sysadmin_reads_nothing`
 * for a system administrator; `owner_needed` when nobody would own the tender any more.
 */
export async function assignRoles(
  app: Application,
  actor: Actor,
  tenderId: string,
  accountId: string,
  wanted: readonly TenderRole[],
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "tender.assign-roles", tenderId);
    if (!access.ok) return access;
    const field = `roles.${accountId}`;
    const person = await trx
      .selectFrom("account")
      .select("id")
      .where("id", "=", accountId)
      .where("organisation_id", "=", access.value.organisationId)
      .where("disabled_us", "is", null)
      .executeTakeFirst();
    if (person === undefined) return failure({ code: "person_unknown", place: { field } });
    const administers = await trx
      .selectFrom("account_role")
      .select("role")
      .where("account_id", "=", accountId)
      .where("role", "=", "sysadmin")
      .executeTakeFirst();
    const held = await trx
      .selectFrom("tender_role")
      .select(["account_id", "role"])
      .where("tender_id", "=", tenderId)
      .execute();
    const faults: Fault[] = [];
    if (administers !== undefined && wanted.length > 0) {
      faults.push({ code: "sysadmin_reads_nothing", place: { field } });
    }
    const othersOwn = held.some((row) => row.role === "owner" && row.account_id !== accountId);
    if (!othersOwn && !wanted.includes("owner")) faults.push({ code: "owner_needed", place: { field } });
    if (faults.length > 0) return failure(...faults);

    const own = held.filter((row) => row.account_id === accountId).map((row) => row.role);
    for (const role of tenderRoles) {
      const facts = { account: accountId, role };
      if (wanted.includes(role) && !own.includes(role)) {
        await grantRole(trx, tenderId, accountId, role, app.now());
        await log(app, trx, actor, "role.grant", tenderId, facts);
      }
      if (!wanted.includes(role) && own.includes(role)) {
        await trx
          .deleteFrom("tender_role")
          .where("tender_id", "=", tenderId)
          .where("account_id", "=", accountId)
          .where("role", "=", role)
          .execute();
        await log(app, trx, actor, "role.revoke", tenderId, facts);
      }
    }
    return success(null);
  });
}
