import { readPublication } from "#app/db/publication.ts";
import { lockedSheet } from "#app/db/scoring.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { checkLevel, type Score } from "#app/domain/scoring/sheet.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";

const commentLength = 4000;

/**
 * Saves one level on the evaluator's own sheet; it may be changed until the sheet is locked.
 * Faults: those of `authoriseTender` and `openedResponses`, `requirement_not_judged`, `level_unknown`,
 * `comment_too_long`, `sheet_locked`.
 */
export async function saveScore(
  app: Application,
  actor: Person,
  tenderId: string,
  score: Score,
): Promise<Result<{ savedUs: number }>> {
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  if (!opened.value.some(({ id }) => id === score.response)) return failure({ code: "not_found" });
  if (score.comment.length > commentLength) {
    return failure({
      code: "comment_too_long",
      place: { field: "comment" },
      params: { most: commentLength },
    });
  }
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "score.edit", tenderId);
    if (!access.ok) return access;
    if (await lockedSheet(trx, tenderId, actor.accountId)) return failure({ code: "sheet_locked" });
    const publication = await readPublication(trx, tenderId);
    const requirement = publication?.content.requirements.find(({ id }) => id === score.requirement);
    const level = checkLevel(requirement, score.level);
    if (!level.ok) return level;
    const savedUs = app.now();
    const { level: value, comment } = score;
    await trx
      .insertInto("score")
      .values({
        tender_id: tenderId,
        account_id: actor.accountId,
        response_id: score.response,
        requirement_id: score.requirement,
        level: value,
        comment,
        updated_us: savedUs,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["tender_id", "account_id", "response_id", "requirement_id"])
          .doUpdateSet({ level: value, comment, updated_us: savedUs }),
      )
      .execute();
    return success({ savedUs });
  });
}
