import type { Reading, Writing } from "#app/db/database.ts";
import type { Part, RecordedOpener } from "#app/domain/opening/record.ts";

/** Renewing a confirmation moves its time; there is one for each opener and part. */
export async function putConfirmation(
  trx: Writing,
  confirmation: {
    readonly tenderId: string;
    readonly part: Part;
    readonly accountId: string;
    readonly atUs: number;
  },
): Promise<void> {
  await trx
    .insertInto("approval")
    .values({
      tender_id: confirmation.tenderId,
      act: "open",
      subject: confirmation.part,
      account_id: confirmation.accountId,
      at_us: confirmation.atUs,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tender_id", "act", "subject", "account_id"])
        .doUpdateSet({ at_us: confirmation.atUs }),
    )
    .execute();
}

/** Confirmations of people who are openers of the tender still, oldest first. */
export async function readConfirmations(
  db: Reading,
  tenderId: string,
  part: Part,
): Promise<readonly RecordedOpener[]> {
  const rows = await db
    .selectFrom("approval")
    .innerJoin("account", "account.id", "approval.account_id")
    .innerJoin("tender_role", (join) =>
      join
        .onRef("tender_role.tender_id", "=", "approval.tender_id")
        .onRef("tender_role.account_id", "=", "approval.account_id"),
    )
    .select(["approval.account_id", "account.name", "approval.at_us"])
    .where("approval.tender_id", "=", tenderId)
    .where("approval.act", "=", "open")
    .where("approval.subject", "=", part)
    .where("tender_role.role", "=", "opener")
    .where("account.disabled_us", "is", null)
    .orderBy("approval.at_us")
    .orderBy("approval.account_id")
    .execute();
  return rows.map((row) => ({ account: row.account_id, name: row.name, confirmedUs: row.at_us }));
}

/** Refused attempts at or after the deadline, from the log. */
export async function countLateAttempts(db: Reading, tenderId: string): Promise<number> {
  const { count } = await db
    .selectFrom("log")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("tender", "=", tenderId)
    .where("kind", "=", "response.late_attempt")
    .executeTakeFirstOrThrow();
  return Number(count);
}
