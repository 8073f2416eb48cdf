import { discardBlob } from "#app/db/blob.ts";
import type { Reading } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

type StoredFile = Pick<Tables["response_file"], "id" | "response_id" | "blob">;

/**
 * Takes a file out of its slot. What a submitted version or an import goes back to stays in the store; any other file
 * is gone, so that nobody fills the tender's room with files that nobody needs. Fault: `not_found`.
 */
export async function removeFile(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
): Promise<Result<null>> {
  const removed = await app.database.write(async (trx): Promise<Result<StoredFile | null>> => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const file = await trx
      .selectFrom("response_file")
      .select(["id", "response_id", "blob"])
      .where("id", "=", fileId)
      .where("response_id", "=", own.value.responseId)
      .where("removed_us", "is", null)
      .executeTakeFirst();
    if (file === undefined) return failure({ code: "not_found" });
    if (await isEvidence(trx, file)) {
      await trx
        .updateTable("response_file")
        .set({ removed_us: app.now() })
        .where("id", "=", fileId)
        .execute();
      return success(null);
    }
    await trx.deleteFrom("response_file").where("id", "=", fileId).execute();
    return success(file);
  });
  if (!removed.ok) return removed;
  // Only once nothing names it any more: a blob too many is tidied away at a start, one too few is a loss.
  if (removed.value !== null) await discardBlob(app.dataDir, removed.value.blob);
  return success(null);
}

/** Whether a submitted version names the file, or something was read out of it. */
async function isEvidence(db: Reading, file: StoredFile): Promise<boolean> {
  const versions = await db
    .selectFrom("submission")
    .select("content")
    .where("response_id", "=", file.response_id)
    .execute();
  const named = versions.flatMap(
    ({ content }) => (JSON.parse(content.toString("utf8")) as ResponseContent).files,
  );
  if (named.some(({ id }) => id === file.id)) return true;
  const calls = await db
    .selectFrom("call_import")
    .select("id")
    .where("file_id", "=", file.id)
    .executeTakeFirst();
  if (calls !== undefined) return true;
  const records = db.selectFrom("record_import").select("id").where("file_id", "=", file.id);
  return (await records.executeTakeFirst()) !== undefined;
}
