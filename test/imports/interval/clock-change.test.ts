import { describe, expect, it } from "vitest";
import { faultsOf, readReport, warningsOf } from "./reports.ts";

const header = "start,queue,offered,answered";
const read = (...rows: readonly string[]) => readReport([header, ...rows].join("\n"));
const startsOf = ({ report }: ReturnType<typeof read>): string[] =>
  (report?.intervals ?? []).map(({ start }) => new Date(start * 1000).toISOString().slice(11, 16));

describe("intervals around a clock change", () => {
  it("of autumn: the same local time twice is summer time, then winter time, for each queue by itself", () => {
    const reading = read(
      ...["01:30", "02:00", "02:30", "02:00", "02:30", "03:00"].flatMap((time) => [
        `2025-10-26 ${time},A,4,4`,
        `2025-10-26 ${time},B,4,4`,
      ]),
    );
    expect(reading.faults).toEqual([]);
    expect(startsOf(reading)).toEqual(
      ["23:30", "00:00", "00:30", "01:00", "01:30", "02:00"].flatMap((time) => [time, time]),
    );
    expect(warningsOf(reading)).not.toContain("time_ambiguous");
  });

  it("of autumn: one that came once only is taken for summer time, and said so", () => {
    const reading = read("2025-10-26 02:00,A,4,4", "2025-10-26 02:30,A,4,4", "2025-10-26 03:00,A,4,4");
    expect(startsOf(reading)).toEqual(["00:00", "00:30", "02:00"]);
    expect(reading.warnings.find(({ code }) => code === "time_ambiguous")).toMatchObject({
      count: 2,
      line: 2,
    });
  });

  it("of autumn: a third is one too many", () => {
    const rows = ["02:00", "02:30", "02:00", "02:30", "02:00"].map((time) => `2025-10-26 ${time},A,4,4`);
    expect(faultsOf(read(...rows))).toEqual(["interval_duplicate 6 start"]);
  });

  it("of spring: an hour that there was not may be listed empty, but holds no calls", () => {
    const rows = ["2025-03-30 01:30,A,4,4", "2025-03-30 02:00,A,0,0", "2025-03-30 03:00,A,4,4"];
    const reading = read(...rows);
    expect(startsOf(reading)).toEqual(["00:30", "01:00"]);
    expect(warningsOf(reading)).toContain("skipped_hour_rows");
    expect(faultsOf(read(rows[0] ?? "", "2025-03-30 02:00,A,1,1"))).toEqual(["time_skipped 3 start"]);
  });
});
