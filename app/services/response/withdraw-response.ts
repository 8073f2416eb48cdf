import { lastSubmission } from "#app/db/submission.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/**
 * Takes back the last version; no earlier one counts instead. The draft stays and may be submitted again until the
 * deadline. Faults: `version_conflict` when another version is the last, `nothing_to_withdraw`.
 */
export async function withdrawResponse(
  app: Application,
  actor: Actor,
  tenderId: string,
  expectedVersion: number,
): Promise<Result<{ readonly withdrawnUs: number }>> {
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.withdraw", tenderId);
    if (!own.ok) return own;
    const last = await lastSubmission(trx, own.value.responseId);
    if (last === null || last.withdrawn_us !== null) return failure({ code: "nothing_to_withdraw" });
    if (last.version !== expectedVersion) return failure({ code: "version_conflict" });
    const withdrawnUs = app.now();
    await trx
      .insertInto("withdrawal")
      .values({ submission_id: last.id, at_us: withdrawnUs, account_id: own.value.person.accountId })
      .execute();
    await log(app, trx, actor, "response.withdraw", tenderId, {
      response: own.value.responseId,
      version: last.version,
    });
    return success({ withdrawnUs });
  });
}
