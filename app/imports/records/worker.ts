import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { ReadingTask } from "#app/imports/records/read-in-worker.ts";
import { readTextFile } from "#app/imports/records/read-records.ts";

const { name, path, zone }: ReadingTask = workerData;
parentPort?.postMessage(await readTextFile({ name, path, bytes: await readFile(path) }, zone));
