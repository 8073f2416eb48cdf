import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type CdrOptions, readAsteriskCdr } from "#app/imports/call-records/asterisk-cdr.ts";
import { recordFile } from "#app/imports/call-records/read-call-records.ts";
import { inFolder, readingOptions } from "./reading.ts";

const read = (content: string | Uint8Array, options: Partial<CdrOptions> = {}) =>
  inFolder((folder) => {
    const path = join(folder, "Master.csv");
    writeFileSync(path, content);
    return readAsteriskCdr(recordFile(path), { ...readingOptions, ...options });
  });

/** A record of cdr_csv with the newer columns. */
const row = (time: string, outcome: string, id: string, linked: string, caller = "Ann"): string =>
  `"","0701740605","0101","in","""${caller}"" <0701740605>","SIP/a-1","SIP/b-2","Queue","q,t","${time}","${time}","${time}",27,27,"${outcome}","DOCUMENTATION","${id}","","","${linked}",0`;

const halfHour = (iso: string): number => Date.parse(iso) / 1_800_000;

describe("Asterisk call detail records", () => {
  it("give attempts per half hour: the records of one linked id are one call", async () => {
    const counted = await read(
      [
        row("2025-01-27 15:07:24", "BUSY", "1706368044.0", "1706368044.0"),
        row("2025-01-27 15:07:25", "ANSWERED", "1706368044.1", "1706368044.0"),
        row("2025-01-27 15:10:00", "CONGESTION", "1706368100.3", "1706368100.3"),
        row("2025-01-27 15:40:00", "NO ANSWER", "1706369900.4", "1706369900.4"),
        row("2025-01-27 15:41:00", "FAILED", "1706369900.5", "1706369900.5"),
        row("2025-01-27 15:41:09", "BUSY", "1706369900.6", "1706369900.5"),
      ].join("\n"),
    );
    expect(counted).toMatchObject({ rows: 6, faults: [], warnings: [] });
    expect(counted.counts).toEqual([
      { halfHour: halfHour("2025-01-27T14:00Z"), attempts: 2, blocked: 1 },
      { halfHour: halfHour("2025-01-27T14:30Z"), attempts: 2, blocked: 1 },
    ]);
  });

  it("may begin with the caller as cdr_custom writes it, without ids, compressed", async () => {
    const custom = (time: string, outcome: string): string =>
      `""""" <ann>","ann","6789","default","PJSIP/a-1","PJSIP/b-2","Dial","PJSIP/b","${time}","","${time}","31","13","${outcome}","DOCUMENTATION",""`;
    const content = gzipSync(
      `${custom("2025-07-26 01:51:32", "BUSY")}\n${custom("2025-07-26 01:51:32", "BUSY")}\n`,
    );
    expect((await read(content)).counts).toEqual([
      { halfHour: halfHour("2025-07-25T23:30Z"), attempts: 2, blocked: 2 },
    ]);
  });

  it("are read although quotes are broken and names are not UTF-8", async () => {
    const broken = Buffer.from(
      row("2025-01-27 15:07:24", "ANSWERED", "1706368044.0", "1706368044.0", 'Åke "A'),
      "latin1",
    );
    expect(await read(broken)).toMatchObject({ faults: [], counts: [{ attempts: 1, blocked: 0 }] });
  });

  it("are refused with the line of what is none, and of times that do not exist", async () => {
    const content = [
      row("2025-03-30 02:30:00", "BUSY", "1.0", "1.0"),
      "something else",
      row("1970-01-01 00:00:00", "BUSY", "1.0", "1.0"),
      row("2025-10-26 02:30:00", "BUSY", "1706368044.0", "1706368044.0").slice(0, 80),
    ].join("\n");
    const refused = await read(content, { zoneDeclared: false });
    expect(refused.faults.map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
      "time_skipped 1",
      "format_unknown 2",
      "time_range 3",
      "format_unknown 4",
    ]);
    expect(refused.counts).toEqual([]);
  });

  it("take the first of a doubled hour and say so, as that the zone was assumed", async () => {
    const counted = await read(row("2025-10-26 02:10:00", "BUSY", "1.0", "1.0"), { zoneDeclared: false });
    expect(counted.counts[0]?.halfHour).toBe(halfHour("2025-10-26T00:00Z"));
    expect(counted.warnings.map(({ code }) => code)).toEqual(["time_ambiguous", "zone_assumed"]);
  });

  it("are refused when empty, cut, or more than allowed", async () => {
    const good = row("2025-01-27 15:07:24", "BUSY", "1706368044.0", "1706368044.0");
    const zipped = gzipSync(good);
    expect((await read("")).faults[0]?.code).toBe("file_empty");
    expect((await read(zipped.subarray(0, zipped.length - 9))).faults[0]?.code).toBe("gz_broken");
    expect((await read(`${good}\n`, { mostBytes: 10 })).faults[0]?.code).toBe("inflated_limit");
    const many = await read(`${good}\n\n${good}\n${good}\n`, { mostRows: 2 });
    expect(many.faults).toMatchObject([{ code: "record_rows", place: { line: 4 }, params: { max: 2 } }]);
  });

  it("take time by their size alone, whatever stands behind the outcome", async () => {
    const good = row("2025-01-27 15:07:24", "BUSY", "1706368044.0", "1706368044.0");
    const [before] = good.split('"DOCUMENTATION"');
    const long = 30_000;
    const lines = [
      `${before}${"1".repeat(2 * long)}`,
      `${before}${"a".repeat(long)}${" ".repeat(long)}\rx`,
      `${before}"D",${"1".repeat(long)}.${"1".repeat(long)}x`,
    ];
    const counted = await read(lines.flatMap((line) => Array.from({ length: 20 }, () => line)).join("\n"));
    expect(counted).toMatchObject({ rows: 60, faults: [], counts: [{ attempts: 60 }] });
  });
});
