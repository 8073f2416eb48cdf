import { describe, expect, it } from "vitest";
import type { Interval } from "#app/domain/measurement/interval/interval.ts";
import { attendanceFigures } from "#app/domain/reports/attendance.ts";
import { costFigures } from "#app/domain/reports/costs.ts";
import { deviationFigures } from "#app/domain/reports/deviations.ts";
import { employeeFigures } from "#app/domain/reports/employees.ts";
import { intervalFigures } from "#app/domain/reports/interval-figures.ts";
import { monitoringFigures } from "#app/domain/reports/monitoring.ts";
import { printedFraction, type ReportFigure, valueOfFigure } from "#app/domain/reports/report-figure.ts";
import { singleValueFigures } from "#app/domain/reports/single-values.ts";
import { surveyFigures } from "#app/domain/reports/survey.ts";
import { workingTimeFigures } from "#app/domain/reports/working-time.ts";
import { intervalAt, reportOf, zone } from "../measurement/interval/intervals.ts";

/** `metric variant` and value of each figure. */
const valuesOf = (figures: readonly ReportFigure[]): Record<string, string | null> =>
  Object.fromEntries(
    figures.map((figure) => {
      const value = valueOfFigure(figure);
      return [`${figure.metric} ${figure.variant}`.trim(), value && printedFraction(value)];
    }),
  );

describe("figures of reports", () => {
  it("satisfaction is 0 when all answer 1, 100 when all answer 10, and shows who answered", () => {
    const of = (points: number) =>
      surveyFigures({
        groups: [{ survey: "customer", period: "2025", group: "", invited: 8, answered: 2, points }],
      });
    expect(valuesOf(of(6))).toEqual({ "customer_satisfaction EQUAL-WEIGHT": "0" });
    expect(valuesOf(of(60))).toEqual({ "customer_satisfaction EQUAL-WEIGHT": "100" });
    // Two respondents: (8, 7, 9) is 77.7…, (1, 1, 1) is 0.
    expect(valuesOf(of(27))).toEqual({ "customer_satisfaction EQUAL-WEIGHT": "38.8888888889" });
    expect(of(27)[0]?.beside).toEqual({ answered: "2", invited: "8", response_rate: "25" });
  });

  it("adherence cannot exceed 100 %, conformance can; occupancy comes with and without wrap-up", () => {
    const figures = workingTimeFigures({
      groups: [
        {
          period: "2025-03",
          group: "",
          answered: 90,
          scheduled: "10000",
          readyInSchedule: "9000",
          ready: "10800",
          talk: "5000",
          hold: "1000",
          wrap: "1500",
          idle: "2500",
        },
      ],
    });
    expect(valuesOf(figures)).toEqual({
      "adherence INTERSECTION": "90",
      "adherence CONFORMANCE": "108",
      "occupancy WITH-WRAP": "75",
      "occupancy SOURCE-NO-WRAP": "70.5882352941",
      "calls_per_hour STANDARD": "30",
    });
  });

  it("a figure is not there when the file has not all that it needs", () => {
    const unknown = {
      readyInSchedule: null,
      ready: null,
      talk: "1",
      hold: null,
      wrap: "1",
      idle: "1",
      scheduled: "9",
    };
    expect(
      workingTimeFigures({ groups: [{ period: "2025-03", group: "", answered: 3, ...unknown }] }),
    ).toEqual([]);
  });

  it("attendance, cost, monitoring and explained deviations are ratios of sums", () => {
    expect(
      valuesOf(
        attendanceFigures({
          groups: [{ period: "2025-03", group: "", shifts: 2, scheduled: 16, present: 15, shortShifts: 1 }],
        }),
      ),
    ).toEqual({ "attendance STANDARD": "93.75" });
    expect(
      valuesOf(costFigures({ periods: [{ period: "2025-W10", cost: "120", answered: 8, handledByIvr: 4 }] })),
    ).toEqual({ "cost_per_call ALL-HANDLED": "10", "cost_per_call PERSON-ONLY": "15" });
    const unstated = { period: "2025-W10", cost: "120", answered: 0, handledByIvr: null };
    expect(valuesOf(costFigures({ periods: [unstated] }))).toEqual({ "cost_per_call PERSON-ONLY": null });
    expect(
      valuesOf(
        monitoringFigures({ periods: [{ period: "2025-03", calls: 2, points: "15.5", highest: "20" }] }),
      ),
    ).toEqual({ "monitoring_score WEIGHTED": "77.5" });
    const deviations = { compared: 9, deviations: 4, explained: 3, withinChance: 0, smallestReference: null };
    expect(valuesOf(deviationFigures({ periods: [{ period: "2025-W10", ...deviations }] }))).toEqual({
      "deviation_explained_pct STANDARD": "75",
    });
  });

  it("turnover is of the mean headcount of a rolling year; tenure shows its median", () => {
    const figures = employeeFigures({
      fromDate: "2024-04-01",
      toDate: "2025-03-31",
      turnover: { leavers: 3, headcountAtStart: 11, headcountAtEnd: 13 },
      tenure: { people: 2, days: 730, medianDays: "182.5" },
      health: { people: 8, healthy: 7 },
    });
    expect(valuesOf(figures)).toMatchObject({
      "staff_turnover LEAVERS-OVER-MEAN": "25",
      "healthy_attendance MAX-FIVE-DAYS": "87.5",
    });
    const tenure = figures.find(({ metric }) => metric === "mean_tenure");
    expect(tenure && Number(valuesOf([tenure])["mean_tenure MEAN"])).toBeCloseTo(365 / 30.436875, 9);
    expect(Number(tenure?.beside.median)).toBeCloseTo(182.5 / 30.436875, 9);
    expect(figures[0]?.window).toBe("2024-04-01/2025-03-31");
  });

  it("a single value keeps its number, per cent or not, and its proof", () => {
    const values = [{ metric: "mfa_coverage", value: "99.5", date: "2025-03-31", proof: "Logg 4" }];
    for (const unit of ["%", "h"])
      expect(valuesOf(singleValueFigures({ values }, () => unit))).toEqual({ mfa_coverage: "99.5" });
  });

  it("the forecast is held against the outcome by day and by half hour", () => {
    const at = (slot: number, offered: number, forecast: number): Interval =>
      intervalAt(slot, { values: { offered, forecast } });
    const figures = intervalFigures(reportOf([at(16, 40, 50), at(17, 60, 50), at(48 + 16, 100, 90)]), zone);
    expect(valuesOf(figures)).toMatchObject({
      "forecast_accuracy WAPE-DAY": "5",
      "forecast_accuracy WAPE-HALF-HOUR": "15",
    });
  });

  it("completeness counts 46 half hours on the day that lost an hour, for each queue", () => {
    const [march] = intervalFigures(
      reportOf([intervalAt(16), intervalAt(17), intervalAt(16, { queue: "r" })]),
      zone,
    );
    expect(march).toMatchObject({ metric: "interval_completeness", window: "2025-03" });
    expect(march?.denominator).toEqual({ n: BigInt(2 * (31 * 48 - 2)), d: 1n });
    const october = Date.parse("2025-10-01T00:00:00+02:00") / 1000;
    const [autumn] = intervalFigures(reportOf([intervalAt(0, { start: october })]), zone);
    expect(autumn?.denominator).toEqual({ n: BigInt(31 * 48 + 2), d: 1n });
  });
});
