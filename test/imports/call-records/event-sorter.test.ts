import { appendFileSync, mkdirSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QueueEvent } from "#app/imports/call-records/event-bytes.ts";
import { EventSorter } from "#app/imports/call-records/event-sorter.ts";
import { importCallRecords } from "#app/imports/call-records/import-in-worker.ts";
import { queueEffects } from "#app/imports/call-records/queue-events.ts";
import { readCallRecords, recordFile } from "#app/imports/call-records/read-call-records.ts";
import { generateQueueLog } from "../../../bench/generate-queue-log.ts";
import { inFolder, projectRoot, readingOptions } from "./reading.ts";

/** Many of them the same, as those of a log in whole seconds are. */
const times = fc.oneof(fc.nat(3), fc.constantFrom(1e15, 1e15 + 1), fc.nat(4_100_000_000));

const events: fc.Arbitrary<QueueEvent[]> = fc
  .array(
    fc.record({
      micros: times,
      later: fc.oneof(fc.constant(-1), times),
      decimals: fc.constantFrom(0, 3, 6),
      file: fc.constantFrom(0, 2 ** 32 - 1),
      call: fc.string({ unit: "grapheme", maxLength: 40 }),
      queue: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
      effect: fc.constantFrom(...queueEffects),
      hold: fc.oneof(fc.constant(Number.NaN), fc.nat(9_999_999)),
    }),
    { maxLength: 200 },
  )
  .map((all) =>
    all.toSorted((a, b) => a.file - b.file).map((event, line): QueueEvent => ({ ...event, line })),
  );

describe("the events of a queue log", () => {
  it("come back whole and by time, those of one time as they came, however few of them fit in memory", () =>
    inFolder(async (folder) => {
      fc.assert(
        fc.property(events, fc.integer({ min: 1, max: 4000 }), (all, inMemory) => {
          const sorter = new EventSorter(folder, inMemory);
          for (const event of all) sorter.add(event);
          const expected = all.toSorted((a, b) => a.micros - b.micros || a.line - b.line);
          expect([...sorter.byTime()]).toEqual(expected);
          expect([...sorter.byTime()]).toEqual(expected);
          sorter.close();
        }),
      );
      expect(openIn(folder)).toEqual([]);
    }));

  it("may be many more than fit in memory", () =>
    inFolder(async (folder) => {
      const count = 500_000;
      const before = process.memoryUsage().arrayBuffers;
      let peak = 0;
      const look = (i: number): void => {
        if (i % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
      };
      const sorter = new EventSorter(folder, 1 << 20);
      const event = { later: -1, decimals: 0, file: 0, queue: 1, effect: "enter", hold: Number.NaN } as const;
      for (let line = 0; line < count; line++) {
        look(line);
        // A prime, so that its steps come to every time once.
        sorter.add({ ...event, micros: (line * 6_700_417) % count, line, call: `1740000000.${line}` });
      }
      let next = 0;
      for (const { micros } of sorter.byTime()) {
        look(next);
        if (micros !== next) throw new Error(`${micros} comes as number ${next}`);
        next += 1;
      }
      sorter.close();
      expect(next).toBe(count);
      // They are 27 MB.
      expect(peak).toBeLessThan(10e6);
    }));
});

describe("the temporary file of a queue log that does not fit in memory", () => {
  const lines = 400_000;

  /** Imports a log in any order and aborts once the file is there, if so told. Looks for the file by name and by use. */
  async function importLog(folder: string, ending: string, cancel: boolean) {
    const path = join(folder, "queue_log");
    const temporaryFolder = join(folder, "temporary");
    mkdirSync(temporaryFolder);
    await generateQueueLog(path, lines, "shuffled", 1);
    appendFileSync(path, ending);
    const cancelling = new AbortController();
    let found = 0;
    const looking = setInterval(() => {
      found = Math.max(found, openIn(temporaryFolder).length);
      if (cancel && found > 0) cancelling.abort();
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

  it("is gone when the log was read in place, where no thread ends", { timeout: 30_000 }, () =>
    inFolder(async (folder) => {
      const path = join(folder, "queue_log");
      await generateQueueLog(path, lines, "by-time", 1);
      const records = await readCallRecords([recordFile(path)], {
        ...readingOptions,
        temporaryFolder: folder,
      });
      expect(records.rows).toBe(lines - 1);
      expect(openIn(folder)).toEqual([]);
    }),
  );

  it("is gone when the log is refused", { timeout: 30_000 }, () =>
    inFolder(async (folder) => {
      const outcome = await importLog(folder, "1740000000|a|*|NONE|FULL|\n", false);
      expect(outcome).toMatchObject({ status: "read", records: { rows: lines, faultCount: 1 } });
    }),
  );

  it("is gone when the import is cancelled", { timeout: 30_000 }, () =>
    inFolder(async (folder) => {
      expect(await importLog(folder, "", true)).toEqual({ status: "cancelled" });
    }),
  );
});

/** Files in a folder that this process has open, also those without a name. */
function openIn(folder: string): string[] {
  return readdirSync("/proc/self/fd").flatMap((descriptor) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${descriptor}`);
      return file.startsWith(folder) ? [file] : [];
    } catch {
      return [];
    }
  });
}
