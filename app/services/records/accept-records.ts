import { createHash } from "node:crypto";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import type { RecordKindId } from "#app/domain/records/record-contents.ts";
import { readRecordFile } from "#app/imports/records/read-records.ts";
import { type Application, log } from "#app/services/application.ts";
import { newId } from "#app/services/new-id.ts";
import { ownRecordFile } from "#app/services/records/own-record-file.ts";
import { filesWithKind } from "#app/services/records/replaced-file.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface AcceptedRecords {
  readonly importId: string;
  readonly kind: RecordKindId;
  readonly rows: number;
}

/**
 * Takes over what an uploaded file says: all of it or, with any fault, nothing. Records of the same kind from another
 * file are replaced: that file leaves the response, and the log names both; in a contract they stand side by side.
 * Faults: all of the file's, `zone_unknown`, `records_accepted_already`.
 */
export async function acceptRecords(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
  zoneName: string,
): Promise<Result<AcceptedRecords>> {
  const zone = loadZone(zoneName);
  if (zone === null)
    return failure({ code: "zone_unknown", place: { field: "zone" }, params: { zone: zoneName } });
  const db = app.database.read;
  const before = await authoriseOwnResponse(app, db, actor, "response.edit", tenderId);
  if (!before.ok) return before;
  const file = await ownRecordFile(app, db, before.value.responseId, fileId);
  if (!file.ok) return file;
  // A stored file never changes, so it can be read before the writer's turn.
  const { name, path } = file.value;
  const { kind, content, rows, faults, warnings } = await readRecordFile(
    { name, path },
    { zone, root: app.root },
  );
  if (kind === null || content === null) return failure(...faults);
  const contentSha256 = createHash("sha256").update(content).digest("hex");
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { responseId, person, accumulates } = own.value;
    const still = await ownRecordFile(app, trx, responseId, fileId);
    if (!still.ok) return still;
    const repeated = await trx
      .selectFrom("record_import")
      .select("id")
      .where("file_id", "=", fileId)
      .executeTakeFirst();
    if (repeated !== undefined) return failure({ code: "records_accepted_already", params: { name } });
    const replaced = accumulates ? [] : await filesWithKind(trx, responseId, kind, fileId);
    const importId = newId();
    await trx
      .insertInto("record_import")
      .values({
        id: importId,
        response_id: responseId,
        file_id: fileId,
        kind,
        zone: zoneName,
        content,
        content_sha256: contentSha256,
        rows,
        warnings: JSON.stringify(warnings),
        created_us: app.now(),
        created_by: person.accountId,
        replaces: replaced[0]?.importId ?? null,
      })
      .execute();
    const facts = {
      response: responseId,
      import: importId,
      kind,
      file: fileId,
      rows,
      content: contentSha256,
    };
    const [earlier] = replaced;
    for (const { id } of replaced) {
      await trx.updateTable("response_file").set({ removed_us: app.now() }).where("id", "=", id).execute();
    }
    if (earlier === undefined) await log(app, trx, actor, "records.import", tenderId, facts);
    else {
      const { id, importId: replaces } = earlier;
      await log(app, trx, actor, "records.replace", tenderId, { ...facts, replaces, replaced_file: id });
    }
    return success({ importId, kind, rows });
  });
}
