import { readStoredDraft } from "#app/db/tender.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

/** The draft as a file that another installation reads back unchanged. Faults: `not_found`, `wrong_stage`. */
export async function writeDraftFile(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<Buffer>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "tender.draft.read", tenderId);
  if (!access.ok) return access;
  const stored = await readStoredDraft(read, tenderId);
  if (stored === null) return failure({ code: "not_found" });
  return success(Buffer.from(`${JSON.stringify(stored.draft, null, 2)}\n`));
}
