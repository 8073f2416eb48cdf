import { discardBlob, listBlobs } from "#app/db/blob.ts";
import type { Application } from "#app/services/application.ts";

const dayUs = 24 * 3600 * 1_000_000;

/**
 * For the start of the server: removes what uploads of earlier processes left in the store. These are files that were
 * not whole when the process ended, from before `startedUs`, and whole ones that no row has named for a day.
 */
export async function tidyBlobs(app: Application, startedUs: number): Promise<void> {
  const named = new Set((await rows(app)).map(({ blob }) => blob));
  for (const { name, temporary, changedUs } of await listBlobs(app.dataDir)) {
    const left = temporary ? changedUs < startedUs : !named.has(name) && changedUs < app.now() - dayUs;
    if (left) await discardBlob(app.dataDir, name);
  }
}

/** Ids of files whose row names a blob that is not there: something outside the program has lost it. */
export async function filesWithoutBlob(app: Application): Promise<string[]> {
  const named = await rows(app);
  // Listed after the rows are read: a blob is always there before its row.
  const stored = new Set((await listBlobs(app.dataDir)).map(({ name }) => name));
  return named.filter(({ blob }) => !stored.has(blob)).map(({ id }) => id);
}

/** Also of removed files: an earlier version that was submitted, or a tender that was published, may hold them. */
const rows = (app: Application) =>
  app.database.read
    .selectFrom("response_file")
    .select(["id", "blob"])
    .unionAll(app.database.read.selectFrom("document_template").select(["id", "blob"]))
    .execute();
