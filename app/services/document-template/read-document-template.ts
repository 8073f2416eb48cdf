import { currentTemplate, type StoredTemplate } from "#app/db/document-template.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/** The Word template of the administrator's organisation; null when it has none. Fault: `not_allowed`. */
export async function readDocumentTemplate(
  app: Application,
  person: Person,
): Promise<Result<StoredTemplate | null>> {
  const allowed = authorise(person, "organisation.document-template");
  if (!allowed.ok) return allowed;
  return success(await currentTemplate(app.database.read, person.organisation.id));
}
