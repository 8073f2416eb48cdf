import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import { hearingOf, type LowBidHearing } from "#app/domain/award/low-bid.ts";

/** The last hearing of each response that was ever asked, by response. */
export async function hearingsOf(db: Reading, tenderId: string): Promise<ReadonlyMap<string, LowBidHearing>> {
  const rows = await db
    .selectFrom("low_bid_step")
    .selectAll()
    .where("tender_id", "=", tenderId)
    .orderBy("number")
    .execute();
  const hearings = new Map<string, LowBidHearing>();
  for (const [response, steps] of Map.groupBy(rows, (row) => row.response_id)) {
    const hearing = hearingOf(
      steps.map(({ act, words, due_us, at_us }) => ({ act, words, dueUs: due_us, atUs: at_us })),
    );
    if (hearing !== null) hearings.set(response, hearing);
  }
  return hearings;
}

export async function insertLowBidStep(
  trx: Writing,
  step: Omit<Tables["low_bid_step"], "number">,
): Promise<void> {
  const { last } = await trx
    .selectFrom("low_bid_step")
    .select((eb) => eb.fn.max("number").as("last"))
    .where("response_id", "=", step.response_id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("low_bid_step")
    .values({ ...step, number: Number(last ?? 0) + 1 })
    .execute();
}
