import { addendaOf } from "#app/db/addendum.ts";
import { letterheadAt } from "#app/db/document-template.ts";
import { readPublication } from "#app/db/publication.ts";
import { readStoredDraft } from "#app/db/tender.ts";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Language } from "#app/domain/language.ts";
import { instantText } from "#app/domain/response/instant.ts";
import type { Application } from "#app/services/application.ts";

/** What documents are printed from, with the whole catalogue for their words. */
export interface GatheredTender extends PrintedTender {
  readonly vocabulary: Catalogue;
  /** Public address of the tender's page. */
  readonly address: string;
}

/** The frozen tender, or the draft as it stands with the version of its last change; null when there is none. */
export async function gatherTender(
  app: Application,
  tenderId: string,
  published: boolean,
  language: Language,
): Promise<GatheredTender | null> {
  const { read } = app.database;
  const address = `${app.url}/tenders/${tenderId}`;
  const common = { tender: tenderId, language, vocabulary: app.catalogue, address };
  if (!published) {
    const stored = await readStoredDraft(read, tenderId);
    if (stored === null) return null;
    const version = `0.${stored.version}`;
    const letterhead = await letterheadAt(read, tenderId, app.now());
    return { ...common, content: stored.draft, version, sha256: null, publishedAt: null, letterhead };
  }
  const publication = await readPublication(read, tenderId);
  if (publication === null) return null;
  const { contentSha256, publishedUs } = publication;
  // An addendum moves the deadline and nothing else of what was frozen.
  const addenda = await addendaOf(read, tenderId);
  const last = addenda.at(-1);
  const content =
    last === undefined
      ? publication.content
      : { ...publication.content, deadline: instantText(last.newDeadlineUs) };
  const version = String(1 + addenda.length);
  const publishedAt = instantText(publishedUs);
  const letterhead = await letterheadAt(read, tenderId, publishedUs);
  return { ...common, content, version, sha256: contentSha256, publishedAt, letterhead };
}
