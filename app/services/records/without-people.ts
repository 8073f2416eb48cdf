import { type Blob, blobPath, discardBlob } from "#app/db/blob.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { readRecordFile } from "#app/imports/records/read-records.ts";
import { isAboutPeople, sumsOfPeople } from "#app/imports/records/sums-of-people.ts";
import type { Application } from "#app/services/application.ts";
import { zoneOf } from "#app/services/records/stored-zone.ts";
import { storeIncoming } from "#app/services/response/incoming-file.ts";

interface Kept {
  readonly blob: Blob;
  readonly name: string;
}

/**
 * What is kept of an uploaded record file: the file itself or, of one with a row per person, its sums alone. Such a
 * file with faults is not kept at all: the faults are what the sender gets. What is not kept is gone from the disk.
 */
export async function withoutPeople(
  app: Application,
  { blob, name }: Kept,
  timezone: string,
): Promise<Result<Kept>> {
  const file = { name, path: blobPath(app.dataDir, blob.name) };
  const reading = await readRecordFile(file, { zone: zoneOf(timezone), root: app.root });
  if (!isAboutPeople(reading)) return success({ blob, name });
  const sums = sumsOfPeople(reading);
  await discardBlob(app.dataDir, blob.name);
  if (sums === null) return failure(...reading.faults);
  const chunks = (async function* () {
    yield sums;
  })();
  const stored = await storeIncoming(app, { name, chunks, interruption: () => null });
  return stored.ok
    ? success({ blob: stored.value, name: `${name.replace(/\.[^.]{1,10}$/, "")}-summor.csv` })
    : stored;
}
