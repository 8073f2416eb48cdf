import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { gatherTender } from "#app/services/documents/printed-tender.ts";
import {
  procurementDocuments,
  renderTenderDocument,
} from "#app/services/documents/render-tender-document.ts";

export const tenderDocuments = [...procurementDocuments, "model.json"] as const;
export type TenderDocument = (typeof tenderDocuments)[number];

/**
 * A document of a tender as a file: from the frozen content once it is published, for everyone; before that a preview
 * for those who may read the draft. `model.json` is given as its exact frozen bytes. Fault: `not_found`.
 */
export async function writeTenderDocument(
  app: Application,
  actor: Actor,
  tenderId: string,
  document: TenderDocument,
  language: Language,
): Promise<Result<Buffer>> {
  const { read } = app.database;
  const published = await authoriseTender(app, read, actor, "tender.read", tenderId);
  if (document === "model.json") return published.ok ? await frozenModel(app, tenderId) : published;
  if (!published.ok) {
    const drafted = await authoriseTender(app, read, actor, "tender.draft.read", tenderId);
    if (!drafted.ok) return failure({ code: "not_found" });
  }
  const printed = await gatherTender(app, tenderId, published.ok, language);
  if (printed === null) return failure({ code: "not_found" });
  return success(await renderTenderDocument(app.root, printed, document));
}

async function frozenModel(app: Application, tenderId: string): Promise<Result<Buffer>> {
  const row = await app.database.read
    .selectFrom("publication")
    .select("model")
    .where("tender_id", "=", tenderId)
    .executeTakeFirst();
  return row ? success(row.model) : failure({ code: "not_found" });
}
