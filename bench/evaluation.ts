import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import type { TenderEvaluationInput } from "#app/domain/evaluation/tender-evaluation.ts";
import {
  line,
  number,
  numberAnswer,
  requirement,
  response,
  tender,
} from "../test/domain/evaluation/example-tender.ts";
import { growth, growthTable } from "./evaluation-growth.ts";
import { generatedCase } from "./generate-case.ts";
import { growthPlot } from "./growth-plot.ts";
import { report, timing } from "./timing.ts";

const root = path.resolve(import.meta.dirname, "..");

function caseOf(bids: number, criteria: number, maxOf: (criterion: number) => number) {
  const read = readEvaluationCase(generatedCase(bids, criteria, maxOf));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

/** 300 different maxima: the case in which fractions without a common denominator take 0.6 s for 50 bids. */
const differentMaxima = (criterion: number) => criterion + 1;
const fifty = caseOf(50, 300, differentMaxima);
const thousand = caseOf(1000, 300, differentMaxima);
report(
  "evaluate 50 bids × 300 criteria, 300 different maxima",
  timing(100, () => evaluate(fifty)),
  15,
);
report(
  "evaluate 1,000 bids × 300 criteria, 300 different maxima",
  timing(7, () => evaluate(thousand)),
  400,
);

const timed = Array.from({ length: 300 }, (_, i) =>
  requirement(`R${i}`, {
    answer: numberAnswer,
    scoring: line("100", "2", "lower"),
    valueSek: String(1000 + i),
  }),
);
const input = {
  tender: tender(timed),
  responses: Array.from({ length: 50 }, (_, i) =>
    response(
      `B${i}`,
      Object.fromEntries(timed.map(({ id }, j) => [id, number(String((i * 31 + j * 17) % 100))])),
    ),
  ),
  levels: [],
  measured: [],
  lotterySeed: null,
} as unknown as TenderEvaluationInput;
report(
  "evaluate a tender of 50 responses × 300 requirements",
  timing(15, () => evaluateTender(input)),
  1000,
);

/** Ten thousand cases: the published ones again and again, each under a name of its own. */
const published: readonly { readonly id: string; readonly model: string }[] = JSON.parse(
  readFileSync(path.join(root, "test/vectors/evaluation.json"), "utf8"),
);
const folder = mkdtempSync(path.join(tmpdir(), "evaluation-"));
const file = path.join(folder, "cases.json");
const cases = Array.from({ length: 10_000 }, (_, i) => ({
  ...published[i % published.length],
  id: `case ${i}`,
}));
writeFileSync(file, JSON.stringify(cases));
const ran = timing(1, () => {
  const { status } = spawnSync(process.execPath, [path.join(root, "app/cli/main.ts"), "evaluate", file], {
    cwd: root,
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`exit code ${status}`);
});
rmSync(folder, { recursive: true });
report("10,000 cases through the command line, its start counted", ran, 10_000);

const { points, fit } = growth();
console.log(growthTable(points));
console.log(
  `time = ${fit.fixedMs.toFixed(2)} ms + ${(fit.perScoreMs * 1e6).toFixed(0)} ns × bids × criteria; ` +
    `residuals ${(fit.residual * 100).toFixed(1)} % of the time at most, R² ${fit.determination.toFixed(4)}`,
);
writeFileSync(path.join(root, "docs/evaluation-growth.svg"), growthPlot(points, fit));
