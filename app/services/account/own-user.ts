import { rolesOf } from "#app/db/account.ts";
import type { Reading } from "#app/db/database.ts";
import type { OrganisationRole, Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

export interface OwnUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly roles: readonly OrganisationRole[];
}

/**
 * A person whom the administrator may manage: of the administrator's own organisation only, whatever their roles.
 * Faults: `not_allowed`; `not_found`, alike for nobody and for another organisation's person.
 */
export async function ownUser(
  db: Reading,
  administrator: Person,
  accountId: string,
): Promise<Result<OwnUser>> {
  const allowed = authorise(administrator, "account.administer");
  if (!allowed.ok) return allowed;
  const row = await db
    .selectFrom("account")
    .select(["id", "email", "name", "disabled_us"])
    .where("id", "=", accountId)
    .where("organisation_id", "=", administrator.organisation.id)
    .executeTakeFirst();
  if (row === undefined) return failure({ code: "not_found" });
  const { id, email, name, disabled_us } = row;
  return success({ id, email, name, disabled: disabled_us !== null, roles: await rolesOf(db, id) });
}

/** The same for a page that shows the person. */
export const readUser = (app: Application, administrator: Person, accountId: string) =>
  ownUser(app.database.read, administrator, accountId);

/** For a page that only asks. Fault: `not_allowed`. */
export const mayAdminister = (administrator: Person) => authorise(administrator, "account.administer");
