import { otherAdministrators, setRoles } from "#app/db/account.ts";
import type { OrganisationRole, Person } from "#app/domain/account/actor.ts";
import { administratorRole, roleFaults } from "#app/domain/account/organisation-roles.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { ownUser } from "#app/services/account/own-user.ts";
import { type Application, log } from "#app/services/application.ts";

/**
 * Gives a person of the own organisation exactly these roles; each one given or taken is logged. Takes effect at their
 * next request. Faults: `not_allowed`, `not_found`; those of the roles and `last_administrator`, together.
 */
export async function setUserRoles(
  app: Application,
  administrator: Person,
  accountId: string,
  roles: readonly OrganisationRole[],
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const user = await ownUser(trx, administrator, accountId);
    if (!user.ok) return user;
    const { organisation } = administrator;
    const leading = administratorRole[organisation.kind];
    const faults: Fault[] = roleFaults(roles, organisation.kind);
    const loses = user.value.roles.includes(leading) && !roles.includes(leading);
    if (loses && !(await otherAdministrators(trx, organisation.id, leading, accountId))) {
      faults.push({ code: "last_administrator", place: { field: "roles" } });
    }
    if (faults.length > 0) return failure(...faults);
    await setRoles(trx, accountId, roles);
    for (const role of roles.filter((given) => !user.value.roles.includes(given))) {
      await log(app, trx, administrator, "role.grant", null, { account: accountId, role });
    }
    for (const role of user.value.roles.filter((held) => !roles.includes(held))) {
      await log(app, trx, administrator, "role.revoke", null, { account: accountId, role });
    }
    return success(null);
  });
}
