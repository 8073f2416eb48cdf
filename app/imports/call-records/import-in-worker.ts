import path from "node:path";
import { Worker } from "node:worker_threads";
import type {
  CallRecords,
  ReadOptions,
  ReadProgress,
  RecordFile,
} from "#app/imports/call-records/read-call-records.ts";
import { isOutOfMemory } from "#app/imports/out-of-memory.ts";
import { workerEnvironment } from "#app/imports/worker-environment.ts";

/** As `ReadOptions`, with the name of an IANA zone that `loadZone` takes. */
export interface ImportOptions extends Omit<ReadOptions, "zone"> {
  readonly zone: string;
}

export interface ImportTask {
  readonly files: readonly RecordFile[];
  readonly options: ImportOptions;
}

export type WorkerMessage =
  | { readonly kind: "progress"; readonly progress: ReadProgress }
  | { readonly kind: "read"; readonly records: CallRecords };

export type ImportOutcome =
  | { readonly status: "read"; readonly records: CallRecords }
  | { readonly status: "cancelled" };

/**
 * Records, cells and hashes lie outside this heap. What reading throws away is cleared early when there is little room
 * for it; a file that makes the rest of it grow, by queues without end or calls that never end, ends its own thread and
 * not the server.
 */
const usualHeapMegabytes = 1024;
const youngHeapMegabytes = 8;

/**
 * Reads call records in a thread of their own, so that the server stays quick. `root` is the project folder: the
 * worker is a source file there, found also when the server itself is a bundle. Cancelling ends the thread at once.
 * What needs more memory than the thread has is read as the fault `memory_limit` of the first file. Throws when a file
 * cannot be read from disk.
 */
export function importCallRecords(
  task: ImportTask,
  {
    root,
    onProgress,
    signal,
    heapMegabytes = usualHeapMegabytes,
  }: {
    readonly root: string;
    readonly heapMegabytes?: number;
    readonly onProgress?: (progress: ReadProgress) => void;
    readonly signal?: AbortSignal;
  },
): Promise<ImportOutcome> {
  if (signal?.aborted) return Promise.resolve({ status: "cancelled" });
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(root, "app/imports/call-records/worker.ts"), {
      workerData: task,
      env: workerEnvironment(root),
      resourceLimits: {
        maxYoungGenerationSizeMb: youngHeapMegabytes,
        maxOldGenerationSizeMb: heapMegabytes,
      },
    });
    let rows = 0;
    const cancel = (): void => {
      resolve({ status: "cancelled" });
      void worker.terminate();
    };
    signal?.addEventListener("abort", cancel, { once: true });
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "read") resolve({ status: "read", records: message.records });
      else if (signal?.aborted !== true) {
        rows = message.progress.rows;
        onProgress?.(message.progress);
      }
    });
    worker.on("error", (error) => {
      if (isOutOfMemory(error)) resolve({ status: "read", records: tooLarge(task, rows, heapMegabytes) });
      else reject(error);
    });
    worker.on("exit", (code) => {
      signal?.removeEventListener("abort", cancel);
      // Settled already, unless the thread ended without a word.
      reject(new Error(`the import thread ended with code ${code}`));
    });
  });
}

function tooLarge({ files, options }: ImportTask, rows: number, megabytes: number): CallRecords {
  const place = { file: files[0]?.name ?? "", line: 1 };
  return {
    format: null,
    zone: options.zone,
    clock: options.clock,
    stampDecimals: 0,
    rows,
    faultCount: 1,
    faults: [{ code: "memory_limit", place, params: { megabytes } }],
    warnings: [],
    files: files.map(({ name }) => ({ name, sha256: null })),
    blobs: [],
    allQueues: [],
    months: [],
  };
}
