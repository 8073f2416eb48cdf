import { readPublication } from "#app/db/publication.ts";
import { readFiles } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/** A response whose records somebody may read, and the files that count for him. */
export interface ReadableRecords {
  readonly responseId: string;
  readonly fileIds: readonly string[];
  readonly content: PublishedTender;
}

/** For those who judge, after the opening: only what was submitted counts. Faults: as `openedResponses`, `not_found`. */
export async function openedRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  responseId: string,
): Promise<Result<ReadableRecords & { readonly vendor: string }>> {
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  const response = opened.value.find(({ id }) => id === responseId);
  const publication = await readPublication(app.database.read, tenderId);
  if (response?.quality == null || publication === null) return failure({ code: "not_found" });
  return success({
    responseId,
    fileIds: response.quality.files.map(({ id }) => id),
    content: publication.content,
    vendor: response.organisation.name,
  });
}

/** The vendor's own records as they lie in the draft now. */
export async function ownRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<ReadableRecords>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId, publication } = own.value;
  const fileIds = (await readFiles(db, responseId)).map(({ id }) => id);
  return success({ responseId, fileIds, content: publication.content });
}
