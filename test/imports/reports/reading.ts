import { loadZone, type Zone } from "#app/domain/measurement/zone.ts";
import type { RecordContents, RecordKindId } from "#app/domain/records/record-contents.ts";
import { readRecords } from "#app/imports/records/read-records.ts";

const stockholm = loadZone("Europe/Stockholm");
if (stockholm === null) throw new Error("no zone");
export const zone: Zone = stockholm;

const read = (...lines: readonly string[]) =>
  readRecords({ name: "r.csv", bytes: Buffer.from(lines.join("\n")) }, zone);

/** The content of a faultless file of the kind, as it would be stored. */
export function contentOf<K extends RecordKindId>(kind: K, ...lines: readonly string[]): RecordContents[K] {
  const reading = read(...lines);
  if (reading.kind !== kind || reading.content === null)
    throw new Error(`${reading.kind}: ${JSON.stringify(reading.faults)}`);
  return JSON.parse(reading.content.toString("utf8")) as RecordContents[K];
}

/** `code line column` of each fault. */
export const faultsOf = (...lines: readonly string[]): string[] =>
  read(...lines).faults.map(({ code, place }) =>
    [code, place?.line, place?.column].filter((part) => part !== undefined).join(" "),
  );

export const warningsOf = (...lines: readonly string[]): string[] =>
  read(...lines).warnings.map(({ code }) => code);
