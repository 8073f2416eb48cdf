import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { fraction } from "#app/domain/money/fraction.ts";
import { judgeFigures } from "#app/domain/reports/judge-figures.ts";
import { windowContaining } from "#app/domain/reports/period.ts";
import { printedFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";
import { isSingleValueMetric, recordingPreBuffer } from "#app/domain/reports/single-value-metrics.ts";
import { requirementOf, shippedCatalogue } from "../../catalogue/shipped-catalogue.ts";

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});

function measureOf(id: string): Measure {
  const { measure } = requirementOf(catalogue, id);
  if (measure === null) throw new Error(`${id} is not measured`);
  return measure;
}

const figure = (
  metric: string,
  variant: string,
  window: string,
  [numerator, denominator]: readonly [number, number],
  given: Partial<ReportFigure> = {},
): ReportFigure => ({
  metric,
  variant,
  window,
  group: null,
  unit: "%",
  numerator: fraction(BigInt(numerator)),
  denominator: fraction(BigInt(denominator)),
  beside: {},
  ...given,
});

/** Verdict and value together, and `window verdict` of each window. */
function judged(measure: Measure, ...figures: readonly ReportFigure[]) {
  const held = judgeFigures(measure, figures);
  return (
    held && {
      verdict: held.verdict,
      value: held.value && printedFraction(held.value),
      windows: held.windows.map(({ figure: { window }, verdict }) => `${window} ${verdict}`),
    }
  );
}

describe("figures of reports against requirements", () => {
  it("hold in every window, or not at all", () => {
    const measure = { ...measureOf("STAFF-010"), aggregation: "every_window" } as const;
    const of = (window: string, numerator: number) =>
      figure("adherence", "INTERSECTION", window, [numerator, 100]);
    expect(judged(measure, of("2025-03", 90), of("2025-04", 95))).toEqual({
      verdict: "verified",
      value: "92.5",
      windows: ["2025-03 verified", "2025-04 verified"],
    });
    expect(judged(measure, of("2025-03", 89), of("2025-04", 95))?.verdict).toBe("refuted");
    expect(judged({ ...measure, aggregation: "pooled" }, of("2025-03", 89), of("2025-04", 95))?.verdict).toBe(
      "verified",
    );
  });

  it("pool the teams unless all together is told as well, and never take another formula", () => {
    const measure = measureOf("STAFF-010");
    const team = (group: string | null, numerator: number) =>
      figure("adherence", "INTERSECTION", "2025-03", [numerator, 100], { group });
    expect(judged(measure, team("a", 100), team("b", 80))?.value).toBe("90");
    expect(judged(measure, team("a", 100), team("b", 80), team(null, 85))?.value).toBe("85");
    expect(judged(measure, figure("adherence", "CONFORMANCE", "2025-03", [108, 100]))).toBeNull();
  });

  it("lie in a band, months in their year, and a limit below which answers are too few", () => {
    const band = measureOf("STAFF-013");
    const occupancy = (numerator: number) => figure("occupancy", "WITH-WRAP", "2025-03", [numerator, 100]);
    expect([59, 60, 88, 89].map((n) => judged(band, occupancy(n))?.verdict)).toEqual([
      "refuted",
      "verified",
      "verified",
      "refuted",
    ]);
    const survey = measureOf("QUAL-024");
    const answers = (window: string, answered: number) =>
      figure("customer_satisfaction", "EQUAL-WEIGHT", window, [80 * answered, answered], {
        unit: "index",
        beside: { answered: String(answered) },
      });
    expect(judged(survey, answers("2025", 200))).toEqual({
      verdict: "verified",
      value: "80",
      windows: ["2025 verified"],
    });
    expect(judged(survey, answers("2025", 199))?.verdict).toBe("undetermined");
  });

  it("decide nothing without denominator, window or limit", () => {
    const measure = measureOf("STAFF-010");
    expect(judged(measure, figure("adherence", "INTERSECTION", "2025-03", [0, 0]))).toEqual({
      verdict: "no_data",
      value: null,
      windows: ["2025-03 no_data"],
    });
    expect(judged(measure, figure("adherence", "INTERSECTION", "2025", [9, 10]))).toBeNull();
    expect(judged(measureOf("STAFF-011"), figure("attendance", "STANDARD", "2025-03", [9, 10]))).toBeNull();
  });

  it("take the latest test, and every event", () => {
    const value = (metric: string, window: string, n: number) =>
      figure(metric, "", window, [n, 1], { unit: "h" });
    const latest = measureOf("CONT-005");
    expect(latest.window).toBe("latest_test");
    const tests = [value("ups_autonomy_h", "2024-02-11", 2), value("ups_autonomy_h", "2025-02-11", 3)];
    expect(judged(latest, ...tests)).toEqual({
      verdict: "verified",
      value: "3",
      windows: ["2025-02-11 verified"],
    });
    const events = [value("relogin_min", "2025-02-11", 6), value("relogin_min", "2025-03-11", 3)];
    expect(judged(measureOf("INC-010"), ...events)?.verdict).toBe("refuted");
  });

  it("hold blocked calls of the busiest hour against a limit of that hour", () => {
    const hour = figure("blocked_rate", "STANDARD", "2025-03-03T08:00:00+01:00", [2, 100]);
    const month = figure("blocked_rate", "STANDARD", "2025-03", [2, 1000]);
    expect(judged(measureOf("AVAIL-014"), month, hour)).toMatchObject({ verdict: "refuted", value: "2" });
  });
});

describe("periods", () => {
  it("lie in one longer window, or in none", () => {
    const cases: readonly (readonly [string, string, string | null])[] = [
      ["2025-03", "calendar_month", "2025-03"],
      ["2025-03", "calendar_quarter", "2025-Q1"],
      ["2025-12", "calendar_quarter", "2025-Q4"],
      ["2025-Q2", "calendar_year", "2025"],
      ["2025", "calendar_year", "2025"],
      ["2025-W10", "calendar_week", "2025-W10"],
      ["2025-W10", "calendar_month", null],
      ["2025-W01", "calendar_year", null],
      ["2025", "calendar_month", null],
      ["2025-03", "calendar_week", null],
      ["2025-03", "rolling_12_months", null],
    ];
    for (const [period, window, found] of cases)
      expect([period, window, windowContaining(period, window)]).toEqual([period, window, found]);
  });
});

describe("measures that are entered as single values", () => {
  it("are the catalogue's auxiliary ones, those of events and tests, and the recording's reach", () => {
    const auxiliary = [...catalogue.metrics.values()]
      .filter(({ kind }) => kind === "auxiliary")
      .map(({ id }) => id);
    for (const id of [
      ...auxiliary,
      "relogin_min",
      "ups_autonomy_h",
      "report_punctuality",
      "qualitative_score",
      recordingPreBuffer,
    ])
      expect([id, isSingleValueMetric(id)]).toEqual([id, true]);
    expect([...catalogue.metrics.keys()].filter(isSingleValueMetric)).toHaveLength(auxiliary.length + 5);
  });
});
