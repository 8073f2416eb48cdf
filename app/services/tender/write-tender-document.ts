import { readPublication } from "#app/db/publication.ts";
import { readStoredDraft } from "#app/db/tender.ts";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import { requirementSpecification } from "#app/documents/requirement-specification.ts";
import { responseWorkbook } from "#app/documents/response-workbook.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export const tenderDocuments = [
  "requirement-specification.docx",
  "response-workbook.xlsx",
  "model.json",
] as const;
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
  const printed = await printedTender(app, tenderId, published.ok, language);
  if (printed === null) return failure({ code: "not_found" });
  switch (document) {
    case "requirement-specification.docx":
      return success(
        await requirementSpecification({
          ...printed,
          wording: await loadWording(app.root, "requirement-specification", language),
          measureSentence: (measure) => measureSentence(measure, app.catalogue, language),
        }),
      );
    case "response-workbook.xlsx": {
      const wording = await loadWording(app.root, "response-workbook", language);
      return success(await responseWorkbook({ ...printed, wording, response: null }));
    }
  }
}

async function printedTender(
  app: Application,
  tenderId: string,
  published: boolean,
  language: Language,
): Promise<PrintedTender | null> {
  const { read } = app.database;
  const common = { tender: tenderId, language, vocabulary: app.catalogue };
  if (!published) {
    const stored = await readStoredDraft(read, tenderId);
    if (stored === null) return null;
    const version = `0.${stored.version}`;
    return { ...common, content: stored.draft, version, sha256: null, publishedAt: null };
  }
  const publication = await readPublication(read, tenderId);
  if (publication === null) return null;
  const { content, contentSha256, publishedUs } = publication;
  const publishedAt = new Date(Math.floor(publishedUs / 1000)).toISOString();
  return { ...common, content, version: "1", sha256: contentSha256, publishedAt };
}

async function frozenModel(app: Application, tenderId: string): Promise<Result<Buffer>> {
  const row = await app.database.read
    .selectFrom("publication")
    .select("model")
    .where("tender_id", "=", tenderId)
    .executeTakeFirst();
  return row ? success(row.model) : failure({ code: "not_found" });
}
