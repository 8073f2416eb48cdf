import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import { type OrganisationRole, organisationRoles } from "#app/domain/account/actor.ts";

export async function insertOrganisation(trx: Writing, organisation: Tables["organisation"]): Promise<void> {
  await trx.insertInto("organisation").values(organisation).execute();
}

/** E-mail addresses are stored in lower case, so that one person cannot have two accounts by spelling. */
export async function insertAccount(
  trx: Writing,
  account: Omit<Tables["account"], "disabled_us" | "password_expires_us">,
  roles: readonly OrganisationRole[],
  passwordExpiresUs: number | null = null,
): Promise<void> {
  await trx
    .insertInto("account")
    .values({
      ...account,
      email: account.email.toLowerCase(),
      password_expires_us: passwordExpiresUs,
      disabled_us: null,
    })
    .execute();
  await insertRoles(trx, account.id, roles);
}

async function insertRoles(
  trx: Writing,
  accountId: string,
  roles: readonly OrganisationRole[],
): Promise<void> {
  for (const role of roles) {
    await trx.insertInto("account_role").values({ account_id: accountId, role }).execute();
  }
}

export async function emailTaken(db: Reading, email: string): Promise<boolean> {
  const row = await db
    .selectFrom("account")
    .select("id")
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}

/** False only in an installation that nobody has set up yet. */
export async function anyAccount(db: Reading): Promise<boolean> {
  return (await db.selectFrom("account").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** What signing in needs to know; also of disabled accounts, which must answer like a wrong password. */
export const credentialsOf = async (db: Reading, email: string) =>
  await db
    .selectFrom("account")
    .select(["id", "email", "name", "password_hash", "password_expires_us", "disabled_us"])
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst();

/** @param expiresUs end of a one-time password; null for one that the person chose */
export async function setPassword(
  trx: Writing,
  accountId: string,
  passwordHash: string,
  expiresUs: number | null,
): Promise<void> {
  await trx
    .updateTable("account")
    .set({ password_hash: passwordHash, password_expires_us: expiresUs })
    .where("id", "=", accountId)
    .execute();
}

/** In the order of the list of roles. */
export async function rolesOf(db: Reading, accountId: string): Promise<OrganisationRole[]> {
  const rows = await db
    .selectFrom("account_role")
    .select("role")
    .where("account_id", "=", accountId)
    .execute();
  return organisationRoles.filter((role) => rows.some((row) => row.role === role));
}

export async function setRoles(
  trx: Writing,
  accountId: string,
  roles: readonly OrganisationRole[],
): Promise<void> {
  await trx.deleteFrom("account_role").where("account_id", "=", accountId).execute();
  await insertRoles(trx, accountId, roles);
}

/** Whether somebody else of the organisation holds the role and can sign in. */
export async function otherAdministrators(
  db: Reading,
  organisationId: string,
  role: OrganisationRole,
  except: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("account")
    .innerJoin("account_role", "account_role.account_id", "account.id")
    .select("account.id")
    .where("account.organisation_id", "=", organisationId)
    .where("account.id", "!=", except)
    .where("account.disabled_us", "is", null)
    .where("account_role.role", "=", role)
    .executeTakeFirst();
  return row !== undefined;
}

export async function setDisabled(trx: Writing, accountId: string, us: number | null): Promise<void> {
  await trx.updateTable("account").set({ disabled_us: us }).where("id", "=", accountId).execute();
}
