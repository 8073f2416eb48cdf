import { parentPort, workerData } from "node:worker_threads";
import type { ScoreDoubt } from "#app/domain/evaluation/analysis/sampled-scores.ts";
import type { WorkerMessage, WorkerTask } from "#app/services/laboratory/run-in-worker.ts";

const { kind, task }: WorkerTask = workerData;
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

// Each kind loads only what it needs: reading the engine's sources takes longer than sampling.
if (kind === "markets") {
  const { simulateMarkets } = await import("#app/domain/laboratory/simulate-markets.ts");
  send({ kind, result: simulateMarkets(task, (done) => send({ kind: "progress", done })) });
} else if (kind === "scores") {
  const { sampleScores } = await import("#app/domain/evaluation/analysis/sampled-scores.ts");
  const { readEvaluationCase } = await import("#app/domain/evaluation/evaluation-case.ts");
  const { caseFile, judged, samples, seed } = task;
  const read = readEvaluationCase(caseFile);
  if (!read.ok) throw new TypeError(`no case: ${JSON.stringify(read.faults)}`);
  const sampled = (doubt: ScoreDoubt) => sampleScores(read.value, judged, doubt, samples, seed);
  send({ kind, result: { one_step: sampled("one_step"), other_evaluators: sampled("other_evaluators") } });
} else {
  const { sampleRanks } = await import("#app/domain/evaluation/analysis/sampled-ranks.ts");
  send({ kind, result: sampleRanks(task.rows, task.samples, task.seed) });
}
