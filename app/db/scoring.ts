import type { Reading } from "#app/db/database.ts";
import type { Pair, Score } from "#app/domain/scoring/sheet.ts";

export const scoresOf = async (db: Reading, tenderId: string, accountId: string): Promise<Score[]> =>
  await db
    .selectFrom("score")
    .select(["response_id as response", "requirement_id as requirement", "level", "comment"])
    .where("tender_id", "=", tenderId)
    .where("account_id", "=", accountId)
    .execute();

export const lockedSheet = async (db: Reading, tenderId: string, accountId: string) =>
  await db
    .selectFrom("score_sheet")
    .select(["locked_us", "commitment"])
    .where("tender_id", "=", tenderId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();

/** Everyone who scores, with the moment when their sheet was locked (null: not yet). */
export const evaluatorsOf = async (db: Reading, tenderId: string) =>
  await db
    .selectFrom("tender_role")
    .innerJoin("account", "account.id", "tender_role.account_id")
    .leftJoin("score_sheet", (join) =>
      join
        .onRef("score_sheet.tender_id", "=", "tender_role.tender_id")
        .onRef("score_sheet.account_id", "=", "tender_role.account_id"),
    )
    .select(["account.id", "account.name", "score_sheet.locked_us"])
    .where("tender_role.tender_id", "=", tenderId)
    .where("tender_role.role", "=", "evaluator")
    .orderBy("account.name")
    .execute();

export const consensusOf = async (db: Reading, tenderId: string) =>
  await db
    .selectFrom("consensus")
    .select(["response_id as response", "requirement_id as requirement", "level", "reason", "at_us as atUs"])
    .where("tender_id", "=", tenderId)
    .execute();

/** Every pair that somebody has judged. A locked sheet is complete, so after the reveal these are all pairs. */
export const scoredPairs = async (db: Reading, tenderId: string): Promise<Pair[]> =>
  await db
    .selectFrom("score")
    .select(["response_id as response", "requirement_id as requirement"])
    .distinct()
    .where("tender_id", "=", tenderId)
    .execute();

/** All scores with who gave them. Only after the reveal: before it nobody but the evaluator may see them. */
export const revealedScores = async (db: Reading, tenderId: string) =>
  await db
    .selectFrom("score")
    .innerJoin("account", "account.id", "score.account_id")
    .select([
      "score.response_id as response",
      "score.requirement_id as requirement",
      "score.level",
      "score.comment",
      "account.name as evaluator",
    ])
    .where("score.tender_id", "=", tenderId)
    .orderBy("account.name")
    .execute();
