import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Zone } from "#app/domain/measurement/zone.ts";
import type { RecordReading } from "#app/imports/records/record-reading.ts";
import { workerEnvironment } from "#app/imports/worker-environment.ts";

export interface ReadingTask {
  readonly name: string;
  /** On disk. */
  readonly path: string;
  readonly zone: Zone;
}

/** As call records, a file that makes this grow ends its own thread and not the server. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 };

/**
 * Reads a text file of records in a thread of its own, so that the server stays quick. `root` is the project folder: the
 * worker is a source file there, found also when the server itself is a bundle.
 */
export function readInWorker(task: ReadingTask, root: string): Promise<RecordReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(root, "app/imports/records/worker.ts"), {
      workerData: task,
      env: workerEnvironment(root),
      resourceLimits,
    });
    // A buffer arrives as plain bytes.
    worker.on("message", ({ content, ...reading }: RecordReading) =>
      resolve({ ...reading, content: content && Buffer.from(content) }),
    );
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`the reading thread ended with code ${code}`)));
  });
}
