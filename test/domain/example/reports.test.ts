import { describe, expect, it } from "vitest";
import { callRecords } from "#app/domain/example/call-centre.ts";
import { intervalReportFile, singleValuesFile, surveyFile } from "#app/domain/example/reports.ts";
import { defaultDefinition } from "#app/domain/measurement/definition.ts";
import { measureIntervals } from "#app/domain/measurement/interval/measure-intervals.ts";
import { everything } from "#app/domain/measurement/period.ts";
import { exampleVendors } from "#app/services/example/vendors.ts";
import { contentOf, zone } from "../../imports/reports/reading.ts";

const month = { name: "2026-09", firstWeekday: 1, days: 30 };
const reportOf = ({ centre, reporting }: (typeof exampleVendors)[number]) =>
  contentOf("interval_report", ...intervalReportFile(centre, reporting, month).split("\n"));

describe("reports of the example's vendors", () => {
  it("are read without a fault, each of its kind", () => {
    for (const { reporting } of exampleVendors) {
      expect(contentOf("survey", ...surveyFile(reporting, "2026").split("\n")).groups).toHaveLength(1);
      expect(
        contentOf("single_values", ...singleValuesFile(reporting, "2026-09").split("\n")).values,
      ).toHaveLength(2);
    }
  });

  it("count the calls of their call records, and one claims a level that no count gives", () => {
    const traps = exampleVendors.map((vendor) => {
      const { traps, months } = measureIntervals(reportOf(vendor), defaultDefinition, everything, zone);
      const calls = callRecords(vendor.centre, new Date("2026-08-31T22:00:00Z"), 1, 30)
        .trimEnd()
        .split("\n")
        .slice(1);
      expect(months[0]?.answered).toBe(calls.filter((line) => line.includes(",answered,")).length);
      return traps.map(({ id }) => id);
    });
    expect(traps.map((found) => found.includes("TRAP-10"))).toEqual(
      exampleVendors.map(({ ambition }) => ambition === "low"),
    );
  });
});
