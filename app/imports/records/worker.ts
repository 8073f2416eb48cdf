import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { ReadingTask } from "#app/imports/records/read-in-worker.ts";
import { readRecords } from "#app/imports/records/read-records.ts";

const { name, path, zone }: ReadingTask = workerData;
parentPort?.postMessage(readRecords({ name, bytes: await readFile(path) }, zone));
