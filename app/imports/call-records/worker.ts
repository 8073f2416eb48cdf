import { parentPort, workerData } from "node:worker_threads";
import { loadZone } from "#app/domain/measurement/zone.ts";
import type { ImportTask, WorkerMessage } from "#app/imports/call-records/import-in-worker.ts";
import { readCallRecords } from "#app/imports/call-records/read-call-records.ts";

/** Between two messages of progress, so that they do not crowd the loop that listens. */
const progressEveryMs = 100;

const { files, options }: ImportTask = workerData;
const zone = loadZone(options.zone);
if (zone === null) throw new Error(`not a time zone: ${options.zone}`);

let lastProgress = 0;
const records = await readCallRecords(files, { ...options, zone }, (progress) => {
  const now = performance.now();
  if (now - lastProgress < progressEveryMs) return;
  lastProgress = now;
  send({ kind: "progress", progress });
});
send(
  { kind: "read", records },
  [...records.blobs, ...records.allQueues, ...records.months].map(({ bytes }) => bytes.buffer as ArrayBuffer),
);

function send(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}
