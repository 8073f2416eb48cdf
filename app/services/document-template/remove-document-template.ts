import { currentTemplate } from "#app/db/document-template.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/** Documents get our own look again, but for tenders that are published already. Faults: `not_allowed`, `not_found`. */
export async function removeDocumentTemplate(app: Application, person: Person): Promise<Result<null>> {
  const allowed = authorise(person, "organisation.document-template");
  if (!allowed.ok) return allowed;
  return await app.database.write(async (trx) => {
    const template = await currentTemplate(trx, person.organisation.id);
    if (template === null) return failure({ code: "not_found" });
    await trx
      .updateTable("document_template")
      .set({ removed_us: app.now() })
      .where("id", "=", template.id)
      .execute();
    await log(app, trx, person, "template.remove", null, {
      organisation: person.organisation.id,
      template: template.id,
    });
    return success(null);
  });
}
