import { halfHourSeconds } from "#app/domain/measurement/cell.ts";
import {
  type Interval,
  type IntervalReport,
  offeredOfInterval,
} from "#app/domain/measurement/interval/interval.ts";
import { monthsOfIntervals } from "#app/domain/measurement/interval/interval-months.ts";
import { allQueues } from "#app/domain/measurement/months.ts";
import { daysOfMonth, localDay, startOfLocalDay, type Zone } from "#app/domain/measurement/zone.ts";
import { countFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

/** By month, what an interval report shows beside the figures of calls: forecast, completeness, drops. */
export function intervalFigures(report: IntervalReport, zone: Zone): ReportFigure[] {
  return monthsOfIntervals(report.intervals, allQueues, zone).flatMap(({ month, intervals }) => [
    ...forecastFigures(month, intervals, zone),
    completeness(month, intervals, report.lengthS, zone),
    ...dropShare(month, intervals),
  ]);
}

interface Compared {
  readonly actual: number;
  readonly forecast: number;
}

/** Σ|actual − forecast|/Σ actual, of days and of intervals: chance alone sets a floor, the higher the shorter. */
function forecastFigures(month: string, intervals: readonly Interval[], zone: Zone): ReportFigure[] {
  const compared = intervals.flatMap((interval) => {
    const actual = offeredOfInterval(interval);
    const { forecast } = interval.values;
    return actual === null || forecast === undefined ? [] : [{ start: interval.start, actual, forecast }];
  });
  if (compared.length === 0) return [];
  const sumsBy = (keyOf: (start: number) => number): Compared[] =>
    [...Map.groupBy(compared, ({ start }) => keyOf(start)).values()].map((of) => ({
      actual: of.reduce((sum, { actual }) => sum + actual, 0),
      forecast: of.reduce((sum, { forecast }) => sum + forecast, 0),
    }));
  const figure = (variant: string, sums: readonly Compared[]): ReportFigure => ({
    metric: "forecast_accuracy",
    variant,
    unit: "%",
    window: month,
    group: null,
    numerator: countFraction(
      sums.reduce((sum, { actual, forecast }) => sum + Math.abs(actual - forecast), 0),
    ),
    denominator: countFraction(sums.reduce((sum, { actual }) => sum + actual, 0)),
    beside: {},
  });
  return [
    figure(
      "WAPE-DAY",
      sumsBy((start) => localDay(zone, start)),
    ),
    figure(
      "WAPE-HALF-HOUR",
      sumsBy((start) => Math.floor(start / halfHourSeconds)),
    ),
  ];
}

/** Intervals that are there, of those that the month has: 46 or 50 half hours on the days when clocks change. */
function completeness(
  month: string,
  intervals: readonly Interval[],
  lengthS: number,
  zone: Zone,
): ReportFigure {
  const days = daysOfMonth(month);
  const [first = 0] = days;
  const seconds = startOfLocalDay(zone, (days.at(-1) ?? first) + 1) - startOfLocalDay(zone, first);
  const queues = new Set(intervals.map(({ queue }) => queue)).size;
  return {
    metric: "interval_completeness",
    variant: "STANDARD",
    unit: "%",
    window: month,
    group: null,
    numerator: countFraction(intervals.length),
    denominator: countFraction((seconds / lengthS) * queues),
    beside: {},
  };
}

/** Many drops are logged as normal clearing: a lower bound. */
function dropShare(month: string, intervals: readonly Interval[]): ReportFigure[] {
  const known = intervals.flatMap((interval) => {
    const offered = offeredOfInterval(interval);
    const { dropped } = interval.values;
    return offered === null || dropped === undefined ? [] : [{ offered, dropped }];
  });
  if (known.length === 0) return [];
  return [
    {
      metric: "mobile_drop_share",
      variant: "STANDARD",
      unit: "%",
      window: month,
      group: null,
      numerator: countFraction(known.reduce((sum, { dropped }) => sum + dropped, 0)),
      denominator: countFraction(known.reduce((sum, { offered }) => sum + offered, 0)),
      beside: {},
    },
  ];
}
