import { cellsOfQueues, importsInForce, queuesOfImports } from "#app/db/call-import.ts";
import type { Reading } from "#app/db/database.ts";
import { type Publication, readPublication } from "#app/db/publication.ts";
import { readFiles } from "#app/db/response.ts";
import type { CsvCell } from "#app/documents/csv.ts";
import { tableWorkbook } from "#app/documents/table-workbook.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { callRecordSlot } from "#app/domain/measurement/call-file.ts";
import { type Definition, defaultDefinition } from "#app/domain/measurement/definition.ts";
import { figuresOfImport } from "#app/domain/measurement/import-figures.ts";
import { type MonthFigures, measureHalfHours, monthFigures } from "#app/domain/measurement/measure.ts";
import { utcDaysOfMonth } from "#app/domain/measurement/measurement-page.ts";
import { allQueues } from "#app/domain/measurement/months.ts";
import { daysOfMonth, type Zone } from "#app/domain/measurement/zone.ts";
import { translations } from "#app/i18n/translate-on-server.ts";
import { type Application, log } from "#app/services/application.ts";
import {
  halfHourRow,
  halfHourSheet,
  keyFigureSheet,
  variantSheet,
} from "#app/services/measurement/measured-figure-sheets.ts";
import { storedMonths } from "#app/services/measurement/stored-months.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { zoneOf } from "#app/services/records/stored-zone.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/** Measured figures of an opened response, for those who judge it; the export is logged. Fault: `not_found`. */
export async function writeMeasuredFigures(
  app: Application,
  actor: Actor,
  tenderId: string,
  responseId: string,
  language: Language,
): Promise<Result<Buffer>> {
  const db = app.database.read;
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  const response = opened.value.find(({ id }) => id === responseId);
  const publication = await readPublication(db, tenderId);
  if (response?.quality == null || publication === null) return failure({ code: "not_found" });
  const files = response.quality.files.filter(({ slot }) => slot === callRecordSlot).map(({ id }) => id);
  const about = { title: response.organisation.name, publication, language };
  const file = await workbookOf(db, responseId, files, about);
  if (file === null) return failure({ code: "not_found" });
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, {
      document: "measured-figures",
      response: responseId,
      bytes: file.length,
    }),
  );
  return success(file);
}

/** The same of the vendor's own records, or of a contract's. */
export async function writeOwnMeasuredFigures(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<Buffer>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { person, publication, responseId } = own.value;
  const files = (await readFiles(db, responseId))
    .filter(({ slot }) => slot === callRecordSlot)
    .map(({ id }) => id);
  const about = { title: person.organisation.name, publication, language };
  const file = await workbookOf(db, responseId, files, about);
  return file === null ? failure({ code: "not_found" }) : success(file);
}

interface About {
  readonly title: string;
  readonly publication: Publication;
  readonly language: Language;
}

/** Null without call records. Half hours are read month by month: a year of twelve queues is never in memory at once. */
async function workbookOf(
  db: Reading,
  responseId: string,
  fileIds: readonly string[],
  { title, publication, language }: About,
): Promise<Buffer | null> {
  const imports = await importsInForce(db, responseId, fileIds);
  const [newest] = imports;
  if (newest === undefined) return null;
  const ids = imports.map(({ id }) => id);
  const zone = zoneOf(newest.zone);
  const together = await storedMonths(db, ids, allQueues, zone);
  const { definition } = figuresOfImport(together, publication.content.requirements, {
    zone,
    clock: defaultDefinition.clock,
  });
  const queues = [allQueues, ...(await queuesOfImports(db, ids)).sort()];
  const months: MonthFigures[] = [];
  for (const queue of queues) {
    const own = queue === allQueues ? together : await storedMonths(db, ids, queue, zone);
    months.push(...own.map((month) => monthFigures(month, definition)));
  }
  const names = together.map(({ month }) => month);
  return await tableWorkbook(
    {
      title: `${translations[language]("measurement.title")}: ${title}`,
      author: publication.content.buyer.name,
      instant: "2000-01-01T00:00:00Z",
    },
    [
      keyFigureSheet(months, language),
      variantSheet(months, language),
      halfHourSheet(halfHours(db, ids, names, definition, zone), language),
    ],
  );
}

async function* halfHours(
  db: Reading,
  ids: readonly string[],
  months: readonly string[],
  definition: Definition,
  zone: Zone,
): AsyncGenerator<CsvCell[]> {
  for (const month of months) {
    const cells = await cellsOfQueues(db, ids, utcDaysOfMonth(month));
    const days = daysOfMonth(month);
    const selection = { fromDay: days[0] ?? null, toDay: (days.at(-1) ?? 0) + 1, queue: allQueues };
    for (const figures of measureHalfHours(cells, definition, selection, zone)) {
      yield halfHourRow(figures);
    }
  }
}
