import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { localOfInstant } from "#app/domain/tender/deadline.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

/** The deadline now, for whoever may extend it: as an instant and as its local time. Faults: `not_found`, `wrong_stage`. */
export async function readExtension(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<{ readonly deadlineUs: number; readonly local: string; readonly timezone: string }>> {
  const access = await authoriseTender(app, app.database.read, actor, "addendum.publish", tenderId);
  if (!access.ok) return access;
  const { deadlineUs } = access.value;
  const publication = await readPublication(app.database.read, tenderId);
  if (publication === null || deadlineUs === null) return failure({ code: "not_found" });
  const { timezone } = publication.content;
  return success({ deadlineUs, local: localOfInstant(instantText(deadlineUs), timezone), timezone });
}
