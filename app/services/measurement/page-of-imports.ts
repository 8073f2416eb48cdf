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
 * The page about imports that count together, from their stored half hours. The figures of all months are put together
 * when they are first looked at; from then on only the half hours of the month that is shown are read. Null for none.
 */
export async function pageOfImports(
  app: Application,
  found: readonly CallImport[],
  requirements: readonly TenderRequirement[],
  query: MeasurementQuery,
): Promise<MeasurementPage | null> {
  const [newest] = found;
  if (newest === undefined) return null;
  const ids = found.map(({ id }) => id);
  const source = {
    importId: ids.join(" "),
    format: newest.format,
    zone: newest.zone,
    clock: newest.clock,
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    finishedUs: newest.finished_us ?? newest.started_us,
  };
  const zone = loadZone(newest.zone);
  if (zone === null) throw new RangeError(`unknown zone ${newest.zone} in import ${newest.id}`);
  const figures = await figuresOf(app, ids, requirements, zone);
  const month = shownMonth(figures, query.month);
  const cells = month === null ? [] : await cellsOf(app.database.read, ids, utcDaysOfMonth(month.month));
  return measurementPage(source, figures, month, cells, app.catalogue.traps, query.language, zone);
}

/** Of the imports that were looked at last. A stored import never changes, nor what the tender asks of it. */
const known = new Map<string, ImportFigures>();
const mostKnown = 50;

async function figuresOf(
  app: Application,
  importIds: readonly string[],
  requirements: readonly TenderRequirement[],
  zone: Zone,
): Promise<ImportFigures> {
  const key = importIds.join(" ");
  const figures =
    known.get(key) ?? figuresOfImport(await cellsOf(app.database.read, importIds), requirements, zone);
  // A map keeps the order of insertion: the one looked at longest ago is the first.
  known.delete(key);
  known.set(key, figures);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return figures;
}
