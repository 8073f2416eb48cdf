import { importsInForce } from "#app/db/call-import.ts";
import { type Publication, readPublication } from "#app/db/publication.ts";
import { recordsInForce } from "#app/db/record-import.ts";
import { readFiles } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { callRecordSlot } from "#app/domain/measurement/call-file.ts";
import type { MeasurementPage, MeasurementQuery } from "#app/domain/measurement/measurement-page.ts";
import type { Application } from "#app/services/application.ts";
import { pageOfImports } from "#app/services/measurement/page-of-imports.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/** Call records of an opened response, for those who judge it. `page` is null when no records were submitted. */
export async function readMeasurement(
  app: Application,
  actor: Actor,
  tenderId: string,
  responseId: string,
  query: MeasurementQuery,
): Promise<Result<{ readonly vendor: string; readonly page: MeasurementPage | null }>> {
  const db = app.database.read;
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  const response = opened.value.find(({ id }) => id === responseId);
  const publication = await readPublication(db, tenderId);
  if (response?.quality == null || publication === null) return failure({ code: "not_found" });
  const submitted = response.quality.files.filter(({ slot }) => slot === callRecordSlot).map(({ id }) => id);
  const found = await importsInForce(db, responseId, submitted);
  const all = response.quality.files.map(({ id }) => id);
  const blocked = await recordsInForce(db, responseId, all, "blocked_counts");
  const page = await pageOfImports(app, found, askedIn(publication), query, blocked);
  return success({ vendor: response.organisation.name, page });
}

/** The vendor's own call records as the buyer will see them; before the opening nobody else does. */
export async function readOwnMeasurement(
  app: Application,
  actor: Actor,
  tenderId: string,
  query: MeasurementQuery,
): Promise<Result<{ readonly page: MeasurementPage | null }>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId, publication } = own.value;
  const files = await readFiles(db, responseId);
  const found = await importsInForce(
    db,
    responseId,
    files.filter(({ slot }) => slot === callRecordSlot).map(({ id }) => id),
  );
  const all = files.map(({ id }) => id);
  const blocked = await recordsInForce(db, responseId, all, "blocked_counts");
  const page = await pageOfImports(app, found, askedIn(publication), query, blocked);
  return success({ page });
}

const askedIn = ({ content, contentSha256 }: Publication) => ({
  requirements: content.requirements,
  sha256: contentSha256,
});
