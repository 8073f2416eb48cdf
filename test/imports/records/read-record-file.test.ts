import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { readInWorker } from "#app/imports/records/read-in-worker.ts";
import { readRecordFile, readRecords } from "#app/imports/records/read-records.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const zone = loadZone("Europe/Stockholm");
if (zone === null) throw new Error("no zone");

/** A line a minute from 1 January, in UTC. */
const logOf = (lines: number, last = "") =>
  `system,start,end,id\n${Array.from({ length: lines }, (_, i) => {
    const stamp = new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString().replace(".000Z", "Z");
    return `Telefoni,${stamp},${stamp},INC-${i}\n`;
  }).join("")}${last}`;

describe("a record file on disk", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "skallbor-records-"));
  });
  afterAll(async () => await rm(folder, { recursive: true, force: true }));

  const readBoth = async (name: string, text: string) => {
    const file = path.join(folder, name);
    await writeFile(file, text);
    const fromDisk = await readRecordFile({ name, path: file }, { zone, root });
    return { fromDisk, here: readRecords({ name, bytes: Buffer.from(text) }, zone) };
  };

  it.each([
    ["short", 10],
    ["long enough for a thread of its own", 5000],
  ])("that is %s says what its bytes say", async (_how, lines) => {
    const { fromDisk, here } = await readBoth(`${lines}.csv`, logOf(lines));
    expect(fromDisk).toEqual(here);
    expect(fromDisk).toMatchObject({ kind: "incidents", rows: lines, faultCount: 0 });
    expect(Buffer.isBuffer(fromDisk.content)).toBe(true);
  });

  it("keeps the place of its faults when it is read in a thread", async () => {
    const { fromDisk } = await readBoth("fel.csv", logOf(5000, "Telefoni,2026-09-08,,X\n"));
    expect(fromDisk.content).toBeNull();
    expect(fromDisk.faults).toEqual([
      {
        code: "time_format",
        place: { file: "fel.csv", line: 5002, column: "start" },
        params: { value: "2026-09-08" },
      },
    ]);
  });

  it("is refused at the first row too many, and none behind it is kept", async () => {
    const rows = `${logOf(0)}${"T,x,y,z\n".repeat(250_001)}`;
    const { fromDisk } = await readBoth("many.csv", rows);
    expect(fromDisk).toMatchObject({ rows: 250_000, faultCount: 1, content: null });
    // Of incidents fewer may be than of other records, and that is the limit to keep to.
    expect(fromDisk.faults).toMatchObject([
      { code: "record_rows", place: { line: 20_002 }, params: { max: 20_000 } },
    ]);
    const shifts = `date;scheduled_count;present_count\n${"2025-03-03;2;1\n".repeat(250_001)}`;
    expect(readRecords({ name: "s.csv", bytes: Buffer.from(shifts) }, zone).faults).toMatchObject([
      { code: "record_rows", place: { line: 250_002 }, params: { max: 250_000 } },
    ]);
    const name = "ten-million.csv";
    const file = path.join(folder, name);
    await writeFile(file, "a\n".repeat(10_000_000));
    const { faults } = await readRecordFile({ name, path: file }, { zone, root });
    expect(faults.map(({ code }) => code)).toEqual(["record_kind_unknown"]);
  });

  it("has its first thousand faults listed and all of them counted", () => {
    const text = `date;scheduled_count;present_count\n${"x;y;z\n".repeat(20_000)}`;
    const { faultCount, faults } = readRecords({ name: "x.csv", bytes: Buffer.from(text) }, zone);
    expect(faultCount).toBe(60_000);
    expect(faults).toHaveLength(1000);
    expect(faults.at(-1)?.place).toEqual({ file: "x.csv", line: 335, column: "date" });
  });

  it("is refused with a fault when its thread has too little memory for it", async () => {
    const name = "large.csv";
    const file = path.join(folder, name);
    await writeFile(file, logOf(200_000));
    const reading = await readInWorker({ name, path: file, zone, root }, 24);
    expect(reading).toMatchObject({ kind: null, content: null, faultCount: 1 });
    expect(reading.faults).toEqual([
      { code: "record_memory", place: { file: name, line: 1 }, params: { megabytes: 24 } },
    ]);
  });
});
