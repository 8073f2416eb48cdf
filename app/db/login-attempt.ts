import type { Writing } from "#app/db/database.ts";

export async function attemptsIn(trx: Writing, bucket: string, sinceUs: number): Promise<number[]> {
  const rows = await trx
    .selectFrom("login_attempt")
    .select("at_us")
    .where("bucket", "=", bucket)
    .where("at_us", ">", sinceUs)
    .execute();
  return rows.map((row) => row.at_us);
}

export async function insertAttempt(trx: Writing, id: string, bucket: string, atUs: number): Promise<void> {
  await trx.insertInto("login_attempt").values({ id, bucket, at_us: atUs }).execute();
}

export async function deleteAttempts(trx: Writing, ids: readonly string[]): Promise<void> {
  await trx.deleteFrom("login_attempt").where("id", "in", ids).execute();
}

export async function forgetAttemptsBefore(trx: Writing, us: number): Promise<void> {
  await trx.deleteFrom("login_attempt").where("at_us", "<=", us).execute();
}
