import path from "node:path";
import { Worker } from "node:worker_threads";
import type { SampledRanks } from "#app/domain/evaluation/analysis/sampled-ranks.ts";
import type {
  JudgedScore,
  SampledScores,
  ScoreDoubt,
} from "#app/domain/evaluation/analysis/sampled-scores.ts";
import type { Row } from "#app/domain/evaluation/analysis/values.ts";
import type { EvaluationCaseFile } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import type { Result } from "#app/domain/fault.ts";
import type { MarketCounts, MarketTask } from "#app/domain/laboratory/simulate-markets.ts";
import { workerEnvironment } from "#app/imports/worker-environment.ts";

export interface RankTask {
  readonly rows: readonly Row[];
  readonly samples: number;
  readonly seed: number;
}

/** A case file and not the case itself: a case holds functions, which no thread can be handed. */
export interface ScoreTask {
  readonly caseFile: EvaluationCaseFile;
  readonly judged: readonly JudgedScore[];
  readonly samples: number;
  readonly seed: number;
}

export type ScoreRanks = Readonly<Record<ScoreDoubt, SampledScores>>;

export type WorkerTask =
  | { readonly kind: "markets"; readonly task: MarketTask }
  | { readonly kind: "ranks"; readonly task: RankTask }
  | { readonly kind: "scores"; readonly task: ScoreTask };

export type WorkerMessage =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "markets"; readonly result: Result<MarketCounts | null> }
  | { readonly kind: "ranks"; readonly result: SampledRanks }
  | { readonly kind: "scores"; readonly result: ScoreRanks };

type Answer<K> = Extract<WorkerMessage, { kind: K }> extends { readonly result: infer T } ? T : never;

interface Run {
  /** The project folder: the worker is a source file there, found also when the server itself is a bundle. */
  readonly root: string;
  readonly onProgress?: (done: number) => void;
  /** Ends the thread at once. */
  readonly signal?: AbortSignal;
}

/** Simulates markets in a thread of its own, so that the server stays quick; null when cancelled. */
export const simulateInWorker = (task: MarketTask, run: Run): Promise<Answer<"markets"> | null> =>
  inWorker({ kind: "markets", task }, run, (message) => (message.kind === "markets" ? message.result : null));

/** Samples ranks likewise. */
export const sampleRanksInWorker = (task: RankTask, run: Run): Promise<SampledRanks | null> =>
  inWorker({ kind: "ranks", task }, run, (message) => (message.kind === "ranks" ? message.result : null));

/** Samples what other scores would have given, likewise. */
export const sampleScoresInWorker = (task: ScoreTask, run: Run): Promise<ScoreRanks | null> =>
  inWorker({ kind: "scores", task }, run, (message) => (message.kind === "scores" ? message.result : null));

function inWorker<T>(
  task: WorkerTask,
  { root, onProgress, signal }: Run,
  resultOf: (message: WorkerMessage) => T | null,
): Promise<T | null> {
  if (signal?.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(root, "app/services/laboratory/worker.ts"), {
      workerData: task,
      env: workerEnvironment(root),
    });
    const cancel = (): void => {
      resolve(null);
      void worker.terminate();
    };
    signal?.addEventListener("abort", cancel, { once: true });
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "progress") onProgress?.(message.done);
      else resolve(resultOf(message));
    });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      signal?.removeEventListener("abort", cancel);
      // Settled already, unless the thread ended without a word.
      reject(new Error(`the simulation thread ended with code ${code}`));
    });
  });
}
