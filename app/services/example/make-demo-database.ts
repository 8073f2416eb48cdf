import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { discardBlob } from "#app/db/blob.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { listDemoPeople } from "#app/services/account/list-demo-people.ts";
import { isSetUp } from "#app/services/account/set-up-code.ts";
import type { Application, Clock } from "#app/services/application.ts";
import { makeExample, type Progress } from "#app/services/example/make-example.ts";
import { type ApplicationSettings, assembleApplication } from "#app/services/open-application.ts";

/**
 * Makes the example in `settings.databaseUrl`'s place, an SQLite file of the data folder, unless somebody has an
 * account there already. It is made under another name and renamed when it is whole, so that a run that was
 * interrupted leaves no half example; what such a run left is removed.
 *
 * @returns `kept` when the example is there already, `foreign` when the folder holds an installation without it; both
 * are left as they are
 */
export async function makeDemoDatabase(
  catalogue: Catalogue,
  settings: Omit<ApplicationSettings, "databaseUrl">,
  file: string,
  now: Clock,
  progress: Progress,
): Promise<"made" | "kept" | "foreign"> {
  const { dataDir } = settings;
  const open = (at: string, clock: Clock) =>
    assembleApplication(catalogue, { ...settings, databaseUrl: `sqlite:${at}` }, clock);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const found = existsSync(file) ? await asked(await open(file, now), holding) : "nothing";
  if (found !== "nothing") return found;

  const making = path.join(dataDir, "example-in-the-making.sqlite");
  if (existsSync(making)) await asked(await open(making, now), discardFiles);
  await removeDatabase(making);
  const clock = { nowUs: now() };
  await asked(await open(making, () => clock.nowUs), (app) => makeExample(app, clock, progress));
  await removeDatabase(file);
  await rename(making, file);
  return "made";
}

/** Sign-in by one click belongs to the example only: a real installation is never served that way. */
async function holding(app: Application): Promise<"nothing" | "kept" | "foreign"> {
  if (!(await isSetUp(app))) return "nothing";
  const people = await listDemoPeople({ ...app, demo: true });
  return people.ok && people.value.length > 0 ? "kept" : "foreign";
}

async function asked<T>(app: Application, question: (app: Application) => Promise<T>): Promise<T> {
  try {
    return await question(app);
  } finally {
    await app.database.close();
  }
}

/** Other files of the folder may belong to somebody else: only those that the half-made database names are removed. */
async function discardFiles({ database, dataDir }: Application): Promise<void> {
  const files = await database.read.selectFrom("response_file").select("blob").execute();
  for (const { blob } of files) await discardBlob(dataDir, blob);
}

/** With its write-ahead log, which would otherwise be taken for the next database's. */
async function removeDatabase(file: string): Promise<void> {
  for (const ending of ["", "-wal", "-shm"]) await rm(`${file}${ending}`, { force: true });
}
