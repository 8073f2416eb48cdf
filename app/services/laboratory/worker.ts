import { parentPort, workerData } from "node:worker_threads";
import { simulateMarkets } from "#app/domain/laboratory/simulate-markets.ts";
import type { LaboratoryTask, WorkerMessage } from "#app/services/laboratory/run-in-worker.ts";

const task: LaboratoryTask = workerData;
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);
send({ kind: "done", result: simulateMarkets(task, (done) => send({ kind: "progress", done })) });
