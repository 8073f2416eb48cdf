import { readAward } from "#app/db/award.ts";
import { letterheadAt } from "#app/db/document-template.ts";
import { readPublication } from "#app/db/publication.ts";
import { awardLetter } from "#app/documents/award-letter.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

/**
 * The letter to one bidder as a Word file, for those at the buyer who may read all of them; the export is logged.
 * Fault: `not_found` for a response that the decision does not hold.
 */
export async function writeAwardLetter(
  app: Application,
  actor: Actor,
  tenderId: string,
  response: string,
  language: Language,
): Promise<Result<Buffer>> {
  const access = await authoriseTender(app, app.database.read, actor, "award.read-letters", tenderId);
  if (!access.ok) return access;
  const file = await renderAwardLetter(app, tenderId, response, language);
  if (file === null) return failure({ code: "not_found" });
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, {
      document: "award-letter",
      response,
      language,
      bytes: file.length,
    }),
  );
  return success(file);
}

/** Null before the award. Call it only for those who may read the letter: the buyer, and the bidder it is for. */
export async function renderAwardLetter(
  app: Application,
  tenderId: string,
  response: string,
  language: Language,
): Promise<Buffer | null> {
  const { read } = app.database;
  const award = await readAward(read, tenderId);
  const publication = await readPublication(read, tenderId);
  if (award === null || publication === null) return null;
  return await awardLetter({
    content: publication.content,
    letterhead: await letterheadAt(read, tenderId, publication.publishedUs),
    language,
    wording: await loadWording(app.root, "award-letter", language),
    record: award.record,
    sha256: award.sha256,
    response,
  });
}
