import { randomBytes } from "node:crypto";
import { readPublication } from "#app/db/publication.ts";
import { evaluatorsOf, lockedSheet, scoresOf } from "#app/db/scoring.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { commitment, pairsToJudge, remaining, sheetBytes } from "#app/domain/scoring/sheet.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";

/**
 * Locks the evaluator's own sheet for good: its bytes are stored, their salted hash goes into the log. When it was the
 * last one, all sheets are revealed at once and that is logged too.
 * Faults: `sheet_locked`; `sheet_incomplete` once for each pair that is not judged.
 */
export async function lockScoreSheet(
  app: Application,
  actor: Person,
  tenderId: string,
): Promise<Result<{ commitment: string; revealed: boolean }>> {
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "score.edit", tenderId);
    if (!access.ok) return access;
    if (await lockedSheet(trx, tenderId, actor.accountId)) return failure({ code: "sheet_locked" });
    const publication = await readPublication(trx, tenderId);
    const scores = await scoresOf(trx, tenderId, actor.accountId);
    const pairs = pairsToJudge(
      opened.value.map(({ id, quality }) => ({ id, answers: quality?.answers ?? {} })),
      publication?.content.requirements ?? [],
    );
    const missing = remaining(pairs, scores);
    if (missing.length > 0) {
      return failure(
        ...missing.map(({ response, requirement }) => ({
          code: "sheet_incomplete",
          place: { field: `${response}.${requirement}` },
          params: { requirement },
        })),
      );
    }
    const content = sheetBytes(tenderId, actor.accountId, scores);
    const salt = randomBytes(32);
    const bound = commitment(salt, content);
    await trx
      .insertInto("score_sheet")
      .values({
        tender_id: tenderId,
        account_id: actor.accountId,
        locked_us: app.now(),
        content,
        salt,
        commitment: bound,
      })
      .execute();
    await log(app, trx, actor, "score.lock", tenderId, { commitment: bound });
    const evaluators = await evaluatorsOf(trx, tenderId);
    const revealed = evaluators.every((evaluator) => evaluator.locked_us !== null);
    if (revealed) await log(app, trx, actor, "score.reveal", tenderId, { sheets: evaluators.length });
    return success({ commitment: bound, revealed });
  });
}
