import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Result } from "#app/domain/fault.ts";
import type { MarketCounts, MarketTask } from "#app/domain/laboratory/simulate-markets.ts";

export type LaboratoryTask = MarketTask;

export type WorkerMessage =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "done"; readonly result: Result<MarketCounts | null> };

/**
 * Runs a simulation in a thread of its own, so that the server stays quick. `root` is the project folder: the worker is
 * a source file there, found also when the server itself is a bundle. Null when cancelled, which ends the thread at once.
 */
export function runInWorker(
  task: LaboratoryTask,
  {
    root,
    onProgress,
    signal,
  }: { readonly root: string; readonly onProgress?: (done: number) => void; readonly signal?: AbortSignal },
): Promise<Result<MarketCounts | null> | null> {
  if (signal?.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(root, "app/services/laboratory/worker.ts"), { workerData: task });
    const cancel = (): void => {
      resolve(null);
      void worker.terminate();
    };
    signal?.addEventListener("abort", cancel, { once: true });
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "done") resolve(message.result);
      else onProgress?.(message.done);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      signal?.removeEventListener("abort", cancel);
      // Settled already, unless the thread ended without a word.
      reject(new Error(`the simulation thread ended with code ${code}`));
    });
  });
}
