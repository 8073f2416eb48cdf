import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage, WorkerTask } from "#app/services/laboratory/run-in-worker.ts";

const { kind, task }: WorkerTask = workerData;
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

// Each kind loads only what it needs: reading the engine's sources takes longer than sampling.
if (kind === "markets") {
  const { simulateMarkets } = await import("#app/domain/laboratory/simulate-markets.ts");
  send({ kind, result: simulateMarkets(task, (done) => send({ kind: "progress", done })) });
} else {
  const { sampleRanks } = await import("#app/domain/evaluation/analysis/sampled-ranks.ts");
  send({ kind, result: sampleRanks(task.rows, task.samples, task.seed) });
}
