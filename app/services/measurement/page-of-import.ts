import { type CallImport, cellsOf } from "#app/db/call-import.ts";
import {
  figuresOfImport,
  type ImportFigures,
  type MeasurementPage,
  type MeasurementQuery,
  measurementPage,
  shownMonth,
  utcDaysOfMonth,
} from "#app/domain/measurement/measurement-page.ts";
import { loadZone, type Zone } from "#app/domain/measurement/zone.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";

/**
 * The page about one import, from its stored half hours. The figures of all months are put together when the import
 * is first looked at; from then on only the half hours of the month that is shown are read.
 */
export async function pageOfImport(
  app: Application,
  found: CallImport,
  requirements: readonly TenderRequirement[],
  query: MeasurementQuery,
): Promise<MeasurementPage> {
  const { id, format, clock, rows } = found;
  const source = {
    importId: id,
    format,
    zone: found.zone,
    clock,
    rows,
    finishedUs: found.finished_us ?? found.started_us,
  };
  const zone = loadZone(found.zone);
  if (zone === null) throw new RangeError(`unknown zone ${found.zone} in import ${id}`);
  const figures = await figuresOf(app, id, requirements, zone);
  const month = shownMonth(figures, query.month);
  const cells = month === null ? [] : await cellsOf(app.database.read, id, utcDaysOfMonth(month.month));
  return measurementPage(source, figures, month, cells, app.catalogue.traps, query.language, zone);
}

/** Of the imports that were looked at last. A stored import never changes, nor what the tender asks of it. */
const known = new Map<string, ImportFigures>();
const mostKnown = 50;

async function figuresOf(
  app: Application,
  importId: string,
  requirements: readonly TenderRequirement[],
  zone: Zone,
): Promise<ImportFigures> {
  const figures =
    known.get(importId) ?? figuresOfImport(await cellsOf(app.database.read, importId), requirements, zone);
  // A map keeps the order of insertion: the one looked at longest ago is the first.
  known.delete(importId);
  known.set(importId, figures);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return figures;
}
