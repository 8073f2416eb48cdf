import type { Reading, Writing } from "#app/db/database.ts";
import type { Part } from "#app/domain/opening/record.ts";

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
