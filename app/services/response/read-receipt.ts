import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";
import type { Receipt } from "#app/services/response/submit-response.ts";

/** A receipt of the actor's own organisation, exactly as it was signed. */
export async function readReceipt(
  app: Application,
  actor: Actor,
  tenderId: string,
  version: number,
): Promise<Result<Receipt>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const row = await db
    .selectFrom("submission")
    .select(["version", "receipt", "signature"])
    .where("response_id", "=", own.value.responseId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (row === undefined) return failure({ code: "not_found" });
  return success({ version: row.version, bytes: row.receipt, signature: row.signature });
}
