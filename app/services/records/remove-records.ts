import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { ownRecordFile } from "#app/services/records/own-record-file.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/**
 * Takes a record file out of the response while it may still be edited. What was read from it stays as evidence and
 * counts for nothing: versions handed in before may name the file.
 */
export async function removeRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { responseId } = own.value;
    const file = await ownRecordFile(app, trx, responseId, fileId);
    if (!file.ok) return file;
    await trx.updateTable("response_file").set({ removed_us: app.now() }).where("id", "=", fileId).execute();
    await log(app, trx, actor, "records.remove", tenderId, { response: responseId, file: fileId });
    return success(null);
  });
}
