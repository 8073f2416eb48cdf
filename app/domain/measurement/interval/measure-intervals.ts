import { halfHourSeconds } from "#app/domain/measurement/cell.ts";
import { type Definition, defaultRequirement } from "#app/domain/measurement/definition.ts";
import {
  type Interval,
  type IntervalReport,
  offeredOfInterval,
  withinLimit,
} from "#app/domain/measurement/interval/interval.ts";
import { cellsForFigure } from "#app/domain/measurement/interval/interval-cells.ts";
import { type IntervalMonth, monthsOfIntervals } from "#app/domain/measurement/interval/interval-months.ts";
import { findIntervalTraps } from "#app/domain/measurement/interval/interval-traps.ts";
import {
  type KeyFigure,
  type KeyFigureId,
  keyFigure,
  keyFigureIds,
  keyFigureUnit,
  keyFigureValue,
  printedNumerator,
  printedValue,
} from "#app/domain/measurement/key-figures.ts";
import type { HalfHourFigures, Measurement, MonthFigures } from "#app/domain/measurement/measure.ts";
import { allQueues, compareCodePoints, monthsOfQueue } from "#app/domain/measurement/months.ts";
import { halfHoursOf, type Period, type Selection } from "#app/domain/measurement/period.ts";
import { exactDecimal } from "#app/domain/measurement/ratio.ts";
import {
  percentOf,
  type ServiceLevelVariant,
  type ServiceLimits,
  serviceLevelVariants,
} from "#app/domain/measurement/service-level.ts";
import { holdRequirement, type Verdict } from "#app/domain/measurement/verdict.ts";
import { isoLocal, localDay, startOfLocalDay, type Zone } from "#app/domain/measurement/zone.ts";

type Unknown<T> = { readonly [K in keyof T]: T[K] extends number ? number | null : T[K] };

/** As of call records; a count that some interval of the month does not say is null. */
export type IntervalMonthFigures = Unknown<MonthFigures>;

export type IntervalMeasurement = Omit<Measurement, "months"> & {
  readonly months: readonly IntervalMonthFigures[];
};

/** The intervals of the selection, and the local dates that they lie in. */
interface Selected {
  readonly intervals: readonly Interval[];
  readonly period: Period | null;
}

/**
 * Everything that an interval report says under a definition. A service level exists only for a limit that the report
 * itself counts by; what the report does not tell is null.
 */
export function measureIntervals(
  report: IntervalReport,
  definition: Definition,
  selection: Selection,
  zone: Zone,
): IntervalMeasurement {
  const { intervals, period } = selectIntervals(report, selection, zone);
  const queues = [...new Set(intervals.map(({ queue }) => queue))].sort(compareCodePoints);
  return {
    rowsUsed: intervals.length,
    period:
      period === null
        ? null
        : {
            from: isoLocal(zone, startOfLocalDay(zone, period.fromDay)),
            to: isoLocal(zone, startOfLocalDay(zone, period.toDay)),
          },
    coverage: period === null ? null : coverageOf(report, intervals, period, zone),
    queues,
    months: [allQueues, ...queues]
      .flatMap((queue) => monthsOfIntervals(intervals, queue, zone).map((month) => ({ ...month, queue })))
      .sort((a, b) => compareCodePoints(a.month, b.month))
      .map((month) => monthFigures(month, report, definition, zone)),
    traps: findIntervalTraps({ ...report, intervals }, definition, zone),
    verdicts: definition.requirements.flatMap((requirement) =>
      verdictsOf(requirement, { intervals, period }, report, definition, zone),
    ),
  };
}

function selectIntervals({ intervals }: IntervalReport, selection: Selection, zone: Zone): Selected {
  const dayOf = ({ start }: Interval): number => localDay(zone, start);
  const chosen = intervals.filter((interval) => {
    const day = dayOf(interval);
    return (
      (selection.fromDay === null || day >= selection.fromDay) &&
      (selection.toDay === null || day < selection.toDay) &&
      (selection.queue === allQueues || interval.queue === selection.queue)
    );
  });
  const days = chosen.map(dayOf);
  const fromDay = selection.fromDay ?? days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const toDay = selection.toDay ?? days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) + 1;
  const closed = Number.isFinite(fromDay) && Number.isFinite(toDay);
  return { intervals: chosen, period: closed ? { fromDay, toDay } : null };
}

function monthFigures(
  { month, queue, intervals }: IntervalMonth & { readonly queue: string },
  report: IntervalReport,
  definition: Definition,
  zone: Zone,
): IntervalMonthFigures {
  const { variant } = defaultRequirement(definition);
  const kpis = keyFigureIds.map((id) => {
    const figure = figureOf(id, intervals, variant, report, definition, zone);
    const value = printedValue(keyFigureValue(figure));
    const { unit, denominator } = figure;
    return [id, { value, unit, numerator: printedNumerator(figure), denominator }] as const;
  });
  const variants = serviceLevelVariants.map((each) => {
    const { numerator, denominator } = figureOf("service_level", intervals, each, report, definition, zone);
    const share = { numerator: Number(numerator), denominator };
    return [each, { value: printedValue(percentOf(share)), ...share }] as const;
  });
  const count = (of: (interval: Interval) => number | null): number | null => sumIfKnown(intervals.map(of));
  return {
    month,
    queue,
    offered: count(offeredOfInterval),
    answered: count(({ values }) => values.answered ?? null),
    abandoned: count(({ values }) => values.abandoned ?? null),
    short_abandoned: count((interval) => withinLimit(interval, "abandoned", definition.shortAbandonS)),
    blocked: count(({ values }) => values.blocked ?? null),
    timeout: null,
    overflow: count(({ values }) => values.flowOut ?? null),
    closed: null,
    open: null,
    open_missed: null,
    kpis: Object.fromEntries(kpis) as MonthFigures["kpis"],
    service_level: {
      threshold_s: definition.thresholdS,
      short_abandon_s: definition.shortAbandonS,
      variants: Object.fromEntries(variants) as MonthFigures["service_level"]["variants"],
    },
  };
}

/** A figure of some intervals: sums over those of which all is known; no denominator when there are none. */
function figureOf(
  id: KeyFigureId,
  intervals: readonly Interval[],
  variant: ServiceLevelVariant,
  { lengthS }: IntervalReport,
  definition: Definition,
  zone: Zone,
): KeyFigure {
  const { interval, ringPeriodS } = definition;
  const cells = cellsForFigure(id, intervals, variant, definition);
  const [month] = monthsOfQueue(cells, allQueues, zone);
  const tooCoarse = id === "interval_sl_share" && lengthS > halfHourSeconds;
  if (month === undefined || tooCoarse) return { unit: keyFigureUnit(id), numerator: 0, denominator: 0 };
  return keyFigure(id, month.totals, month.halfHours, { limits: definition, variant, interval, ringPeriodS });
}

function verdictsOf(
  requirement: Definition["requirements"][number],
  { intervals, period }: Selected,
  { lengthS }: IntervalReport,
  { ringPeriodS }: Definition,
  zone: Zone,
): Verdict[] {
  const { metric, variant } = requirement;
  const tooCoarse = metric === "interval_sl_share" && lengthS > halfHourSeconds;
  const cells = tooCoarse ? [] : cellsForFigure(metric, intervals, variant, requirement);
  return holdRequirement(requirement, cells, period, { zone, ringPeriodS });
}

/** Half hours of intervals with an offered call, over all half hours of the period. */
function coverageOf(
  { lengthS }: IntervalReport,
  intervals: readonly Interval[],
  period: Period,
  zone: Zone,
): Measurement["coverage"] {
  const perInterval = Math.max(1, lengthS / halfHourSeconds);
  const withCalls = new Set<number>();
  for (const interval of intervals) {
    if ((offeredOfInterval(interval) ?? 0) === 0) continue;
    const first = Math.floor(interval.start / halfHourSeconds);
    for (let i = 0; i < perInterval; i++) withCalls.add(first + i);
  }
  const halfHours = halfHoursOf(period, zone);
  const percent = printedValue(percentOf({ numerator: withCalls.size, denominator: halfHours }));
  return { half_hours: halfHours, half_hours_with_calls: withCalls.size, percent };
}

/** An interval as documents print it; a count that the report does not say is null. */
export type PrintedInterval = Unknown<Omit<HalfHourFigures, "wait_answered_s">> & {
  readonly length_s: number;
  readonly wait_answered_s: string | null;
};

/** Every interval of the selection by time, all queues together first. */
export function printedIntervals(
  report: IntervalReport,
  limits: ServiceLimits,
  selection: Selection,
  zone: Zone,
): PrintedInterval[] {
  const { intervals } = selectIntervals(report, selection, zone);
  const byStart = [...Map.groupBy(intervals, ({ start }) => start)].sort(([a], [b]) => a - b);
  return byStart.flatMap(([, of]) =>
    [{ queue: allQueues, of }, ...of.map((each) => ({ queue: each.queue, of: [each] }))].map(
      ({ queue, of }): PrintedInterval => {
        const sum = (value: (interval: Interval) => number | null) => sumIfKnown(of.map(value));
        const wait = sum(({ values }) => values.waitAnswered ?? null);
        return {
          start: isoLocal(zone, of[0]?.start ?? 0),
          length_s: report.lengthS,
          queue,
          offered: sum(offeredOfInterval),
          answered: sum(({ values }) => values.answered ?? null),
          abandoned: sum(({ values }) => values.abandoned ?? null),
          blocked: sum(({ values }) => values.blocked ?? null),
          timeout: null,
          overflow: sum(({ values }) => values.flowOut ?? null),
          closed: null,
          open: null,
          answered_within_t: sum((interval) => withinLimit(interval, "answered", limits.thresholdS)),
          abandoned_within_t: sum((interval) => withinLimit(interval, "abandoned", limits.thresholdS)),
          wait_answered_s: wait === null ? null : exactDecimal(wait, 1_000_000),
        };
      },
    ),
  );
}

/** The sum, or null when any part is unknown: a sum of some would pass for the whole. */
function sumIfKnown(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
