import { parentPort, workerData } from "node:worker_threads";
import { readHere } from "#app/imports/records/read-records.ts";

parentPort?.postMessage(await readHere(workerData));
