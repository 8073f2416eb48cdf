import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { type CallOrder, callOrders, generateCalls } from "./generate-calls.ts";
import { describeRun, importGenerated, inOwnProcess, peakOfProcess, tellRound } from "./import-round.ts";
import { median } from "./timing.ts";

/**
 * Imports generated calls in the worker thread, beside DuckDB doing the same work on the same file in the same run.
 *
 *     node bench/measurement.ts [calls, 1000000] [rounds, 3] [order, by-time]
 *
 * Each round runs in a process of its own, the two engines in turn, so that peak memory is that of one import.
 */
interface Round {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** 99th percentile of the delay of the main event loop, of ours only. */
  readonly delayMs: number | null;
  readonly calls: number;
  readonly answeredInTime: number;
}

const engines = ["skallbor", "duckdb"] as const;
type Engine = (typeof engines)[number];
type Outcome = Pick<Round, "peakMegabytes" | "delayMs" | "calls" | "answeredInTime">;

async function runSkallbor(path: string): Promise<Outcome> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const records = await importGenerated(path);
  delay.disable();
  const peakMegabytes = peakOfProcess();
  const { decodeBlob } = await import("#app/domain/measurement/blob.ts");
  const { countWithin } = await import("#app/domain/measurement/histogram.ts");
  let answeredInTime = 0;
  for (const blob of records.blobs) {
    for (const { totals } of decodeBlob(blob)) answeredInTime += countWithin(totals.waitsAnswered, 20);
  }
  return { peakMegabytes, delayMs: delay.percentile(99) / 1e6, calls: records.rows, answeredInTime };
}

/** The same columns, rules, sums and histograms as SQL. Times are text until TRY_CAST, so that a bad one is counted. */
const duckQuery = `
WITH raw AS (
  SELECT * FROM read_csv($path, header = true, delim = ',', quote = '"', nullstr = '', auto_detect = false, columns = {
    'call_id': 'VARCHAR', 'queue': 'VARCHAR', 'arrival_at': 'VARCHAR', 'queued_at': 'VARCHAR', 'answered_at': 'VARCHAR',
    'ended_at': 'VARCHAR', 'disposition': 'VARCHAR', 'hold_s': 'DOUBLE', 'wrap_s': 'DOUBLE', 'transferred': 'TINYINT',
    'resolved_first_contact': 'TINYINT'})
), typed AS (
  SELECT call_id, queue, disposition, hold_s, wrap_s, transferred, resolved_first_contact AS resolved,
    TRY_CAST(rtrim(arrival_at, 'Z') AS TIMESTAMP) AS arrival, TRY_CAST(rtrim(queued_at, 'Z') AS TIMESTAMP) AS queued,
    TRY_CAST(rtrim(answered_at, 'Z') AS TIMESTAMP) AS answered, TRY_CAST(rtrim(ended_at, 'Z') AS TIMESTAMP) AS ended,
    (arrival IS NULL)::INT + (queued_at IS NOT NULL AND queued IS NULL)::INT
      + (answered_at IS NOT NULL AND answered IS NULL)::INT + (ended_at IS NOT NULL AND ended IS NULL)::INT AS bad_times
  FROM raw
), calls AS (
  SELECT *, epoch_us(arrival) AS a, epoch_us(queued) AS q, epoch_us(answered) AS s, epoch_us(ended) AS e,
    CASE WHEN disposition = 'answered' THEN s - a WHEN disposition IN ('abandoned', 'timeout', 'overflow') THEN e - a END AS wait,
    e - s - coalesce(hold_s, 0) * 1e6 AS talk
  FROM typed
)
SELECT queue, a // 1800000000 AS half_hour,
  count(*) AS calls, count(DISTINCT hash(call_id, a)) AS distinct_calls,
  sum(bad_times
    + (call_id IS NULL OR queue IS NULL OR queue = '*' OR disposition IS NULL)::INT
    + (disposition NOT IN ('answered', 'abandoned', 'blocked', 'timeout', 'overflow', 'closed', 'open'))::INT
    + ((disposition = 'answered') <> (s IS NOT NULL))::INT
    + (disposition IN ('abandoned', 'timeout', 'overflow') AND e IS NULL)::INT
    + (disposition = 'open' AND e IS NOT NULL)::INT
    + coalesce((q < a OR s < coalesce(q, a) OR e < coalesce(s, q, a))::INT, 0)
    + coalesce((greatest(q, s, e) - a > 86400000000)::INT, 0)
    + coalesce((disposition <> 'answered' AND (hold_s > 0 OR wrap_s > 0 OR transferred = 1 OR resolved = 1))::INT, 0)
    + coalesce((hold_s * 1e6 > e - s + 1000000)::INT, 0)) AS faults,
  count(*) FILTER (disposition = 'answered') AS answered, count(*) FILTER (disposition = 'abandoned') AS abandoned,
  count(*) FILTER (disposition = 'timeout') AS timeout, count(*) FILTER (disposition = 'overflow') AS overflow,
  count(*) FILTER (disposition = 'blocked') AS blocked, count(*) FILTER (disposition = 'closed') AS closed,
  sum(wait) FILTER (disposition = 'answered') AS wait_answered, max(wait) FILTER (disposition = 'answered') AS max_answered,
  sum(wait) FILTER (disposition = 'abandoned') AS wait_abandoned, max(wait) FILTER (disposition = 'abandoned') AS max_abandoned,
  sum(wait) FILTER (disposition IN ('timeout', 'overflow')) AS wait_exited,
  count(q) AS queued, count(*) FILTER (coalesce(s, e) > q) AS queued_waited, sum(coalesce(s, e) - q) AS queue_time,
  sum(q - a) AS before_queue, sum(greatest(talk, 0)) AS talk, count(talk) AS talk_known,
  count(*) FILTER (talk <= 3000000) AS talk_short, sum(hold_s) AS hold, count(hold_s) AS hold_known, sum(wrap_s) AS wrap,
  count(wrap_s) AS wrap_known, sum(greatest(talk, 0) + coalesce(hold_s, 0) * 1e6 + wrap_s * 1e6) AS handle,
  sum(transferred) AS transferred, count(transferred) AS transferred_known, sum(resolved) AS resolved,
  histogram(least(wait // 1000000, 601)) FILTER (disposition = 'answered') AS waits_answered,
  histogram(least(wait // 1000000, 601)) FILTER (disposition = 'abandoned') AS waits_abandoned,
  histogram(least(wait // 1000000, 601)) FILTER (disposition IN ('timeout', 'overflow')) AS waits_exited
FROM calls GROUP BY ALL`;

async function runDuckDb(path: string): Promise<Outcome> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  await connection.run(`CREATE TEMP TABLE cells AS ${duckQuery.replace("$path", `'${path}'`)}`);
  const peakMegabytes = peakOfProcess();
  const check = await connection.runAndReadAll(
    `SELECT sum(calls)::DOUBLE, sum(faults)::DOUBLE, sum(calls - distinct_calls)::DOUBLE,
      sum(list_sum(list_transform(map_entries(waits_answered), x -> CASE WHEN x.key <= 20 THEN x.value ELSE 0 END)))::DOUBLE
    FROM cells`,
  );
  const [calls = 0, faults, , answeredInTime = 0] = (check.getRows()[0] ?? []).map(Number);
  if (faults !== 0) throw new Error(`DuckDB found ${faults} faults`);
  return { peakMegabytes, delayMs: null, calls, answeredInTime };
}

async function runRound(engine: Engine, path: string): Promise<Round> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await (engine === "skallbor" ? runSkallbor(path) : runDuckDb(path));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { seconds, cpuSeconds: (user + system) / 1e6, ...result };
}

async function main(calls: number, rounds: number, order: CallOrder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "skallbor-bench-"));
  const path = join(folder, "calls.csv");
  try {
    await generateCalls(path, calls, 1, order);
    console.log(describeRun(`${calls} calls`, path));
    console.log("round  engine      wall s   cpu s  peak MB  loop p99 ms");
    const ratios: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const ours = await inOwnProcess<Round>(import.meta.filename, "skallbor", path);
      const theirs = await inOwnProcess<Round>(import.meta.filename, "duckdb", path);
      if (ours.calls !== theirs.calls || ours.answeredInTime !== theirs.answeredInTime) {
        throw new Error(`they differ: ${JSON.stringify({ ours, theirs })}`);
      }
      print(round, "skallbor", ours);
      print(round, "duckdb", theirs);
      ratios.push(ours.seconds / theirs.seconds);
    }
    console.log(`median of wall skallbor / duckdb: ${median(ratios).toFixed(2)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(round: number, engine: Engine, { seconds, cpuSeconds, peakMegabytes, delayMs }: Round): void {
  const cells = [
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    peakMegabytes.toFixed(0),
    delayMs?.toFixed(1) ?? "-",
  ];
  const [wall = "", cpu = "", peak = "", delay = ""] = cells;
  console.log(
    `${String(round).padStart(5)}  ${engine.padEnd(8)}  ${wall.padStart(8)}${cpu.padStart(8)}${peak.padStart(9)}${delay.padStart(13)}`,
  );
}

const [first = "1000000", second = "3", third = ""] = process.argv.slice(2);
if (first === "--round") {
  const engine = engines.find((each) => each === second) ?? "skallbor";
  tellRound(await runRound(engine, third));
} else {
  await main(Number(first), Number(second), callOrders.find((order) => order === third) ?? "by-time");
}
