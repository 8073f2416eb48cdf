import { approvalsOf, putApproval } from "#app/db/approval.ts";
import type { Reading } from "#app/db/database.ts";
import { consensusOf, evaluatorsOf, scoredPairs } from "#app/db/scoring.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { type Approval, byTwoPeople, counting } from "#app/domain/account/approval.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { remaining } from "#app/domain/scoring/sheet.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

/**
 * Locks the judgement of quality, so that prices can be opened. Takes effect when two different people (chair, owner)
 * have asked for it; until then the first request waits.
 * Faults: `sheets_not_locked`, `consensus_missing` for each pair without one, `second_person_needed` when the same
 * person asks twice and nobody else has.
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
    const before = await lockRequests(trx, tenderId);
    await putApproval(trx, { ...lock, tender_id: tenderId, account_id: actor.accountId, at_us: app.now() });
    if (!byTwoPeople(await lockRequests(trx, tenderId))) {
      if (before.some(({ accountId }) => accountId === actor.accountId)) {
        return failure({ code: "second_person_needed" });
      }
      await log(app, trx, actor, "quality.request-lock", tenderId, {});
      return success({ locked: false });
    }
    await trx.updateTable("tender").set({ stage: "quality-locked" }).where("id", "=", tenderId).execute();
    await log(app, trx, actor, "quality.lock", tenderId, {});
    return success({ locked: true });
  });
}

const lock = { act: "quality.lock", subject: "" } as const;

/** Who asks for the lock and may: with two people it takes effect. */
export const lockRequests = async (db: Reading, tenderId: string): Promise<readonly Approval[]> =>
  counting(lock.act, await approvalsOf(db, tenderId, lock.act, lock.subject));
