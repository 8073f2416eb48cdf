import { type CallImport, cellsOf, monthSumsOf, queuesOfImports } from "#app/db/call-import.ts";
import type { Reading } from "#app/db/database.ts";
import type { StoredRecords } from "#app/db/record-import.ts";
import type { Clock } from "#app/domain/measurement/definition.ts";
import { figuresOfImport, type ImportFigures } from "#app/domain/measurement/import-figures.ts";
import {
  askedBreakdown,
  askedFigure,
  type MeasurementPage,
  type MeasurementQuery,
  measurementPage,
  periodOfMonth,
  shownMonth,
  utcDaysOfMonth,
} from "#app/domain/measurement/measurement-page.ts";
import { allQueues, type Month } from "#app/domain/measurement/months.ts";
import { daysBefore, type Surges, surgesOf } from "#app/domain/measurement/surge.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { type BlockedCounts, monthsWithBlocked } from "#app/domain/reports/blocked-counts.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { partsOfBreakdown } from "#app/services/measurement/parts-of-breakdown.ts";
import { storedMonths } from "#app/services/measurement/stored-months.ts";
import { zoneOf } from "#app/services/records/stored-zone.ts";

/** What the tender asks, and what tells it from what it asked before. */
interface Asked {
  readonly requirements: readonly TenderRequirement[];
  readonly sha256: string;
}

/**
 * The page about imports that count together, from what is stored of them: the sums of all months of one queue, and the
 * half hours of the month that is shown. Requirements and traps take the half hours of all months; they are put together
 * when the imports are first looked at. Null for none.
 */
export async function pageOfImports(
  app: Application,
  found: readonly CallImport[],
  tender: Asked,
  query: MeasurementQuery,
  blocked: StoredRecords<BlockedCounts> | null,
): Promise<MeasurementPage | null> {
  const [newest] = found;
  if (newest === undefined) return null;
  const ids = found.map(({ id }) => id);
  const source = {
    importId: ids.join(" "),
    format: newest.format,
    zone: newest.zone,
    clock: newest.clock as Clock,
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    finishedUs: newest.finished_us ?? newest.started_us,
  };
  const db = app.database.read;
  const zone = zoneOf(newest.zone);
  const figures = await figuresOf(app, ids, tender, { zone, clock: source.clock, blocked });
  const queues = await queuesOfImports(db, ids);
  const queue = queues.find((each) => each === query.queue) ?? allQueues;
  const sums = await monthSumsOf(db, ids, queue);
  const month = shownMonth(sums, query.month);
  const cells = month === null ? [] : await cellsOf(db, ids, queue, utcDaysOfMonth(month));
  const asked = { by: askedBreakdown(query), figure: askedFigure(query) };
  const parts = await partsOfBreakdown(db, ids, asked, { queue, sums, month }, zone);
  const surges = await surgesOfMonth(db, ids, queue, month, zone);
  const shown = { queue, sums, month, cells, parts, surges };
  return measurementPage(source, figures, queues, shown, app.catalogue, query, zone);
}

/** A month against the weeks before it, which are read besides. */
async function surgesOfMonth(
  db: Reading,
  ids: readonly string[],
  queue: string,
  month: string | null,
  zone: Zone,
): Promise<Surges> {
  if (month === null) return { held: 0, surges: 0, highest: null };
  const { fromDay, toDay } = utcDaysOfMonth(month);
  const cells = await cellsOf(db, ids, queue, { fromDay: fromDay - daysBefore, toDay });
  return surgesOf(cells, periodOfMonth(month), zone);
}

/** Requirements and traps see the calls that the carrier turned away, too; the months' sums are of the records alone. */
const withCarrier = (
  months: readonly Month[],
  { blocked, zone }: { readonly blocked: StoredRecords<BlockedCounts> | null; readonly zone: Zone },
): readonly Month[] => (blocked === null ? months : monthsWithBlocked(months, blocked.content, zone));

/** Of the imports that were looked at last. A stored import never changes. */
const known = new Map<string, ImportFigures>();
/** Each some kilobytes: verdicts and traps, no half hours. */
const mostKnown = 200;

async function figuresOf(
  app: Application,
  importIds: readonly string[],
  { requirements, sha256 }: Asked,
  read: { readonly zone: Zone; readonly clock: Clock; readonly blocked: StoredRecords<BlockedCounts> | null },
): Promise<ImportFigures> {
  const key = [...importIds, read.blocked?.importId ?? "", sha256].join(" ");
  const figures =
    known.get(key) ??
    figuresOfImport(
      withCarrier(await storedMonths(app.database.read, importIds, allQueues, read.zone), read),
      requirements,
      read,
    );
  // A map keeps the order of insertion: the one looked at longest ago is the first.
  known.delete(key);
  known.set(key, figures);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return figures;
}
