import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { isOutOfMemory } from "#app/imports/out-of-memory.ts";
import { type RecordReading, refusedReading } from "#app/imports/records/record-reading.ts";
import { slots } from "#app/imports/slots.ts";
import { workerEnvironment } from "#app/imports/worker-environment.ts";

export interface ReadingTask {
  readonly name: string;
  /** On disk. */
  readonly path: string;
  readonly zone: Zone;
  /** The project folder. */
  readonly root: string;
}

/** As call records, a file that makes this grow ends its own thread and not the server. */
const usualHeapMegabytes = 1024;

/** Files read at one time, over all uploads. */
const inSlot = slots(2);

/**
 * Reads a file of records in a thread of its own, so that the server stays quick. The worker is a source file under
 * `root`, found also when the server itself is a bundle. What needs more memory than the thread has is the fault
 * `record_memory`.
 */
export const readInWorker = (
  task: ReadingTask,
  heapMegabytes: number = usualHeapMegabytes,
): Promise<RecordReading> => inSlot(() => read(task, heapMegabytes));

function read(task: ReadingTask, heapMegabytes: number): Promise<RecordReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(task.root, "app/imports/records/worker.ts"), {
      workerData: task,
      env: workerEnvironment(task.root),
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    // A buffer arrives as plain bytes.
    worker.on("message", ({ content, ...reading }: RecordReading) =>
      resolve({ ...reading, content: content && Buffer.from(content) }),
    );
    worker.on("error", (error) => {
      const fault = { code: "record_memory", params: { megabytes: heapMegabytes } };
      if (isOutOfMemory(error)) resolve(refusedReading(task.name, [fault]));
      else reject(error);
    });
    worker.on("exit", (code) => reject(new Error(`the reading thread ended with code ${code}`)));
  });
}
