import { type OrganisationRole, organisationRoles, type Person } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { OwnUser } from "#app/services/account/own-user.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

export interface ListedUser extends OwnUser {
  /** Until when the one-time password can be used; null when the person has chosen their own. */
  readonly oneTimeUntilUs: number | null;
}

/** Everyone of the administrator's own organisation, by name. Fault: `not_allowed`. */
export async function listUsers(app: Application, administrator: Person): Promise<Result<ListedUser[]>> {
  const allowed = authorise(administrator, "account.administer");
  if (!allowed.ok) return allowed;
  const accounts = await app.database.read
    .selectFrom("account")
    .select(["id", "email", "name", "disabled_us", "password_expires_us"])
    .where("organisation_id", "=", administrator.organisation.id)
    .orderBy("name")
    .orderBy("email")
    .execute();
  const held = await app.database.read
    .selectFrom("account_role")
    .innerJoin("account", "account.id", "account_role.account_id")
    .select(["account_role.account_id", "account_role.role"])
    .where("account.organisation_id", "=", administrator.organisation.id)
    .execute();
  const rolesOfAccount = (id: string): OrganisationRole[] =>
    organisationRoles.filter((role) => held.some((row) => row.account_id === id && row.role === role));
  return success(
    accounts.map((account) => ({
      id: account.id,
      email: account.email,
      name: account.name,
      disabled: account.disabled_us !== null,
      roles: rolesOfAccount(account.id),
      oneTimeUntilUs: account.password_expires_us,
    })),
  );
}
