import { emailTaken, insertAccount } from "#app/db/account.ts";
import type { OrganisationRole, Person } from "#app/domain/account/actor.ts";
import { roleFaults } from "#app/domain/account/organisation-roles.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { oneTimeCode, oneTimeLifeUs } from "#app/services/account/one-time-code.ts";
import { hashPassword } from "#app/services/account/password-hash.ts";
import { type Application, log } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";
import { newId } from "#app/services/new-id.ts";

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly OrganisationRole[];
}

/**
 * Adds a person to the administrator's own organisation, with a one-time password that they exchange for their own
 * at the first sign-in. Faults: `not_allowed`; `email_taken` and those of the roles, together.
 *
 * @returns the one-time password, which is shown once and stored nowhere
 */
export async function createUser(
  app: Application,
  administrator: Person,
  input: NewUser,
): Promise<Result<{ password: string }>> {
  const allowed = authorise(administrator, "account.administer");
  if (!allowed.ok) return allowed;
  const password = oneTimeCode();
  const passwordHash = await hashPassword(password);
  return await app.database.write(async (trx) => {
    const faults: Fault[] = roleFaults(input.roles, administrator.organisation.kind);
    if (await emailTaken(trx, input.email)) faults.push({ code: "email_taken", place: { field: "email" } });
    if (faults.length > 0) return failure(...faults);
    const id = newId();
    await insertAccount(
      trx,
      {
        id,
        email: input.email,
        name: input.name,
        organisation_id: administrator.organisation.id,
        password_hash: passwordHash,
        language: administrator.language,
        created_us: app.now(),
      },
      input.roles,
      app.now() + oneTimeLifeUs,
    );
    await log(app, trx, administrator, "account.create", null, { account: id, roles: input.roles.join(" ") });
    return success({ password });
  });
}
