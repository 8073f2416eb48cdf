import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumTotals } from "#app/domain/measurement/cell.ts";
import { packHistogram } from "#app/domain/measurement/histogram.ts";
import type { Call } from "#app/imports/call-records/call.ts";
import { EventSorter } from "#app/imports/call-records/event-sorter.ts";
import { FaultLog, WarningLog } from "#app/imports/call-records/fault-log.ts";
import { QueueCalls } from "#app/imports/call-records/queue-calls.ts";
import { QueueLogTableReader } from "#app/imports/call-records/queue-log-table.ts";
import { QueueNames } from "#app/imports/call-records/queue-names.ts";
import { RecordScanner } from "#app/imports/call-records/record-scanner.ts";
import { cellsOf, faultsOf, inFolder, readContents, readingOptions, warningsOf } from "./reading.ts";

const header = "time,callid,queuename,agent,event,data1,data2,data3,data4,data5";
const table = (...rows: string[]): string => [header, ...rows].join("\n");

/** One call, by local times of a day. */
const call = (day: string, entered: string, connected: string, ended: string): string[] => [
  `${day} ${entered},c1,q,NONE,ENTERQUEUE,,1,1,,`,
  `${day} ${connected},c1,q,A,CONNECT,,x,1,,`,
  `${day} ${ended},c1,q,A,COMPLETEAGENT,,,1,,`,
];

async function totalsOf(content: string) {
  const records = await readContents([content]);
  expect(faultsOf(records)).toEqual([]);
  expect(records.format).toBe("queue-log-table");
  return { totals: sumTotals(cellsOf(records).map(({ totals }) => totals)), warnings: warningsOf(records) };
}

/** The calls of a table in the order in which they end, and the warnings, with the events in a sorter. */
function callsOf(content: string, events: EventSorter) {
  const calls: Call[] = [];
  const run = {
    ...readingOptions,
    queues: new QueueNames(),
    faults: new FaultLog(),
    warnings: new WarningLog(),
    sink: { add: (call: Readonly<Call>) => calls.push({ ...call }) },
    rows: 0,
  };
  const reader = new QueueLogTableReader(run, new QueueCalls(run, events));
  const scanner = new RecordScanner(",".charCodeAt(0), reader.file(0));
  scanner.push(new TextEncoder().encode(content));
  scanner.end();
  reader.finish(true);
  reader.close();
  return { calls, warnings: run.warnings.list(["1.csv"]), rows: run.rows };
}

describe("a queue log as a table", () => {
  it("is followed by time whatever order the rows stand in, with waits as fine as its stamps", async () => {
    const { totals, warnings } = await totalsOf(
      table(
        "2025-07-04 07:33:23.085718,c1,q1,A,CONNECT,2,x,1,,",
        "2025-07-04 07:33:21.165823,c1,q1,NONE,ENTERQUEUE,,1000,1,,",
        "2025-07-04 07:35:01.000000,c2,q1,NONE,ABANDON,1,1,6,,",
        "2025-07-04 07:34:55.250000,c2,q1,NONE,ENTERQUEUE,,1000,1,,",
        "2025-07-04 07:34:23.085718,c1,q1,A,COMPLETEAGENT,2,60,1,,",
        "2025-07-04 07:20:00.000000,NONE,NONE,A,UNPAUSEALL,,,,,",
      ),
    );
    expect(warnings).toEqual([]);
    expect(totals).toMatchObject({
      answered: 1,
      waitAnswered: 1_919_895,
      talk: 60_000_000,
      abandoned: 1,
      waitAbandoned: 5_750_000,
    });
  });

  it("tells of calls that were refused: full and empty queues are blocked, closed ones are closed", async () => {
    const { totals } = await totalsOf(
      table(
        "2025-07-04 07:40:17.339945,a,q1,NONE,FULL,,,,,",
        "2025-07-04 07:41:17.339945,b,q1,NONE,JOINEMPTY,,,,,",
        "2025-07-04 07:48:03.455999,c,q1,NONE,CLOSED,,,,,",
      ),
    );
    expect(totals).toMatchObject({ blocked: 2, closed: 1, queued: 0 });
  });

  it("has local times unless they say otherwise, and warns where no zone was declared", async () => {
    const local = table("2025-07-04 02:00:00,a,q,NONE,CLOSED,,,,,");
    const utc = table("2025-07-04 00:00:00Z,a,q,NONE,CLOSED,,,,,");
    const epoch = table("1751587200.5,a,q,NONE,CLOSED,,,,,");
    const halfHours = [];
    for (const content of [local, utc, epoch]) {
      const records = await readContents([content], { zoneDeclared: false });
      halfHours.push([cellsOf(records)[0]?.halfHour, warningsOf(records)]);
    }
    const midnight = Date.UTC(2025, 6, 4) / 1_800_000;
    expect(halfHours).toEqual([
      [midnight, ["zone_assumed 2 - 1"]],
      [midnight, []],
      [midnight, []],
    ]);
  });

  it("reads the doubled hour of autumn so that a call is shortest, and says where that leaves a choice", async () => {
    const over = await totalsOf(table(...call("2025-10-26", "02:59:50", "02:00:10", "02:10:00")));
    expect(over.totals).toMatchObject({ answered: 1, waitAnswered: 20_000_000, talk: 590_000_000 });
    expect(over.warnings).toEqual([]);
    const within = await totalsOf(table(...call("2025-10-26", "02:10:00", "02:10:20", "02:11:00")));
    expect(within.totals).toMatchObject({ answered: 1, waitAnswered: 20_000_000 });
    expect(within.warnings).toEqual(["time_ambiguous 2 time 1"]);
    const before = await totalsOf(table(...call("2025-10-26", "02:59:50", "03:00:10", "03:10:00")));
    expect(before.totals).toMatchObject({ answered: 1, waitAnswered: 20_000_000 });
    expect(before.warnings).toEqual([]);
  });

  it("means the same however few of its rows fit in memory, in the doubled hour too", () =>
    inFolder(async (folder) => {
      const time = fc
        .integer({ min: 3600, max: 4 * 3600 - 1 })
        .map((second) => new Date(Date.UTC(2025, 9, 26) + second * 1000).toISOString().slice(0, 19));
      const name = fc.constantFrom(
        "ENTERQUEUE",
        "ENTERQUEUE",
        "CONNECT",
        "COMPLETEAGENT",
        "ABANDON",
        "QUEUESTART",
      );
      const row = fc
        .tuple(time, fc.nat(9), fc.constantFrom("p", "q"), name)
        .map(([at, id, queue, event]) => `${at},c${id},${queue},A,${event},,,,,`);
      fc.assert(
        fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 900 }), (rows, inMemory) => {
          const few = callsOf(table(...rows), new EventSorter(folder, inMemory));
          expect(few).toEqual(callsOf(table(...rows), new EventSorter(folder)));
        }),
      );
    }));

  it("is refused where the clock skipped the time in spring", async () => {
    const rows = call("2025-03-30", "01:59:50", "02:00:10", "03:10:00");
    expect(faultsOf(await readContents([table(...rows)]))).toEqual(["time_skipped 1.csv:3 time"]);
  });

  it("leaves calls open that have no end, and keeps names with quotes, semicolons and å ä ö", async () => {
    const name = '"Kö; ""växel"" å"';
    const records = await readContents([
      table(
        `2025-07-04 07:00:00,a,${name},NONE,ENTERQUEUE,,,,,`,
        `2025-07-04 07:00:30,b,${name},NONE,CLOSED,,,,,`,
      ),
    ]);
    expect(warningsOf(records)).toEqual(["open_calls 2 - 1"]);
    expect(cellsOf(records)[0]).toMatchObject({
      queue: 'Kö; "växel" å',
      totals: { open: 1, waitsOpen: packHistogram([60, 1]) },
    });
  });

  it("may have one column of data only, as older tables have", async () => {
    const { warnings } = await totalsOf(
      [
        "time;callid;queuename;agent;event;data",
        "2025-07-04 07:00:00;a;q;NONE;ENTERQUEUE;|1000|1",
        "2025-07-04 07:00:09;a;q;A;CONNECT;4|x|1",
        "2025-07-04 07:01:00;a;q;A;COMPLETECALLER;9|51|1",
      ].join("\n"),
    );
    expect(warnings).toEqual(["wait_mismatch 3 event 1"]);
  });

  it("is refused with line and column for every fault", async () => {
    const records = await readContents([
      table(
        "2025-07-04 07:00:00,a,q,NONE,ENTERQUEUE,,,,,",
        "4/7/2025 07:00,a,q,NONE,ABANDON,,,,,",
        ",,,NONE,,,,,,",
        "2025-07-04 07:00:00,,*,NONE,ENTERQUEUE,,,,,",
        "1989-07-04 07:00:00,b,q,NONE,ENTERQUEUE,,,,,",
        "2025-07-04 07:00:00,b",
        '2025-07-04 07:00:00,b,"q,NONE,FULL,,,,,',
      ),
    ]);
    expect(faultsOf(records)).toEqual([
      "time_format 1.csv:3 time",
      "value_missing 1.csv:4 time",
      "value_missing 1.csv:4 event",
      "value_missing 1.csv:5 callid",
      "value_invalid 1.csv:5 queuename",
      "time_range 1.csv:6 time",
      "row_columns 1.csv:7 -",
      "quote 1.csv:8 -",
    ]);
    expect(records.blobs).toEqual([]);
  });
});
