import { parentPort, workerData } from "node:worker_threads";
import { sampleRanks } from "#app/domain/evaluation/analysis/sampled-ranks.ts";
import { simulateMarkets } from "#app/domain/laboratory/simulate-markets.ts";
import type { WorkerMessage, WorkerTask } from "#app/services/laboratory/run-in-worker.ts";

const { kind, task }: WorkerTask = workerData;
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

if (kind === "markets") {
  send({ kind, result: simulateMarkets(task, (done) => send({ kind: "progress", done })) });
} else {
  send({ kind, result: sampleRanks(task.rows, task.samples, task.seed) });
}
