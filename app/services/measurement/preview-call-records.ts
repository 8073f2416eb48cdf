import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { type Preview, preview } from "#app/imports/call-records/preview.ts";
import type { Application } from "#app/services/application.ts";
import { ownCallFile } from "#app/services/measurement/own-call-file.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/** What the beginning of an uploaded file would be taken for, before anything is taken over. */
export async function previewCallRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
  zoneName: string,
): Promise<Result<Preview & { readonly name: string; readonly bytes: number }>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const file = await ownCallFile(app, db, own.value.responseId, fileId);
  if (!file.ok) return file;
  const zone = loadZone(zoneName);
  if (zone === null)
    return failure({ code: "zone_unknown", place: { field: "zone" }, params: { zone: zoneName } });
  const seen = await preview(file.value, { zone, zoneDeclared: true, format: "auto" });
  return success({ ...seen, name: file.value.name, bytes: file.value.bytes });
}
