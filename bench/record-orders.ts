import { fork } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { importCallRecords } from "#app/imports/call-records/import-in-worker.ts";
import { callOrders, generateCalls } from "./generate-calls.ts";
import { generateQueueLog, logOrders } from "./generate-queue-log.ts";

/**
 * Imports generated calls, or a generated Asterisk queue log, in the worker thread, as their rows stand in one order or
 * another, and compares each with the same rows by time.
 *
 *     node bench/record-orders.ts calls|queue-log [rows, 1000000] [rounds, 3] [calls a day, 27400]
 *
 * Each import runs in a process of its own, the orders in turn, so that peak memory is that of one import.
 */
type Generate = (folder: string, rows: number, callsPerDay: number) => Promise<readonly string[]>;
const generators: Readonly<Record<string, Generate>> = {
  calls: async (folder, rows, callsPerDay) => {
    for (const order of callOrders) await generateCalls(join(folder, order), rows, 1, order, callsPerDay);
    return callOrders;
  },
  "queue-log": async (folder, rows) => {
    for (const order of logOrders) await generateQueueLog(join(folder, order), rows, order, 1);
    return logOrders;
  },
};

interface Round {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly rows: number;
}

async function runImport(path: string): Promise<Round> {
  const root = resolve(import.meta.dirname, "..");
  const start = performance.now();
  const outcome = await importCallRecords(
    {
      files: [{ path, name: "queue_log" }],
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
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage();
  if (outcome.status !== "read" || outcome.records.faultCount > 0) throw new Error("the import was refused");
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return { seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes, rows: outcome.records.rows };
}

const inChild = (path: string): Promise<Round> =>
  new Promise((settle, reject) => {
    const child = fork(import.meta.filename, ["--round", path]);
    child.on("message", (round: Round) => settle(round));
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the import ended with code ${code}`)));
  });

async function main(kind: string, rows: number, rounds: number, callsPerDay: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "skallbor-bench-"));
  try {
    const orders = (await generators[kind]?.(folder, rows, callsPerDay)) ?? [];
    const [byTime = ""] = orders;
    const megabytes = statSync(join(folder, byTime)).size / 1e6;
    console.log(
      `${rows} rows, ${megabytes.toFixed(0)} MB; ${cpus().length} × ${cpus()[0]?.model}; ${process.version}`,
    );
    console.log(rowOf(["round", "order", "wall s", "cpu s", "peak MB", "cpu ratio", "load"]));
    for (let round = 1; round <= rounds; round++) {
      let cpuByTime = 0;
      for (const order of orders) {
        const { seconds, cpuSeconds, peakMegabytes } = await inChild(join(folder, order));
        if (order === byTime) cpuByTime = cpuSeconds;
        const figures = [
          seconds.toFixed(2),
          cpuSeconds.toFixed(2),
          peakMegabytes.toFixed(0),
          (cpuSeconds / cpuByTime).toFixed(2),
          (loadavg()[0] ?? 0).toFixed(1),
        ];
        console.log(rowOf([String(round), order, ...figures]));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const rowOf = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(13)).join("");

const [first = "calls", second = "1000000", third = "3", fourth = "27400"] = process.argv.slice(2);
if (first === "--round") process.send?.(await runImport(second), () => process.exit(0));
else await main(first, Number(second), Number(third), Number(fourth));
