import { fork } from "node:child_process";
import { statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { resolve } from "node:path";
import { importCallRecords } from "#app/imports/call-records/import-in-worker.ts";
import { type CallRecords, recordFile } from "#app/imports/call-records/read-call-records.ts";

const root = resolve(import.meta.dirname, "..");

/** Imports a generated file in the worker thread. Throws when a row of it is refused. */
export async function importGenerated(path: string): Promise<CallRecords> {
  const outcome = await importCallRecords(
    {
      files: [recordFile(path)],
      options: {
        zone: "Europe/Stockholm",
        zoneDeclared: true,
        clock: "arrival",
        format: "auto",
        hashFiles: false,
        root,
        mostBytes: Number.POSITIVE_INFINITY,
        temporaryFolder: tmpdir(),
      },
    },
    { root },
  );
  if (outcome.status !== "read" || outcome.records.faultCount > 0) throw new Error("the import was refused");
  return outcome.records;
}

/** The most that the process has held so far, in MB of 1024 kB. */
export const peakOfProcess = (): number => process.resourceUsage().maxRSS / 1024;

/** Runs a round of this benchmark in a process of its own, so that the peak is that of one import. */
export const inOwnProcess = <Round>(benchmark: string, ...args: readonly string[]): Promise<Round> =>
  new Promise((settle, reject) => {
    const child = fork(benchmark, ["--round", ...args]);
    child.on("message", (round: Round) => settle(round));
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the round ended with code ${code}`)));
  });

/** In the process of the round: tells what it measured, and ends. */
export const tellRound = (round: unknown): void => void process.send?.(round, () => process.exit(0));

/** "1000000 calls, 113 MB; 2 × processor; v24.21.0" */
export function describeRun(rows: string, file: string): string {
  const megabytes = (statSync(file).size / 1e6).toFixed(0);
  return `${rows}, ${megabytes} MB; ${cpus().length} × ${cpus()[0]?.model}; ${process.version}`;
}
