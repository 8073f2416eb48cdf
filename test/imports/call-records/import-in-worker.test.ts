import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type ImportOptions, importCallRecords } from "#app/imports/call-records/import-in-worker.ts";
import {
  type ReadProgress,
  readCallRecords,
  recordFile,
} from "#app/imports/call-records/read-call-records.ts";
import { generateCalls } from "../../../bench/generate-calls.ts";
import { inFolder, readingOptions } from "./reading.ts";

const root = resolve(import.meta.dirname, "../../..");
const options: ImportOptions = { ...readingOptions, zone: readingOptions.zone.name, hashFiles: true };

describe("an import in a thread of its own", () => {
  it("gives what reading in place gives, with the hash of each file and progress up to its size", () =>
    inFolder(async (folder) => {
      const path = join(folder, "calls.csv");
      await generateCalls(path, 30_000, 7);
      const progress: ReadProgress[] = [];
      const task = { files: [recordFile(path)], options };
      const outcome = await importCallRecords(task, { root, onProgress: (each) => progress.push(each) });
      const inPlace = await readCallRecords([recordFile(path)], { ...readingOptions, hashFiles: true });
      expect(outcome).toEqual({ status: "read", records: inPlace });
      const content = readFileSync(path);
      expect(inPlace.files[0]?.sha256).toBe(createHash("sha256").update(content).digest("hex"));
      expect(progress[0]?.bytesTotal).toBe(content.length);
    }));

  it(
    "stops within 200 ms when cancelled, and gives nothing",
    () =>
      inFolder(async (folder) => {
        const path = join(folder, "calls.csv");
        await generateCalls(path, 600_000, 7);
        const controller = new AbortController();
        let cancelled = 0;
        const outcome = await importCallRecords(
          { files: [recordFile(path)], options },
          {
            root,
            signal: controller.signal,
            onProgress: () => {
              cancelled ||= performance.now();
              controller.abort();
            },
          },
        );
        expect(outcome).toEqual({ status: "cancelled" });
        expect(performance.now() - cancelled).toBeLessThan(200);
      }),
    20_000,
  );

  it("does not start when it was cancelled before", async () => {
    const outcome = importCallRecords({ files: [], options }, { root, signal: AbortSignal.abort() });
    expect(await outcome).toEqual({ status: "cancelled" });
  });

  it("fails when a file is not there", () =>
    inFolder(async (folder) => {
      const missing = recordFile(join(folder, "missing.csv"));
      writeFileSync(join(folder, "other.csv"), "");
      await expect(importCallRecords({ files: [missing], options }, { root })).rejects.toThrow("ENOENT");
    }));

  it("is refused with a fault, and nothing of it kept, when the thread has too little memory for it", () =>
    inFolder(async (folder) => {
      const path = join(folder, "open.queue_log");
      const entered = (call: number): string => `${1_741_000_000 + call}|${call}.1|Q|NONE|ENTERQUEUE||07|1\n`;
      writeFileSync(path, Array.from({ length: 300_000 }, (_, call) => entered(call)).join(""));
      const task = { files: [recordFile(path)], options };
      const outcome = await importCallRecords(task, { root, heapMegabytes: 24 });
      expect(outcome).toMatchObject({ status: "read", records: { faultCount: 1, blobs: [], months: [] } });
      expect(outcome.status === "read" && outcome.records.faults).toEqual([
        { code: "memory_limit", place: { file: "open.queue_log", line: 1 }, params: { megabytes: 24 } },
      ]);
    }));
});
