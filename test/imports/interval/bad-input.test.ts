import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordFile } from "#app/imports/call-records/read-call-records.ts";
import { readIntervalReport } from "#app/imports/interval/read-interval-report.ts";
import { faultsOf, readReport, readReports, warningsOf, zoneNamed } from "./reports.ts";

const header = "start,end,queue,offered,answered,abandoned,flow out,answered within 20 s,service level %,asa";
const good = "2025-03-03 08:00,2025-03-03 08:30,A,40,32,6,2,30,75.0,12.5";
const read = (...rows: readonly string[]) => readReport([header, ...rows].join("\n"));

describe("a faulty interval report", () => {
  it("is refused whole, with every fault at its place and the value that stands there", () => {
    const reading = read(
      good,
      "tomorrow,2025-03-03 09:00,A,40,32,6,2,30,75.0,12.5",
      "2025-03-03 09:00,2025-03-03 09:30,A,many,32,6,-2,30,75.0,12.5",
      "2025-03-03 09:30,2025-03-03 10:00,A,40,32,6,2,33,75.0,12.5",
      "2025-03-03 10:00,2025-03-03 10:30,A,40,32,6,2,30,good,long",
    );
    expect(reading.report).toBeNull();
    expect(faultsOf(reading)).toEqual([
      "interval_time 3 start",
      "cell_count 4 offered",
      "cell_count 4 flow out",
      "count_contradiction 5 answered within 20 s",
      "cell_percent 6 service level %",
      "cell_duration 6 asa",
    ]);
    expect(reading.faults[1]?.params).toEqual({ value: "many" });
    expect(reading.faults[3]?.params).toEqual({ value: "33", most: 32 });
  });

  it("names records that are not whole: too few cells, an open quote, another encoding", () => {
    expect(faultsOf(read(good, "2025-03-03 08:30,2025-03-03 09:00,A,40"))).toEqual(["row_columns 3"]);
    expect(faultsOf(read(good, '"2025-03-03 08:30,2025-03-03 09:00,A,40,32,6,2,30,75.0,1'))).toEqual([
      "quote 3",
    ]);
    const latin = Buffer.from(`${header}\n${good.replace("A", "Växel")}\n`, "latin1");
    expect(faultsOf(readReport(latin))).toEqual(["encoding 2"]);
  });

  it("names an interval that comes twice, in any of the files", () => {
    expect(faultsOf(read(good, good))).toEqual(["interval_duplicate 3 start"]);
    const text = `${header}\n${good}\n`;
    const reading = readReports([text, text]);
    expect(reading.faults.map(({ place }) => place?.file)).toEqual(["b.csv"]);
  });

  it("names intervals of another length than 15, 30 or 60 minutes, of two lengths, or off the hour", () => {
    expect(faultsOf(read(good.replace("08:30", "08:20")))).toEqual(["interval_length 2 start"]);
    expect(faultsOf(read(good, good.replace("08:00", "09:00").replace("08:30", "10:00")))).toEqual([
      "interval_length_mixed 3 start",
    ]);
    expect(faultsOf(read(good.replace("08:00", "08:10").replace("08:30", "08:40")))).toEqual([
      "interval_not_aligned 2 start",
    ]);
  });

  it("says when nothing tells how long an interval is", () => {
    const rows = ["start,offered,answered", "2025-03-03 08:00,40,32"];
    expect(faultsOf(readReport(rows.join("\n")))).toEqual(["interval_length_unknown 2 start"]);
    const two = readReport([...rows, "2025-03-03 08:15,40,32"].join("\n"));
    expect(two.report?.lengthS).toBe(900);
    expect(warningsOf(two)).toContain("interval_length_inferred");
  });

  it("does not guess what 3/4/2025 means in a report of no known system", () => {
    expect(faultsOf(read(good.replace("2025-03-03 08:00", "3/4/2025 08:00")))).toEqual([
      "interval_time 2 start",
    ]);
  });

  it("is refused when it is empty or of no known layout", () => {
    expect(faultsOf(readReport(""))).toEqual(["file_empty 1"]);
    expect(faultsOf(readReport("a,b,c\n1,2,3\n"))).toEqual(["format_unknown 1"]);
  });

  it("never gives a report and a fault together, nor breaks, whatever a valid file is changed into", () => {
    const text = [header, good, good.replaceAll("08:", "09:"), "Summa,,,80,64,12,4,60,,"].join("\n");
    const change = fc.record({
      at: fc.nat({ max: text.length }),
      length: fc.nat({ max: 5 }),
      put: fc.constantFrom("", ",", ";", '"', "\n", "\r\n", "0", "-", "ö", "9999999999", "\u0000"),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const changed = changes.reduce(
          (whole, { at, length, put }) => whole.slice(0, at) + put + whole.slice(at + length),
          text,
        );
        const { report, faultCount, faults } = readReport(changed);
        expect(report === null).toBe(faultCount > 0);
        for (const { place } of faults) expect(place?.line).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it("is refused at the first row too many, of all its files together", () => {
    const text = [header, good, good.replaceAll("08:", "09:")].join("\n");
    const [reading, whole] = [3, 4].map((mostRows) => readReports([text, text], { mostRows }));
    expect(reading?.faults).toMatchObject([
      { code: "report_rows", place: { file: "b.csv", line: 3 }, params: { limit: 3 } },
    ]);
    expect(whole?.faults[0]?.code).toBe("interval_duplicate");
  });

  it("is refused when it is longer than it may be, and not read as far as that", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "skallbor-interval-"));
    try {
      const file = path.join(folder, "r.csv.gz");
      const content = `${header}\n${good}\n`;
      await writeFile(file, gzipSync(content));
      const options = { zone: zoneNamed("Europe/Stockholm"), zoneDeclared: true, thresholdS: null, root: "" };
      const [cut, whole] = await Promise.all(
        [content.length - 1, content.length].map((mostBytes) =>
          readIntervalReport([recordFile(file)], { ...options, mostBytes }),
        ),
      );
      expect(cut?.faults).toMatchObject([{ code: "inflated_limit", place: { file: "r.csv.gz" } }]);
      expect(cut?.report).toBeNull();
      expect(whole?.report?.intervals).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
