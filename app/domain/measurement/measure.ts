import {
  type Cell,
  halfHourSeconds,
  mergeByHalfHour,
  offeredOf,
  recordsOf,
} from "#app/domain/measurement/cell.ts";
import { type Definition, defaultRequirement } from "#app/domain/measurement/definition.ts";
import { countWithin } from "#app/domain/measurement/histogram.ts";
import {
  type KeyFigure,
  type KeyFigureId,
  type KeyFigureRule,
  type KeyFigureUnit,
  keyFigure,
  keyFigureIds,
  keyFigureValue,
  printedNumerator,
  printedValue,
} from "#app/domain/measurement/key-figures.ts";
import {
  allQueues,
  compareCodePoints,
  type Month,
  monthsByQueue,
  queuesOf,
} from "#app/domain/measurement/months.ts";
import { halfHoursOf, type Period, type Selection, selectCells } from "#app/domain/measurement/period.ts";
import { exactDecimal } from "#app/domain/measurement/ratio.ts";
import {
  openMissed,
  percentOf,
  type ServiceLevelVariant,
  type ServiceLimits,
  serviceLevel,
  serviceLevelVariants,
  shortAbandoned,
} from "#app/domain/measurement/service-level.ts";
import { findTraps, type Trap } from "#app/domain/measurement/traps/find-traps.ts";
import { holdMonths, type Verdict } from "#app/domain/measurement/verdict.ts";
import { isoLocal, startOfLocalDay, type Zone } from "#app/domain/measurement/zone.ts";

export interface PrintedFigure {
  readonly value: string | null;
  readonly unit: KeyFigureUnit;
  readonly numerator: number | string;
  readonly denominator: number;
}

export interface PrintedShare {
  readonly value: string | null;
  readonly numerator: number;
  readonly denominator: number;
}

/** A month of a queue (or `*`) as documents show it: counts, the nineteen key figures, all eight service levels. */
export interface MonthFigures {
  readonly month: string;
  readonly queue: string;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly short_abandoned: number;
  readonly blocked: number;
  readonly timeout: number;
  readonly overflow: number;
  readonly closed: number;
  readonly open: number;
  readonly open_missed: number;
  readonly kpis: Readonly<Record<KeyFigureId, PrintedFigure>>;
  readonly service_level: {
    readonly threshold_s: number;
    readonly short_abandon_s: number;
    readonly variants: Readonly<Record<ServiceLevelVariant, PrintedShare>>;
  };
}

export interface HalfHourFigures {
  readonly start: string;
  readonly queue: string;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly blocked: number;
  readonly timeout: number;
  readonly overflow: number;
  readonly closed: number;
  readonly open: number;
  readonly answered_within_t: number;
  readonly abandoned_within_t: number;
  readonly wait_answered_s: string;
}

export interface Measurement {
  /** Calls of the selection. */
  readonly rowsUsed: number;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly coverage: {
    readonly half_hours: number;
    readonly half_hours_with_calls: number;
    readonly percent: string | null;
  } | null;
  readonly queues: readonly string[];
  readonly months: readonly MonthFigures[];
  readonly traps: readonly Trap[];
  readonly verdicts: readonly Verdict[];
}

/**
 * Everything that cells say under a definition. The cells may come from files or from stored blobs; local months and
 * hours are labelled here.
 */
export function measureFromCells(
  allCells: readonly Cell[],
  definition: Definition,
  selection: Selection,
  zone: Zone,
): Measurement {
  const { cells, period } = selectCells(allCells, selection, zone);
  const queues = queuesOf(cells);
  const monthsOf = monthsByQueue(cells, zone);
  const context = { zone, ringPeriodS: definition.ringPeriodS };
  return {
    rowsUsed: cells.reduce((sum, cell) => sum + recordsOf(cell.totals), 0),
    period: period === null ? null : printedPeriod(period, zone),
    coverage: period === null ? null : coverageOf(cells, period, zone),
    queues,
    months: keyFiguresByMonth(queues, monthsOf, definition),
    traps: findTraps(monthsOf, definition, zone),
    verdicts: definition.requirements.flatMap((requirement) =>
      holdMonths(requirement, monthsOf(requirement.queue), period, context),
    ),
  };
}

/** Per month `*` first, then the queues by code point; only months with records. */
function keyFiguresByMonth(
  queues: readonly string[],
  monthsOf: (queue: string) => readonly Month[],
  definition: Definition,
): MonthFigures[] {
  return [allQueues, ...queues]
    .flatMap((queue) => monthsOf(queue))
    .sort((a, b) => compareCodePoints(a.month, b.month))
    .map((month) => monthFigures(month, definition));
}

/** How key figures are computed by a definition: with the default variant. */
export function ruleOf(definition: Definition): KeyFigureRule {
  const { variant } = defaultRequirement(definition);
  const { interval, ringPeriodS } = definition;
  return { limits: definition, variant, interval, ringPeriodS };
}

/** One month by the limits of the definition, with the default variant. */
export function monthFigures(
  { month, queue, totals, halfHours }: Month,
  definition: Definition,
): MonthFigures {
  const rule = ruleOf(definition);
  const kpis = keyFigureIds.map((id) => {
    return [id, printFigure(keyFigure(id, totals, halfHours, rule))] as const;
  });
  return {
    month,
    queue,
    offered: offeredOf(totals),
    answered: totals.answered,
    abandoned: totals.abandoned,
    short_abandoned: shortAbandoned(totals, definition),
    blocked: totals.blocked,
    timeout: totals.timeout,
    overflow: totals.overflow,
    closed: totals.closed,
    open: totals.open,
    open_missed: openMissed(totals, definition),
    kpis: Object.fromEntries(kpis) as Record<KeyFigureId, PrintedFigure>,
    service_level: {
      threshold_s: definition.thresholdS,
      short_abandon_s: definition.shortAbandonS,
      variants: allServiceLevels(totals, definition),
    },
  };
}

export function printFigure(figure: KeyFigure): PrintedFigure {
  const { unit, denominator } = figure;
  return {
    value: printedValue(keyFigureValue(figure)),
    unit,
    numerator: printedNumerator(figure),
    denominator,
  };
}

/** All eight formulas on the same calls. */
export function allServiceLevels(
  totals: Month["totals"],
  limits: ServiceLimits,
): Readonly<Record<ServiceLevelVariant, PrintedShare>> {
  const shares = serviceLevelVariants.map((variant) => {
    const share = serviceLevel(variant, totals, limits);
    return [variant, { value: printedValue(percentOf(share)), ...share }] as const;
  });
  return Object.fromEntries(shares) as Record<ServiceLevelVariant, PrintedShare>;
}

/** Every half hour with records, by time; within one `*` first, then the queues. */
export function measureHalfHours(
  allCells: readonly Cell[],
  limits: ServiceLimits,
  selection: Selection,
  zone: Zone,
): HalfHourFigures[] {
  const { cells } = selectCells(allCells, selection, zone);
  const all = mergeByHalfHour(cells, allQueues);
  const single = queuesOf(cells).flatMap((queue) => cells.filter((cell) => cell.queue === queue));
  // The sort is stable.
  return [...all, ...single]
    .sort((a, b) => a.halfHour - b.halfHour)
    .map((cell) => halfHourFigures(cell, limits, zone));
}

function halfHourFigures(
  { queue, halfHour, totals }: Cell,
  limits: ServiceLimits,
  zone: Zone,
): HalfHourFigures {
  return {
    start: isoLocal(zone, halfHour * halfHourSeconds),
    queue,
    offered: offeredOf(totals),
    answered: totals.answered,
    abandoned: totals.abandoned,
    blocked: totals.blocked,
    timeout: totals.timeout,
    overflow: totals.overflow,
    closed: totals.closed,
    open: totals.open,
    answered_within_t: countWithin(totals.waitsAnswered, limits.thresholdS),
    abandoned_within_t: countWithin(totals.waitsAbandoned, limits.thresholdS),
    wait_answered_s: exactDecimal(totals.waitAnswered, 1_000_000),
  };
}

export function printedPeriod({ fromDay, toDay }: Period, zone: Zone): { from: string; to: string } {
  return {
    from: isoLocal(zone, startOfLocalDay(zone, fromDay)),
    to: isoLocal(zone, startOfLocalDay(zone, toDay)),
  };
}

/** How many half hours of the period have a record. */
export function coverageOf(cells: readonly Cell[], period: Period, zone: Zone): Measurement["coverage"] {
  const halfHours = halfHoursOf(period, zone);
  const withCalls = new Set(cells.map((cell) => cell.halfHour)).size;
  const percent = printedValue(percentOf({ numerator: withCalls, denominator: halfHours }));
  return { half_hours: halfHours, half_hours_with_calls: withCalls, percent };
}
