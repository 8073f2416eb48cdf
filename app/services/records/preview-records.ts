import { recordImportsOf } from "#app/db/record-import.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { readRecordFile } from "#app/imports/records/read-records.ts";
import type { RecordReading } from "#app/imports/records/record-reading.ts";
import type { Application } from "#app/services/application.ts";
import { ownRecordFile } from "#app/services/records/own-record-file.ts";
import { filesWithKind } from "#app/services/records/replaced-file.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface RecordPreview extends Omit<RecordReading, "content"> {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  readonly zone: string;
  readonly accepted: boolean;
  /** Name of the file whose records of the same kind would be replaced; null for none. */
  readonly replaces: string | null;
}

/** What an uploaded file would be taken for, and all that is wrong with it, before anything is taken over. */
export async function previewRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
  zoneName: string | null,
): Promise<Result<RecordPreview>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId, publication } = own.value;
  const file = await ownRecordFile(app, db, responseId, fileId);
  if (!file.ok) return file;
  const name = zoneName ?? publication.content.timezone;
  const zone = loadZone(name);
  if (zone === null)
    return failure({ code: "zone_unknown", place: { field: "zone" }, params: { zone: name } });
  const { content: _, ...reading } = await readRecordFile(file.value, { zone, root: app.root });
  const accepted = (await recordImportsOf(db, responseId)).some(({ file_id }) => file_id === fileId);
  const [earlier] = reading.kind === null ? [] : await filesWithKind(db, responseId, reading.kind, fileId);
  const { bytes } = file.value;
  return success({
    ...reading,
    fileId,
    name: file.value.name,
    bytes,
    zone: name,
    accepted,
    replaces: earlier?.name ?? null,
  });
}
