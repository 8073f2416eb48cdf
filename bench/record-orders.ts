import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { callOrders, generateCalls } from "./generate-calls.ts";
import { generateQueueLog, logOrders } from "./generate-queue-log.ts";
import { describeRun, importGenerated, inOwnProcess, peakOfProcess, tellRound } from "./import-round.ts";

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
}

async function runImport(path: string): Promise<Round> {
  const start = performance.now();
  await importGenerated(path);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage();
  return { seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes: peakOfProcess() };
}

async function main(kind: string, rows: number, rounds: number, callsPerDay: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "skallbor-bench-"));
  try {
    const orders = (await generators[kind]?.(folder, rows, callsPerDay)) ?? [];
    const [byTime = ""] = orders;
    console.log(describeRun(`${rows} rows`, join(folder, byTime)));
    console.log(rowOf(["round", "order", "wall s", "cpu s", "peak MB", "cpu ratio", "load"]));
    for (let round = 1; round <= rounds; round++) {
      let cpuByTime = 0;
      for (const order of orders) {
        const { seconds, cpuSeconds, peakMegabytes } = await inOwnProcess<Round>(
          import.meta.filename,
          join(folder, order),
        );
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
if (first === "--round") tellRound(await runImport(second));
else await main(first, Number(second), Number(third), Number(fourth));
