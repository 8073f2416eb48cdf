import type { Reading } from "#app/db/database.ts";

/** Names of evaluators and chair whose last declaration tells of a tie to a bidder, or who have made none. */
export async function conflictsAmongJudges(db: Reading, tenderId: string): Promise<readonly string[]> {
  const judges = await db
    .selectFrom("tender_role")
    .innerJoin("account", "account.id", "tender_role.account_id")
    .select(["account.id", "account.name"])
    .distinct()
    .where("tender_role.tender_id", "=", tenderId)
    .where("tender_role.role", "in", ["evaluator", "chair"])
    .orderBy("account.name")
    .execute();
  const declared = await db
    .selectFrom("conflict_declaration")
    .select(["account_id", "conflict"])
    .where("tender_id", "=", tenderId)
    .orderBy("at_us")
    .orderBy("conflict")
    .execute();
  return judges
    .filter(({ id }) => declared.findLast(({ account_id }) => account_id === id)?.conflict !== 0)
    .map(({ name }) => name);
}
