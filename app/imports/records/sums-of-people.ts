import type { RecordContents } from "#app/domain/records/record-contents.ts";
import { recordKinds, type TableKindId, tableKindIds } from "#app/imports/records/kinds.ts";
import type { RecordReading } from "#app/imports/records/record-reading.ts";

/** Whether a file has a row per person, so that it must not be kept as it came. */
export function isAboutPeople({ kind, columns }: RecordReading): boolean {
  const table = tableKindIds.find((each) => each === kind);
  const people = table === undefined ? undefined : recordKinds[table].people;
  return people !== undefined && columns.some(({ column }) => column === people.column);
}

/** The sums of a faultless file about people, as a file of the same kind; null for any other reading. */
export function sumsOfPeople(reading: RecordReading): Buffer | null {
  const kind = tableKindIds.find((each) => each === reading.kind);
  if (kind === undefined || reading.content === null || !isAboutPeople(reading)) return null;
  return sumsOf(kind, reading.content);
}

function sumsOf<K extends TableKindId>(kind: K, content: Buffer): Buffer | null {
  const { people } = recordKinds[kind];
  return people ? Buffer.from(people.sums(JSON.parse(content.toString("utf8")) as RecordContents[K])) : null;
}
