import { readCancellation } from "#app/db/award.ts";
import { letterheadAt } from "#app/db/document-template.ts";
import { readPublication } from "#app/db/publication.ts";
import { cancellationLetter } from "#app/documents/cancellation-letter.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

/** To whom a letter goes; null for all bidders at once. */
type Addressee = { readonly name: string; readonly number: string } | null;

/**
 * The letter about a cancellation as a Word file, for the buyer: to one bidder (`response`), or to all of them when it
 * is null. The export is logged. Fault: `not_found`.
 */
export async function writeCancellationLetter(
  app: Application,
  actor: Actor,
  tenderId: string,
  response: string | null,
  language: Language,
): Promise<Result<Buffer>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "cancellation.read", tenderId);
  if (!access.ok) return access;
  const stored = await readCancellation(read, tenderId);
  const bid = stored?.record.bids?.find((one) => one.response === response);
  if (response !== null && bid === undefined) return failure({ code: "not_found" });
  const to = bid ? { name: bid.bidder, number: bid.organisation_number } : null;
  const file = await renderCancellationLetter(app, tenderId, to, language);
  if (file === null) return failure({ code: "not_found" });
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, {
      document: "cancellation-letter",
      response,
      language,
      bytes: file.length,
    }),
  );
  return success(file);
}

/** Null when the tender was not cancelled. */
export async function renderCancellationLetter(
  app: Application,
  tenderId: string,
  addressee: Addressee,
  language: Language,
): Promise<Buffer | null> {
  const { read } = app.database;
  const stored = await readCancellation(read, tenderId);
  const publication = await readPublication(read, tenderId);
  if (stored === null || publication === null) return null;
  return await cancellationLetter({
    content: publication.content,
    letterhead: await letterheadAt(read, tenderId, publication.publishedUs),
    language,
    wording: await loadWording(app.root, "cancellation-letter", language),
    record: stored.record,
    sha256: stored.sha256,
    addressee,
  });
}
