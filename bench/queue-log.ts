import { fork } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { importCallRecords } from "#app/imports/call-records/import-in-worker.ts";
import { generateQueueLog, orders } from "./generate-queue-log.ts";

/**
 * Imports a generated Asterisk queue log in the worker thread, whose lines stand in one order or another.
 *
 *     node bench/queue-log.ts [lines, 1000000] [rounds, 3]
 *
 * Each import runs in a process of its own, the orders in turn, so that peak memory is that of one import.
 */
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

async function main(lines: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "skallbor-bench-"));
  try {
    for (const order of orders) await generateQueueLog(join(folder, order), lines, order, 1);
    const megabytes = statSync(join(folder, "by-time")).size / 1e6;
    console.log(
      `${lines} lines, ${megabytes.toFixed(0)} MB; ${cpus().length} × ${cpus()[0]?.model}; ${process.version}`,
    );
    console.log("round  order           wall s   cpu s  peak MB  load");
    for (let round = 1; round <= rounds; round++) {
      for (const order of orders) {
        const { seconds, cpuSeconds, peakMegabytes } = await inChild(join(folder, order));
        const cells = [seconds.toFixed(2), cpuSeconds.toFixed(2), peakMegabytes.toFixed(0)];
        const [wall = "", cpu = "", peak = ""] = cells;
        const load = (loadavg()[0] ?? 0).toFixed(1);
        console.log(
          `${String(round).padStart(5)}  ${order.padEnd(12)}${wall.padStart(10)}${cpu.padStart(8)}${peak.padStart(9)}${load.padStart(6)}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [first = "1000000", second = "3"] = process.argv.slice(2);
if (first === "--round") process.send?.(await runImport(second), () => process.exit(0));
else await main(Number(first), Number(second));
