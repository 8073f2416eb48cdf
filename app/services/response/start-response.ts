import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { newId } from "#app/services/new-id.ts";

/**
 * Registers the vendor's interest: one response for an organisation and tender, whoever of its people comes first.
 * @returns the id of the response, new or already there
 */
export async function startResponse(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<string>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "response.edit", tenderId);
    if (!access.ok) return access;
    if (actor.kind !== "person") return failure({ code: "not_found" });
    if (access.value.ownResponseId !== null) return success(access.value.ownResponseId);
    const id = newId();
    await trx
      .insertInto("response")
      .values({ id, tender_id: tenderId, organisation_id: actor.organisation.id, created_us: app.now() })
      .execute();
    await log(app, trx, actor, "response.start", tenderId, { response: id });
    return success(id);
  });
}
