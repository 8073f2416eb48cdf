import { blobPath } from "#app/db/blob.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { readRecordFile } from "#app/imports/records/read-records.ts";
import { isAboutPeople, sumsOfPeople } from "#app/imports/records/sums-of-people.ts";
import type { Application } from "#app/services/application.ts";
import { zoneOf } from "#app/services/records/stored-zone.ts";
import { type StoredFile, storeIncoming } from "#app/services/response/incoming-file.ts";

/**
 * What is kept of an uploaded record file: the file itself or, of one with a row per person, its sums alone. Such a
 * file with faults is not kept at all: the faults are what the sender gets. The caller discards what is not kept.
 */
export async function withoutPeople(
  app: Application,
  { blob, name }: StoredFile,
  timezone: string,
): Promise<Result<StoredFile>> {
  const file = { name, path: blobPath(app.dataDir, blob.name) };
  const reading = await readRecordFile(file, { zone: zoneOf(timezone), root: app.root });
  if (!isAboutPeople(reading)) return success({ blob, name });
  const sums = sumsOfPeople(reading);
  if (sums === null) return failure(...reading.faults);
  const chunks = (async function* () {
    yield sums;
  })();
  const stored = await storeIncoming(app, { name, chunks, interruption: () => null });
  return stored.ok
    ? success({ blob: stored.value, name: `${name.replace(/\.[^.]{1,10}$/, "")}-summor.csv` })
    : stored;
}
