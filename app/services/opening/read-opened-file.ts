import { readBlob } from "#app/db/blob.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import type { StoredFile } from "#app/services/response/read-own-file.ts";

/** A proof file of an opened response, for those who may read its quality part; nobody else learns that it exists. */
export async function readOpenedFile(
  app: Application,
  actor: Actor,
  tenderId: string,
  fileId: string,
): Promise<Result<StoredFile>> {
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  const file = opened.value.flatMap(({ quality }) => quality?.files ?? []).find(({ id }) => id === fileId);
  if (file === undefined) return failure({ code: "not_found" });
  const { blob } = await app.database.read
    .selectFrom("response_file")
    .select("blob")
    .where("id", "=", fileId)
    .executeTakeFirstOrThrow();
  return success({ name: file.name, bytes: file.bytes, content: readBlob(app.dataDir, blob) });
}
