import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";

/** Also clears away what has expired, so that the table does not grow. */
export async function insertSession(trx: Writing, session: Tables["session"]): Promise<void> {
  await trx.deleteFrom("session").where("expires_us", "<=", session.created_us).execute();
  await trx.insertInto("session").values(session).execute();
}

export const sessionsOf = async (db: Reading, accountId: string, nowUs: number) =>
  await db
    .selectFrom("session")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("expires_us", ">", nowUs)
    .orderBy("seen_us", "desc")
    .execute();

/** @returns whether there was one; only of this account, so that nobody can end another person's */
export async function deleteSession(trx: Writing, accountId: string, idHash: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("session")
    .where("id_hash", "=", idHash)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteSessionsOf(trx: Writing, accountId: string): Promise<void> {
  await trx.deleteFrom("session").where("account_id", "=", accountId).execute();
}
