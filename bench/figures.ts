import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type CallImport, monthSumsOf, queuesOfImports, storeAggregates } from "#app/db/call-import.ts";
import type { Writing } from "#app/db/database.ts";
import { type Cell, emptyTotals, sumTotals } from "#app/domain/measurement/cell.ts";
import { packHistogram, sumHistograms } from "#app/domain/measurement/histogram.ts";
import { allServiceLevels } from "#app/domain/measurement/measure.ts";
import { allQueues } from "#app/domain/measurement/months.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { ClosedDays } from "#app/imports/call-records/closed-days.ts";
import { pageOfImports } from "#app/services/measurement/page-of-imports.ts";
import { assembleApplication, readOwnCatalogue } from "#app/services/open-application.ts";
import { timeOnce } from "./timing.ts";

/**
 * The measurement page from stored half hours in SQLite: the first look at an import, and the next ones.
 *
 *     node bench/figures.ts [days, 365] [queues, 12]
 */
const [days = 365, queues = 12] = process.argv.slice(2).map(Number);
const root = resolve(import.meta.dirname, "..");
const firstDay = Date.UTC(2025, 0, 1) / 86_400_000;
const callsPerHalfHour = 48;

/** Invented calls of one half hour; waits step through 0 to 95 seconds, so that histograms are as wide as real ones. */
function cellOf(queue: string, halfHour: number): Cell {
  const waits = Array.from({ length: callsPerHalfHour }, (_, call) => (call * call + halfHour) % 96);
  const bins = sumHistograms(waits.map((wait) => packHistogram([2 * wait, 1])));
  const waited = waits.reduce((sum, wait) => sum + wait * 1_000_000, 0);
  const known = callsPerHalfHour;
  return {
    queue,
    halfHour,
    totals: {
      ...emptyTotals(),
      answered: known,
      queued: known,
      talkKnown: known,
      handleKnown: known,
      waitAnswered: waited,
      queueTime: waited,
      talk: known * 180_000_000,
      handle: known * 200_000_000,
      maxWaitAnswered: 95_000_000,
      waitsAnswered: bins,
    },
  };
}

function stored() {
  const zone = loadZone(found.zone);
  if (zone === null) throw new Error("no such zone");
  const closed = new ClosedDays(zone);
  for (let day = firstDay; day < firstDay + days; day++) {
    const cells = Array.from({ length: queues * 48 }, (_, i) =>
      cellOf(`Kö ${1 + (i % queues)}`, day * 48 + Math.floor(i / queues)),
    );
    closed.add(day, cells);
  }
  return { blobs: closed.blobs(), allQueues: closed.allQueues(), months: closed.months() };
}

const found: CallImport = {
  id: "import",
  response_id: "response",
  file_id: "file",
  state: "done",
  format: "calls",
  zone: "Europe/Stockholm",
  clock: "arrival",
  mapping: null,
  replaces: "[]",
  resolution_s: "1",
  rows: days * queues * 48 * callsPerHalfHour,
  warnings: "[]",
  faults: "[]",
  fault_count: 0,
  bytes_read: 0,
  bytes_total: 0,
  started_us: 0,
  finished_us: 0,
  started_by: "nobody",
};

/** What the aggregates point at. */
async function storeImport(trx: Writing): Promise<void> {
  const organisation = { id: "vendor", kind: "vendor" as const, name: "Påhittad", organisation_number: "" };
  await trx
    .insertInto("organisation")
    .values({ ...organisation, created_us: 0 })
    .execute();
  const tender = { id: "tender", organisation_id: "vendor", stage: "published" as const };
  await trx
    .insertInto("tender")
    .values({ ...tender, created_us: 0, deadline_us: 0 })
    .execute();
  const response = { id: "response", tender_id: "tender", organisation_id: "vendor", created_us: 0 };
  await trx.insertInto("response").values(response).execute();
  const file = { id: "file", response_id: "response", slot: "", name: "", bytes: 0, sha256: "", blob: "" };
  await trx
    .insertInto("response_file")
    .values({ ...file, created_us: 0, removed_us: null })
    .execute();
  await trx.insertInto("call_import").values(found).execute();
  await storeAggregates(trx, found.id, stored());
}

const catalogue = await readOwnCatalogue(root);
if (!catalogue.ok) throw new Error("the catalogue has faults");
const dataDir = await mkdtemp(join(tmpdir(), "figures-"));
const databaseUrl = `sqlite:${join(dataDir, "skallbor.sqlite")}`;
const settings = { root, dataDir, databaseUrl, url: "http://127.0.0.1:3000", demo: false };
const app = await assembleApplication(catalogue.value, settings, () => 0);
await app.database.write(storeImport);
async function timed(what: string, run: () => Promise<unknown>): Promise<void> {
  const { ms, processor } = await timeOnce(run);
  console.log(`${what.padEnd(64)}${ms.toFixed(1)} ms, ${processor.toFixed(1)} ms of processor`);
}

const look = (sha256: string) => () =>
  pageOfImports(
    app,
    [found],
    { requirements: [], sha256 },
    { month: "2025-01", queue: null, figure: null, by: null, language: "sv" },
    null,
  );
/** All eight service levels at another limit, by queue and month, and of the whole year. */
async function levels(thresholdS: number): Promise<void> {
  const names = [allQueues, ...(await queuesOfImports(app.database.read, [found.id]))];
  for (const queue of names) {
    const months = await monthSumsOf(app.database.read, [found.id], queue);
    for (const totals of [...months.values(), sumTotals([...months.values()])]) {
      allServiceLevels(totals, { thresholdS, shortAbandonS: 5 });
    }
  }
}

await timed("page, first look of the process", look("1"));
for (const tender of ["2", "3", "4", "5"]) await timed("page, first look at an import", look(tender));
for (let i = 0; i < 3; i++) await timed("page, next look", look("5"));
for (const thresholdS of [20, 30, 37]) {
  await timed(`eight service levels at ${thresholdS} s, every queue, month and the year`, () =>
    levels(thresholdS),
  );
}
await app.database.close();
await rm(dataDir, { recursive: true });
