import path from "node:path";
import { sampleRanks } from "#app/domain/evaluation/analysis/sampled-ranks.ts";
import { singleScoreFlips } from "#app/domain/evaluation/analysis/single-score-flip.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { simulateMarkets } from "#app/domain/laboratory/simulate-markets.ts";
import { fraction } from "#app/domain/money/fraction.ts";
import { draftFromProfile } from "#app/domain/tender/create-draft.ts";
import { readCatalogue } from "#app/imports/catalogue/read-catalogue.ts";
import { sampleRanksInWorker, simulateInWorker } from "#app/services/laboratory/run-in-worker.ts";
import { timeOnce } from "./timing.ts";

const root = path.resolve(import.meta.dirname, "..");

async function timed(what: string, limitMs: number | null, run: () => unknown): Promise<void> {
  const { ms, processor } = await timeOnce(run);
  const verdict = limitMs === null ? "" : ms < limitMs ? ` (limit ${limitMs} ms)` : ` OVER ${limitMs} ms`;
  console.log(`${what}: ${ms.toFixed(0)} ms, ${processor.toFixed(0)} ms of processor${verdict}`);
}

/** 20 bids × 100 criteria × 6 levels in which no change but the last ones matters: every level is tried. */
const criteria = Array.from({ length: 100 }, (_, j) => ({ id: `C${j}`, weight: String(100 + j), max: "5" }));
const bids = Array.from({ length: 20 }, (_, i) => ({
  id: `B${i}`,
  price: String(1_000_000 + 9777 * i),
  points: Object.fromEntries(criteria.map(({ id }, j) => [id, String((i * 31 + j * 17) % 6)])),
}));
const read = readEvaluationCase({ id: "bench", model: "added_value_deduction", params: { criteria }, bids });
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const levels = Array.from({ length: 6 }, (_, level) => fraction(BigInt(level)));
for (const round of ["first", "second"]) {
  await timed(`all single score flips, 20 bids × 100 criteria × 6 levels, ${round}`, 500, () =>
    singleScoreFlips(read.value, () => levels),
  );
}

const rows = Array.from({ length: 20 }, (_, i) => ({
  id: `B${i}`,
  values: Array.from({ length: 30 }, (_, j) => fraction(BigInt((i * 37 + j * 53) % 101), 100n)),
}));
const ranks = { rows, samples: 100_000, seed: 1 };
await timed("100 000 samples of ranks, 20 bids × 30 criteria, here", null, () =>
  sampleRanks(rows, 100_000, 1),
);
await timed("the same in a worker, its start counted", 1000, () => sampleRanksInWorker(ranks, { root }));

const catalogue = await readCatalogue(path.join(root, "requirements"));
if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.faults));
const profile = catalogue.value.profiles.get("municipal-switchboard");
const buyer = { name: "Exempelköpings kommun", organisationNumber: "", contactName: "", contactEmail: "" };
const draft = profile && draftFromProfile(profile, catalogue.value.requirements, buyer);
if (!draft?.ok) throw new Error("the profile gives no draft");
const markets = { tender: draft.value, seed: 1, markets: 4000, spreadPercent: 30 };
await timed("4 000 markets of the municipal profile, here", null, () => simulateMarkets(markets));
await timed("the same in a worker, its start counted", null, () => simulateInWorker(markets, { root }));
