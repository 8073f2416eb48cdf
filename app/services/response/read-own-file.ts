import type { Readable } from "node:stream";
import { readBlob } from "#app/db/blob.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
  readonly content: Readable;
}

/** A file of the actor's own organisation's response, also one that has been taken out of its slot since. */
export async function readOwnFile(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
): Promise<Result<StoredFile>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const row = await db
    .selectFrom("response_file")
    .select(["name", "bytes", "blob"])
    .where("id", "=", fileId)
    .where("response_id", "=", own.value.responseId)
    .executeTakeFirst();
  if (row === undefined) return failure({ code: "not_found" });
  return success({ name: row.name, bytes: row.bytes, content: readBlob(app.dataDir, row.blob) });
}
