import type { Reading } from "#app/db/database.ts";

/** Who has asked for an act that takes two people, in the order of asking. `subject` is what exactly they approved. */
export const approvalsOf = async (db: Reading, tenderId: string, act: string) =>
  await db
    .selectFrom("approval")
    .innerJoin("account", "account.id", "approval.account_id")
    .select(["account.id", "account.name", "approval.subject", "approval.at_us as atUs"])
    .where("approval.tender_id", "=", tenderId)
    .where("approval.act", "=", act)
    .orderBy("approval.at_us")
    .execute();
