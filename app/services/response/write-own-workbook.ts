import { readDraft } from "#app/db/response.ts";
import { priceWorkbook, responseWorkbook } from "#app/documents/response-workbook.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { instantText } from "#app/domain/response/instant.ts";
import type { WorkbookPart } from "#app/domain/response/workbook-form.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/** The response form or the price sheet as an Excel file, with what the vendor's draft says filled in. */
export async function writeOwnWorkbook(
  app: Application,
  actor: Actor,
  tenderId: string,
  part: WorkbookPart,
  language: Language,
): Promise<Result<Buffer>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { publication, responseId } = own.value;
  const { content } = await readDraft(db, tenderId, responseId);
  return success(
    await (part === "prices" ? priceWorkbook : responseWorkbook)({
      tender: tenderId,
      content: publication.content,
      version: "1",
      sha256: publication.contentSha256,
      publishedAt: instantText(publication.publishedUs),
      language,
      vocabulary: app.catalogue,
      wording: await loadWording(app.root, "response-workbook", language),
      statementWording: await loadWording(app.root, "statements", language),
      response: content,
    }),
  );
}
