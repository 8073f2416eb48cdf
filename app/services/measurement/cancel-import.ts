import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { stopRunning } from "#app/services/measurement/running-imports.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/** Stops an import of the own response; nothing of it is kept. Fault `import_not_running` when it has already ended. */
export async function cancelImport(
  app: Application,
  actor: Actor,
  tenderId: string,
  importId: string,
): Promise<Result<null>> {
  const own = await authoriseOwnResponse(app, app.database.read, actor, "response.edit", tenderId);
  if (!own.ok) return own;
  const row = await app.database.read
    .selectFrom("call_import")
    .select("id")
    .where("id", "=", importId)
    .where("response_id", "=", own.value.responseId)
    .executeTakeFirst();
  if (row === undefined) return failure({ code: "not_found" });
  return stopRunning(app, importId) ? success(null) : failure({ code: "import_not_running" });
}
