import { appendFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importCallRecords } from "#app/imports/call-records/import-in-worker.ts";
import { readCallRecords, recordFile } from "#app/imports/call-records/read-call-records.ts";
import { generateCalls } from "../../../bench/generate-calls.ts";
import { generateQueueLog } from "../../../bench/generate-queue-log.ts";
import { inFolder, openIn, projectRoot, readingOptions } from "./reading.ts";

const records = [
  {
    name: "a queue log that does not fit in memory",
    rows: 400_000,
    generate: (path: string, rows: number) => generateQueueLog(path, rows, "shuffled", 1),
    // A third of a call is none.
    read: 399_999,
    broken: "1740000000|a|*|NONE|FULL|\n",
  },
  {
    name: "calls of many days in no order of time",
    rows: 250_000,
    generate: (path: string, rows: number) => generateCalls(path, rows, 1, "shuffled", 2500),
    read: 250_000,
    broken: "a,*,2025-01-01T00:00:00Z,,,,blocked,,,,\n",
  },
];

describe.each(records)("the temporary file of $name", ({ rows, generate, read, broken }) => {
  /** Imports the records and aborts once the file is there, if so told. Looks for the file by name and by use. */
  async function importRecords(folder: string, ending: string, cancel: boolean) {
    const path = join(folder, "records");
    const temporaryFolder = join(folder, "temporary");
    mkdirSync(temporaryFolder);
    await generate(path, rows);
    appendFileSync(path, ending);
    const cancelling = new AbortController();
    let found = 0;
    const looking = setInterval(() => {
      const files = openIn(temporaryFolder);
      found = Math.max(found, files.length);
      // A thread that ends before it has taken the name away leaves a file that is tidied later.
      if (cancel && files.some((file) => file.endsWith("(deleted)"))) cancelling.abort();
    }, 10);
    const options = { ...readingOptions, zone: readingOptions.zone.name, temporaryFolder };
    const task = { files: [recordFile(path)], options };
    const outcome = await importCallRecords(task, { root: projectRoot, signal: cancelling.signal });
    clearInterval(looking);
    expect(found).toBe(1);
    await expect.poll(() => openIn(temporaryFolder), { timeout: 5000 }).toEqual([]);
    expect(readdirSync(temporaryFolder)).toEqual([]);
    return outcome;
  }

  it("is gone when they were read in place, where no thread ends", { timeout: 30_000 }, () =>
    inFolder(async (folder) => {
      const path = join(folder, "records");
      await generate(path, rows);
      const options = { ...readingOptions, temporaryFolder: folder };
      expect(await readCallRecords([recordFile(path)], options)).toMatchObject({ rows: read, faultCount: 0 });
      expect(openIn(folder)).toEqual([]);
    }),
  );

  it("is gone when they are refused", { timeout: 30_000 }, () =>
    inFolder(async (folder) => {
      const outcome = await importRecords(folder, broken, false);
      expect(outcome).toMatchObject({ status: "read", records: { rows: read + 1, faultCount: 1 } });
    }),
  );

  it("is gone when the import is cancelled", { timeout: 30_000 }, () =>
    inFolder(async (folder) => {
      expect(await importRecords(folder, "", true)).toEqual({ status: "cancelled" });
    }),
  );
});

describe("calls that come day after day", () => {
  it.each([
    ["by time, many a day", 300_000, "by-time", 9000],
    ["by time, few a day", 60_000, "by-time", 600],
    ["newest first", 60_000, "newest-first", 600],
    ["by queue and time", 60_000, "by-queue", 600],
  ] as const)("need no temporary file: %s", { timeout: 30_000 }, (_, calls, order, callsPerDay) =>
    inFolder(async (folder) => {
      const path = join(folder, "calls.csv");
      await generateCalls(path, calls, 1, order, callsPerDay);
      const options = { ...readingOptions, temporaryFolder: join(folder, "missing") };
      expect(await readCallRecords([recordFile(path)], options)).toMatchObject({
        rows: calls,
        faultCount: 0,
      });
    }),
  );
});
