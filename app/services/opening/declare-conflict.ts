import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { newId } from "#app/services/new-id.ts";

/**
 * States whether the person has a tie to any bidder. Declarations are only ever added; the last one counts, and one
 * that tells of a conflict closes the responses to that person.
 */
export async function declareConflict(
  app: Application,
  actor: Actor,
  tenderId: string,
  conflict: boolean,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "conflict.declare", tenderId);
    if (!access.ok) return access;
    if (actor.kind !== "person") return failure({ code: "not_found" });
    await trx
      .insertInto("conflict_declaration")
      .values({
        id: newId(),
        tender_id: tenderId,
        account_id: actor.accountId,
        conflict: conflict ? 1 : 0,
        at_us: app.now(),
      })
      .execute();
    await log(app, trx, actor, "conflict.declare", tenderId, { conflict });
    return success(null);
  });
}
