import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/** Takes a file out of its slot. The file itself stays: earlier versions may name it. */
export async function removeFile(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const removed = await trx
      .updateTable("response_file")
      .set({ removed_us: app.now() })
      .where("id", "=", fileId)
      .where("response_id", "=", own.value.responseId)
      .where("removed_us", "is", null)
      .executeTakeFirst();
    return removed.numUpdatedRows === 0n ? failure({ code: "not_found" }) : success(null);
  });
}
