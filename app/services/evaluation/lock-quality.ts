import { approvalsOf } from "#app/db/approval.ts";
import { consensusOf, evaluatorsOf, scoredPairs } from "#app/db/scoring.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { remaining } from "#app/domain/scoring/sheet.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

/**
 * Locks the judgement of quality, so that prices can be opened. Takes effect when two different people (chair, owner)
 * have asked for it; until then the first request waits.
 * Faults: `sheets_not_locked`, `consensus_missing` for each pair without one, `second_person_needed` when the same person asks twice.
 */
export async function lockQuality(
  app: Application,
  actor: Person,
  tenderId: string,
): Promise<Result<{ locked: boolean }>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "quality.lock", tenderId);
    if (!access.ok) return access;
    const evaluators = await evaluatorsOf(trx, tenderId);
    if (evaluators.some((evaluator) => evaluator.locked_us === null))
      return failure({ code: "sheets_not_locked" });
    const open = remaining(await scoredPairs(trx, tenderId), await consensusOf(trx, tenderId));
    if (open.length > 0) {
      return failure(
        ...open.map(({ response, requirement }) => ({
          code: "consensus_missing",
          place: { field: `${response}.${requirement}` },
          params: { requirement },
        })),
      );
    }
    const approvals = await approvalsOf(trx, tenderId, "quality.lock");
    if (approvals.some(({ id }) => id === actor.accountId)) return failure({ code: "second_person_needed" });
    await trx
      .insertInto("approval")
      .values({
        tender_id: tenderId,
        act: "quality.lock",
        subject: "",
        account_id: actor.accountId,
        at_us: app.now(),
      })
      .execute();
    if (approvals.length === 0) {
      await log(app, trx, actor, "quality.request-lock", tenderId, {});
      return success({ locked: false });
    }
    await trx.updateTable("tender").set({ stage: "quality-locked" }).where("id", "=", tenderId).execute();
    await log(app, trx, actor, "quality.lock", tenderId, {});
    return success({ locked: true });
  });
}
