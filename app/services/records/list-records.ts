import { recordImportsOf } from "#app/db/record-import.ts";
import { readFiles } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { RecordKindId } from "#app/domain/records/record-contents.ts";
import { recordSlot } from "#app/domain/records/record-file.ts";
import type { RecordWarning } from "#app/imports/records/cells.ts";
import { recordKindIds } from "#app/imports/records/kinds.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface ListedRecords {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  /** Of the file, hex. */
  readonly sha256: string;
  /** What was taken over from it; null while it has not been accepted. */
  readonly accepted: {
    readonly kind: RecordKindId;
    readonly rows: number;
    readonly zone: string;
    readonly atUs: number;
    readonly warnings: readonly RecordWarning[];
  } | null;
}

/** The vendor's own record files, and every kind that there is. */
export async function listRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<
  Result<{
    readonly files: readonly ListedRecords[];
    readonly kinds: readonly RecordKindId[];
    readonly responseId: string;
    readonly zone: string;
    readonly mayEdit: boolean;
  }>
> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId, publication } = own.value;
  const imports = await recordImportsOf(db, responseId);
  const files = (await readFiles(db, responseId)).filter(({ slot }) => slot === recordSlot);
  return success({
    files: files.map(({ id, name, bytes, sha256 }) => {
      const row = imports.find(({ file_id }) => file_id === id);
      const accepted = row && {
        kind: row.kind as RecordKindId,
        rows: row.rows,
        zone: row.zone,
        atUs: row.created_us,
        warnings: JSON.parse(row.warnings) as readonly RecordWarning[],
      };
      return { fileId: id, name, bytes, sha256, accepted: accepted ?? null };
    }),
    kinds: recordKindIds,
    responseId,
    zone: publication.content.timezone,
    mayEdit: own.value.may("response.edit"),
  });
}
