import { mappingsOf } from "#app/db/column-mapping.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { type ColumnMapping, readMapping } from "#app/imports/call-records/column-mapping.ts";
import type { Format } from "#app/imports/call-records/detect-format.ts";
import { type Preview, preview } from "#app/imports/call-records/preview.ts";
import type { Application } from "#app/services/application.ts";
import { headerFingerprint } from "#app/services/measurement/header-fingerprint.ts";
import { ownCallFile } from "#app/services/measurement/own-call-file.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface PreviewRequest {
  readonly zone: string;
  readonly format: Format | "auto";
  /** As typed so far; null to see a kept mapping, or a proposal. */
  readonly mapping: ColumnMapping | null;
  /** Name of a kept mapping to read by; null for the one that this header was read by before. */
  readonly preset: string | null;
}

export interface CallPreview extends Preview {
  readonly name: string;
  readonly bytes: number;
  /** Names of the mappings that the vendor keeps, and which of them the rows were read by. */
  readonly presets: readonly string[];
  readonly preset: string | null;
}

/**
 * What the beginning of an uploaded file would be taken for, before anything is taken over. A table whose layout is
 * not known is read by the mapping that its header had before, else by a proposal.
 */
export async function previewCallRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
  { zone: zoneName, format, mapping, preset }: PreviewRequest,
): Promise<Result<CallPreview>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId, person } = own.value;
  const file = await ownCallFile(app, db, responseId, fileId);
  if (!file.ok) return file;
  const zone = loadZone(zoneName);
  if (zone === null)
    return failure({ code: "zone_unknown", place: { field: "zone" }, params: { zone: zoneName } });
  const look = (as: Format | "auto", by: ColumnMapping | null): Promise<Preview> =>
    preview(file.value, { zone, zoneDeclared: true, format: as, mapping: by ?? undefined, root: app.root });

  const { name, bytes } = file.value;
  const kept = await mappingsOf(db, person.organisation.id);
  const presets = kept.map((each) => each.name);
  const seen = await look(mapping === null ? format : "mapped", mapping);
  const mayMap = seen.table !== null && seen.lookalike === null && mapping === null;
  if (!mayMap || (seen.format !== null && seen.format !== "mapped"))
    return success({ ...seen, name, bytes, presets, preset: null });
  const fingerprint = headerFingerprint(seen.table.names);
  const known = kept.find((each) =>
    preset === null ? each.fingerprint === fingerprint : each.name === preset,
  );
  const by = known === undefined ? null : readMapping(known.mapping);
  const read = await look("mapped", by?.ok ? by.value : null);
  return success({ ...read, name, bytes, presets, preset: by?.ok ? (known?.name ?? null) : null });
}
