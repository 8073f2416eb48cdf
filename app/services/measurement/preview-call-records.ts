import path from "node:path";
import { importsOf } from "#app/db/call-import.ts";
import { mappingsOf } from "#app/db/column-mapping.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import type { Format } from "#app/imports/call-records/detect-format.ts";
import { readMapping } from "#app/imports/call-records/mapping-file.ts";
import { type Preview, preview } from "#app/imports/call-records/preview.ts";
import type { Application } from "#app/services/application.ts";
import { headerFingerprint } from "#app/services/measurement/header-fingerprint.ts";
import { ownCallFile } from "#app/services/measurement/own-call-file.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface PreviewRequest {
  /** As typed; null for that of a kept mapping, else the usual one. */
  readonly zone: string | null;
  readonly format: Format | "auto";
  /** As typed so far; null to see a kept mapping, or a proposal. */
  readonly mapping: ColumnMapping | null;
  /** Name of a kept mapping to read by; null for the one that this header was read by before. */
  readonly preset: string | null;
}

export interface CallPreview extends Preview {
  readonly name: string;
  readonly bytes: number;
  /** As asked for, known or not. */
  readonly zone: string;
  /** By which the rows were read. */
  readonly zoneUsed: string;
  /** Names of the mappings that the vendor keeps, and which of them the rows were read by. */
  readonly presets: readonly string[];
  readonly preset: string | null;
}

const usualZone = "Europe/Stockholm";

/**
 * What the beginning of an uploaded file would be taken for, before anything is taken over. A table whose layout is
 * not known is read by the mapping that its header had before, by the one that this file was imported with, or by a
 * proposal.
 */
export async function previewCallRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
  { zone: typedZone, format, mapping, preset }: PreviewRequest,
): Promise<Result<CallPreview>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId, person } = own.value;
  const file = await ownCallFile(app, db, responseId, fileId);
  if (!file.ok) return file;
  const kept = await mappingsOf(db, person.organisation.id);
  const look = async (
    as: Format | "auto",
    by: ColumnMapping | null,
    used: string | null = null,
  ): Promise<CallPreview> => {
    const asked = typedZone ?? by?.zone ?? usualZone;
    const zone = loadZone(asked) ?? loadZone(usualZone);
    if (zone === null) throw new RangeError(`unknown zone ${usualZone}`);
    const seen = await preview(file.value, {
      zone,
      zoneDeclared: true,
      format: as,
      mapping: by ?? undefined,
      root: app.root,
      temporaryFolder: path.dirname(file.value.path),
    });
    const unknownZone = { code: "zone_unknown", place: { field: "zone" }, params: { zone: asked } };
    return {
      ...seen,
      faults: zone.name === asked ? seen.faults : [unknownZone, ...seen.faults],
      name: file.value.name,
      bytes: file.value.bytes,
      zone: asked,
      zoneUsed: zone.name,
      presets: kept.map((each) => each.name),
      preset: used,
    };
  };

  const seen = await look(mapping === null ? format : "mapped", mapping);
  const mayMap = seen.table !== null && seen.lookalike === null && mapping === null;
  if (!mayMap || (seen.format !== null && seen.format !== "mapped")) return success(seen);
  const fingerprint = headerFingerprint(seen.table.names);
  const known = kept.find((each) =>
    preset === null ? each.fingerprint === fingerprint : each.name === preset,
  );
  if (known !== undefined) return success(await look("mapped", parsed(known.mapping), known.name));
  const imported = (await importsOf(db, responseId)).find(
    (each) => each.file_id === fileId && each.mapping !== null,
  );
  return success(await look("mapped", parsed(imported?.mapping ?? null)));
}

/** A stored mapping, unless it can no longer be used. */
function parsed(stored: string | null): ColumnMapping | null {
  const mapping = stored === null ? null : readMapping(stored);
  return mapping?.ok ? mapping.value : null;
}
