import { importsInForce } from "#app/db/call-import.ts";
import type { Reading } from "#app/db/database.ts";
import type { Publication } from "#app/db/publication.ts";
import { recordImportsOf, recordsInForce } from "#app/db/record-import.ts";
import { readFiles } from "#app/db/response.ts";
import { incidentTraps } from "#app/domain/availability/availability-traps.ts";
import { type HeldMonth, monthsOfCalls, monthsOfIncidents } from "#app/domain/contract/held-month.ts";
import { mergeLogs } from "#app/domain/contract/merge-logs.ts";
import type { Language } from "#app/domain/language.ts";
import { callRecordSlot } from "#app/domain/measurement/call-file.ts";
import { measuredValuesOf } from "#app/domain/measurement/measured-value.ts";
import { allQueues } from "#app/domain/measurement/months.ts";
import type { RecordContents } from "#app/domain/records/record-contents.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { pageOfImports } from "#app/services/measurement/page-of-imports.ts";
import { storedMonths } from "#app/services/measurement/stored-months.ts";
import { zoneOf } from "#app/services/records/stored-zone.ts";

/** What the contract's own files say: call imports that count together, and all incident logs as one. */
async function recordsOf(db: Reading, responseId: string, timezone: string) {
  const files = await readFiles(db, responseId);
  const callFiles = files.filter(({ slot }) => slot === callRecordSlot).map(({ id }) => id);
  const logs = (await recordImportsOf(db, responseId)).filter(
    ({ kind, file_id }) => kind === "incidents" && files.some(({ id }) => id === file_id),
  );
  return {
    calls: await importsInForce(db, responseId, callFiles),
    log: mergeLogs(
      logs.map(({ content }) => JSON.parse(content.toString("utf8")) as RecordContents["incidents"]),
    ),
    logZone: zoneOf(logs[0]?.zone ?? timezone),
  };
}

/** Every month that the contract's own records speak of, requirement by requirement. */
export async function heldMonths(
  db: Reading,
  responseId: string,
  requirements: readonly TenderRequirement[],
  timezone: string,
): Promise<HeldMonth[]> {
  const { calls, log, logZone } = await recordsOf(db, responseId, timezone);
  const ids = calls.map(({ id }) => id);
  const zone = zoneOf(calls[0]?.zone ?? timezone);
  const months = await storedMonths(db, ids, allQueues, zone);
  const measured = months.length === 0 ? [] : measuredValuesOf(requirements, months, zone);
  return [...monthsOfCalls(measured), ...monthsOfIncidents(requirements, log, logZone)];
}

export interface MonthTrap {
  readonly id: string;
  readonly name: string;
  readonly message: string;
}

/** What the figures of a month may hide, in words: traps of call records and of incident logs. */
export async function trapsOfMonth(
  app: Application,
  responseId: string,
  { content, contentSha256: sha256 }: Publication,
  month: string,
  language: Language,
): Promise<MonthTrap[]> {
  const { calls, log, logZone } = await recordsOf(app.database.read, responseId, content.timezone);
  const { requirements } = content;
  const fileIds = (await readFiles(app.database.read, responseId)).map(({ id }) => id);
  const blocked = await recordsInForce(app.database.read, responseId, fileIds, "blocked_counts");
  const query = { month, language, queue: null, figure: null, by: null };
  const page = await pageOfImports(app, calls, { requirements, sha256 }, query, blocked);
  const nameOf = (id: string) => app.catalogue.traps.get(id)?.name[language] ?? "";
  const found = [
    ...(page?.traps.filter((trap) => trap.month === null || trap.month === month) ?? []),
    ...(log === null ? [] : incidentTraps(log, month, logZone, language)),
  ];
  return found.map(({ id, message }) => ({ id, name: nameOf(id), message }));
}
