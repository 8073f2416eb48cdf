import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import type { OrganisationRole } from "#app/domain/account/actor.ts";

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
  for (const role of roles) {
    await trx.insertInto("account_role").values({ account_id: account.id, role }).execute();
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
