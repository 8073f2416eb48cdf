import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FaultLog, WarningLog } from "#app/imports/call-records/fault-log.ts";
import { openReader } from "#app/imports/call-records/format-reader.ts";
import { QueueNames } from "#app/imports/call-records/queue-names.ts";
import { readCallRecords, recordFile } from "#app/imports/call-records/read-call-records.ts";
import { LimitReached } from "#app/imports/call-records/run.ts";
import { faultMessage } from "#app/imports/call-records/wording.ts";
import { cellsOf, faultsOf, inFolder, readContents, readingOptions, warningsOf } from "./reading.ts";

const header = "call_id,queue,arrival_at,answered_at,ended_at,disposition";
const day = "2025-06-10T";
const good = (id: string): string =>
  `${id},q,${day}10:00:00+02:00,${day}10:00:09+02:00,${day}10:01:00+02:00,answered`;

/** Faults of one file with the usual header. */
const faultsOfRows = async (...rows: string[]): Promise<string[]> =>
  faultsOf(await readContents([[header, ...rows].join("\n")]));

describe("a refused import", () => {
  it("names file, line and column of every fault in one sentence", async () => {
    const late = `b,q,${day}10:00:00Z,${day}09:00:00Z,${day}10:01:00Z,answered`;
    const records = await readContents([[header, good("a"), late].join("\n")]);
    expect(records.faults.map(faultMessage)).toEqual(["1.csv, line 3, answered_at: is before arrival_at"]);
    expect(records.blobs).toEqual([]);
  });

  it("counts all faults and lists the first thousand in order", async () => {
    const rows = Array.from({ length: 9500 }, (_, i) => `x${i},q,never,,,open`);
    const records = await readContents([[header, ...rows].join("\n")]);
    expect(records.faultCount).toBe(9500);
    expect(records.faults.map((fault) => fault.place?.line)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i + 2),
    );
  });

  it("names each missing and each doubled column, and reads no record", async () => {
    const records = await readContents(["call_id,queue,arrival_at,QUEUE,arrival_ts,note\na,b,c,d,e,f\n"]);
    expect(faultsOf(records)).toEqual([
      "header_missing_column 1.csv:1 answered_at",
      "header_missing_column 1.csv:1 ended_at",
      "header_duplicate_column 1.csv:1 queue",
      "header_duplicate_column 1.csv:1 arrival_at",
    ]);
    expect(records.rows).toBe(0);
    expect(warningsOf(records)).toEqual(["unknown_column 1 note 1"]);
  });

  it("is what an empty file, an unknown layout and two formats together get", async () => {
    const log = "1740018105|NONE|NONE|NONE|QUEUESTART|\n";
    expect(faultsOf(await readContents(["", "name,age\nx,1\n", " \r\n\n"]))).toEqual([
      "file_empty 1.csv:1 -",
      "format_unknown 2.csv:1 -",
      "file_empty 3.csv:1 -",
    ]);
    expect(faultsOf(await readContents([`${header}\n`, log]))).toEqual(["format_mixed 2.csv:1 -"]);
  });

  it("is what a broken gzip file gets, cut or garbled, and not a whole one", async () => {
    const whole = gzipSync(`${header}\n${Array.from({ length: 500 }, (_, i) => good(`c${i}`)).join("\n")}\n`);
    const garbled = Uint8Array.from(whole, (byte, i) => (i > 40 && i < 60 ? byte ^ 0x55 : byte));
    expect(faultsOf(await readContents([whole]))).toEqual([]);
    expect(faultsOf(await readContents([whole.subarray(0, whole.length - 20)]))).toContain(
      "gz_broken 1.csv:1 -",
    );
    expect(faultsOf(await readContents([garbled]))).toContain("gz_broken 1.csv:1 -");
  });

  it("is what a file gets that unpacks to more than allowed", async () => {
    const bomb = gzipSync(`${header}\n${"\n".repeat(5_000_000)}`);
    expect(faultsOf(await readContents([bomb], { mostBytes: 1_000_000 }))).toEqual([
      "inflated_limit 1.csv:1 -",
    ]);
  });

  it("keeps a warning of records read before the fault, but no cells", async () => {
    const records = await readContents([`${header}\n${good("a")}\nb,q,${day}10:00:00,,,open\nc\n`], {
      zoneDeclared: false,
    });
    expect(faultsOf(records)).toEqual(["row_columns 1.csv:4 -"]);
    expect(warningsOf(records)).toEqual(["open_calls 3 - 1", "zone_assumed 3 - 1"]);
    expect(records.blobs).toEqual([]);
  });
});

describe("bad records", () => {
  it("with impossible or unwritten times are refused, each cell for itself", async () => {
    const times = [
      "2025-02-29T10:00:00Z",
      "2025-06-10T24:00:00Z",
      "2025-06-10T10:00Z",
      "10/06/2025 10:00:00",
    ];
    const rows = times.map((time, i) => `a${i},q,${time},,${time},abandoned`);
    expect(await faultsOfRows(...rows)).toEqual(
      times.flatMap((_, i) => [
        `time_format 1.csv:${i + 2} arrival_at`,
        `time_format 1.csv:${i + 2} ended_at`,
      ]),
    );
  });

  it("are found where the number of columns changes half way, or the file is cut in a row", async () => {
    expect(await faultsOfRows(good("a"), `${good("b")},1`, good("c").slice(0, 40))).toEqual([
      "row_columns 1.csv:3 -",
      "row_columns 1.csv:4 -",
    ]);
  });

  it("are not the blank lines before the header, which do not hide its delimiter either", async () => {
    const rows = `\r\n \n${header}\n${good("a")}\nb\n`.replaceAll(",", ";");
    const records = await readContents([rows]);
    expect(records.rows).toBe(2);
    expect(faultsOf(records)).toEqual(["row_columns 1.csv:5 -"]);
  });

  it("do not take the good record behind a stray quote with them", async () => {
    expect(await faultsOfRows(`"a${good("")}`, good("b"), good("b"))).toEqual([
      "quote 1.csv:2 -",
      "call_duplicate 1.csv:4 call_id",
    ]);
  });

  it("in Windows-1252 are refused as such, and not stored garbled", async () => {
    const latin1 = Buffer.from(`${header}\n${good("a").replace(",q,", ",Växel,")}\n`, "latin1");
    const records = await readContents([latin1]);
    expect(faultsOf(records)).toEqual(["encoding 1.csv:2 -"]);
    expect(records.faults.map(faultMessage).join()).toContain("Windows-1252");
  });

  it("may last 24 hours and hold a second longer than they last, and not a microsecond more", async () => {
    const long = "call_id,queue,arrival_at,answered_at,ended_at,talk_s,hold_s";
    const row = (id: string, ended: string, talk: string, hold: string): string =>
      `${id},q,2025-06-10T10:00:00Z,2025-06-10T10:00:10Z,${ended},${talk},${hold}`;
    const rows = [
      row("a", "2025-06-11T10:00:00Z", "", ""),
      row("b", "2025-06-11T10:00:00.000001Z", "", ""),
      row("c", "2025-06-10T10:00:20Z", "", "11"),
      row("d", "2025-06-10T10:00:20Z", "", "11.000001"),
      row("e", "2025-06-10T10:00:20Z", "6", "5"),
      row("f", "2025-06-10T10:00:20Z", "6", "5.000001"),
    ];
    expect(faultsOf(await readContents([[long, ...rows].join("\n")]))).toEqual([
      "time_span 1.csv:3 ended_at",
      "duration_contradiction 1.csv:5 hold_s",
      "duration_contradiction 1.csv:7 talk_s",
    ]);
  });

  it("are duplicates only when call, queue and arrival are all the same instant", async () => {
    const same = `a,q,${day}08:00:00.000Z,,${day}08:00:09Z,abandoned`;
    const otherQueue = same.replace(",q,", ",r,");
    const later = same.replace("08:00:00.000", "08:00:00.001");
    expect(await faultsOfRows(good("a"), otherQueue, later)).toEqual([]);
    expect(await faultsOfRows(good("a"), otherQueue, same)).toEqual(["call_duplicate 1.csv:4 call_id"]);
  });

  it("are refused across files, at the later one", async () => {
    const content = `${header}\n${good("a")}\n${good("b")}\n`;
    expect(faultsOf(await readContents([content, content]))).toEqual([
      "call_duplicate 2.csv:2 call_id",
      "call_duplicate 2.csv:3 call_id",
    ]);
  });
});

describe("clock changes", () => {
  const local = (id: string, ...times: string[]): string => [id, "q", ...times, "answered"].join(",");

  it("refuse a local time that was skipped", async () => {
    const row = local("a", "2025-03-30 02:30:00", "2025-03-30 03:00:01", "2025-03-30 03:05:00");
    expect(await faultsOfRows(row)).toEqual(["time_skipped 1.csv:2 arrival_at"]);
  });

  it("read a doubled time so that the call is shortest, and say so where that leaves a choice", async () => {
    const records = await readContents([
      [
        header,
        // Only the second 02:59 comes right before 03:00.
        local("a", "2025-10-26 02:59:50", "2025-10-26 03:00:10", "2025-10-26 03:00:20"),
        // Both hours would do.
        local("b", "2025-10-26 02:10:00", "2025-10-26 02:10:05", "2025-10-26 02:11:00"),
        // Over the change by the clock on the wall: 02:59 summer time, 02:01 winter time.
        local("c", "2025-10-26 02:59:00", "2025-10-26 02:01:00", "2025-10-26 02:05:00"),
      ].join("\n"),
    ]);
    expect(faultsOf(records)).toEqual([]);
    expect(warningsOf(records)).toEqual(["time_ambiguous 3 arrival_at 1"]);
    const hours = cellsOf(records).map(({ halfHour, totals }) => [
      new Date(halfHour * 1_800_000).toISOString(),
      totals.answered,
    ]);
    expect(hours).toEqual([
      ["2025-10-26T00:00:00.000Z", 1],
      ["2025-10-26T00:30:00.000Z", 1],
      ["2025-10-26T01:30:00.000Z", 1],
    ]);
  });
});

describe("a line of 200 MB", () => {
  it("costs one record and bounded memory", () =>
    inFolder(async (folder) => {
      const path = join(folder, "calls.csv");
      const file = openSync(path, "w");
      const megabyte = Buffer.alloc(1 << 20, "x");
      writeSync(file, `${header}\n${good("a")}\nb,`);
      for (let i = 0; i < 200; i++) writeSync(file, megabyte);
      writeSync(file, `\n${good("b")}\n${good("b")}\n`);
      closeSync(file);
      const before = process.memoryUsage();
      let peak = 0;
      const records = await readCallRecords([recordFile(path)], readingOptions, () => {
        const now = process.memoryUsage();
        peak = Math.max(peak, now.arrayBuffers - before.arrayBuffers + now.heapUsed - before.heapUsed);
      });
      expect(faultsOf(records)).toEqual(["row_too_long calls.csv:3 -", "call_duplicate calls.csv:5 call_id"]);
      expect(records.rows).toBe(4);
      expect(peak).toBeLessThan(64 << 20);
    }));
});

describe("more records than one import may have", () => {
  it("end the reading with one fault at the first record too many", () => {
    const run = {
      zone: readingOptions.zone,
      zoneDeclared: true,
      queues: new QueueNames(),
      faults: new FaultLog(),
      warnings: new WarningLog(),
      sink: { add: () => {} },
      temporaryFolder: readingOptions.temporaryFolder,
      rows: 19_999_999,
    };
    const content = new TextEncoder().encode([header, good("a"), good("b"), good("c")].join("\n"));
    const scanner = openReader("calls-csv", run).scannerOf(0, content);
    expect(() => {
      scanner.push(content);
      scanner.end();
    }).toThrow(LimitReached);
    expect(run.faults.list(["calls.csv"])).toMatchObject([{ code: "row_limit", place: { line: 3 } }]);
  });
});

describe("more queues than any switchboard has", () => {
  const queues = Array.from({ length: 2002 }, (_, i) => `Kö ${i}`);

  it.each([
    {
      format: "a call file",
      rows: [header, ...queues.map((queue, i) => good(`c${i}`).replace(",q,", `,${queue},`))],
      at: "1.csv:2002 queue",
    },
    {
      format: "a queue log",
      rows: queues.map((queue, i) => `${1_740_000_000 + i}|${i}|${queue}|NONE|FULL|`),
      at: "1.csv:2001 queue",
    },
  ])("end the reading with one fault: $format", async ({ rows, at }) => {
    const records = await readContents([rows.join("\n")]);
    expect(faultsOf(records)).toEqual([`queue_limit ${at}`]);
    const fewer = await readContents([rows.slice(0, -2).join("\n")]);
    expect(faultsOf(fewer)).toEqual([]);
  });
});
