import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CallImport } from "#app/db/call-import.ts";
import { storeAggregates } from "#app/db/call-import.ts";
import type { Writing } from "#app/db/database.ts";
import { type Blob, encodeBlob } from "#app/domain/measurement/blob.ts";
import { type Cell, emptyTotals } from "#app/domain/measurement/cell.ts";
import { packHistogram, sumHistograms } from "#app/domain/measurement/histogram.ts";
import { pageOfImports } from "#app/services/measurement/page-of-imports.ts";
import { assembleApplication, readOwnCatalogue } from "#app/services/open-application.ts";

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

function* blobs(): Generator<Blob> {
  for (let day = firstDay; day < firstDay + days; day++) {
    for (let number = 1; number <= queues; number++) {
      const queue = `Kö ${number}`;
      const cells = Array.from({ length: 48 }, (_, half) => cellOf(queue, day * 48 + half));
      yield encodeBlob(queue, day, cells);
    }
  }
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
  await storeAggregates(trx, found.id, [...blobs()]);
}

const catalogue = await readOwnCatalogue(root);
if (!catalogue.ok) throw new Error("the catalogue has faults");
const dataDir = await mkdtemp(join(tmpdir(), "figures-"));
const databaseUrl = `sqlite:${join(dataDir, "skallbor.sqlite")}`;
const settings = { root, dataDir, databaseUrl, url: "http://127.0.0.1:3000", demo: false };
const app = await assembleApplication(catalogue.value, settings, () => 0);
await app.database.write(storeImport);
for (const look of ["first", "second", "third", "fourth"]) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const page = await pageOfImports(app, [found], [], { month: "2025-01", language: "sv" });
  const { user, system } = process.cpuUsage(cpu);
  const round = (ms: number) => Math.round(ms * 10) / 10;
  console.log({
    look,
    months: page?.months.length,
    ms: round(performance.now() - start),
    cpuMs: round((user + system) / 1000),
  });
}
await app.database.close();
await rm(dataDir, { recursive: true });
