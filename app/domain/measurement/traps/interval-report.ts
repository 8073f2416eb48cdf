import { sumTotals } from "#app/domain/measurement/cell.ts";
import type { MeasuredRequirement } from "#app/domain/measurement/definition.ts";
import {
  type Attribution,
  type Interval,
  offeredOfInterval,
  type ReportedShare,
} from "#app/domain/measurement/interval/interval.ts";
import { cellsForFigure } from "#app/domain/measurement/interval/interval-cells.ts";
import { compareRatios, distance, significantDecimal } from "#app/domain/measurement/ratio.ts";
import { percentOf, serviceLevel, serviceLevelVariants } from "#app/domain/measurement/service-level.ts";
import { baseOfReported, canArise } from "#app/domain/measurement/traps/reproduce.ts";
import type { Finding } from "#app/domain/measurement/traps/trap.ts";
import { isoLocal, localDay, startOfLocalDay, type Zone } from "#app/domain/measurement/zone.ts";

/** A month of an interval report, for the queue of a requirement. */
export interface IntervalMonthCase {
  readonly requirement: MeasuredRequirement;
  readonly intervals: readonly Interval[];
  readonly attribution: Attribution;
  readonly zone: Zone;
}

export type IntervalRule = (of: IntervalMonthCase) => Finding | null;

/** TRAP-09: the choice of formula moves the level, as far as the report tells. */
export const formulaDecidesInReport: IntervalRule = ({ requirement, intervals }) => {
  const levels = serviceLevelVariants.flatMap((variant) => {
    const cells = cellsForFigure("service_level", intervals, variant, requirement);
    // Levels of different intervals would differ whatever the formula.
    if (cells.length < intervals.length) return [];
    const level = percentOf(serviceLevel(variant, sumTotals(cells.map(({ totals }) => totals)), requirement));
    return level === null ? [] : [{ variant, level }];
  });
  const [first] = levels;
  if (first === undefined) return null;
  const lowest = levels.reduce((a, b) => (compareRatios(b.level, a.level) < 0 ? b : a), first);
  const highest = levels.reduce((a, b) => (compareRatios(b.level, a.level) > 0 ? b : a), first);
  if (compareRatios(distance(highest.level, lowest.level), { n: 2n, d: 1n }) <= 0) return null;
  return {
    id: "TRAP-09",
    severity: "high",
    params: { x: "0.02" },
    evidence: {
      lowest: { variant: lowest.variant, value: significantDecimal(lowest.level) },
      highest: { variant: highest.variant, value: significantDecimal(highest.level) },
    },
  };
};

/** Every percentage that the month states, with its interval. */
const reportedOf = (intervals: readonly Interval[]): { interval: Interval; reported: ReportedShare }[] =>
  intervals.flatMap((interval) => interval.reported.map((reported) => ({ interval, reported })));

/** TRAP-10: a percentage that no whole number of calls gives with the declared formula. */
export const reportedNotReproduced: IntervalRule = ({ intervals, zone }) => {
  const checked = reportedOf(intervals).flatMap(({ interval, reported }) => {
    const arises = canArise(reported, interval);
    return arises === null ? [] : [{ interval, reported, arises }];
  });
  const broken = checked.filter(({ arises }) => !arises);
  const [first] = broken;
  if (first === undefined) return null;
  const worst = broken.reduce((a, b) => (baseOf(b) > baseOf(a) ? b : a), first);
  return {
    id: "TRAP-10",
    severity: "high",
    params: {},
    evidence: {
      reported: worst.reported.percent,
      figure: worst.reported.figure,
      base: baseOf(worst),
      worst_start: isoLocal(zone, worst.interval.start),
      not_reproduced: broken.length,
      checked: checked.length,
    },
  };
};

const baseOf = ({ interval, reported }: { interval: Interval; reported: ReportedShare }): number =>
  baseOfReported(reported, interval)?.denominator ?? 0;

/** TRAP-18: a percentage of no calls. */
export const emptyPeriodHasPercentage: IntervalRule = ({ intervals, zone }) => {
  const empty = reportedOf(intervals).filter(({ interval }) => offeredOfInterval(interval) === 0);
  const [first] = empty;
  if (first === undefined) return null;
  return {
    id: "TRAP-18",
    severity: "low",
    params: {},
    evidence: {
      intervals: new Set(empty.map(({ interval }) => interval)).size,
      first_start: isoLocal(zone, first.interval.start),
      reported: first.reported.percent,
    },
  };
};

interface Account {
  readonly start: number;
  readonly offered: number;
  readonly accounted: number;
  /** Whether every outcome is known, so that nothing may be missing either. */
  readonly complete: boolean;
}

const eventShare = 100;
const eventCalls = 2;

/**
 * TRAP-11: what was offered is not what became of it. Where a call is counted at its arrival, every interval must add
 * up. Where each event is counted when it happens, calls move between intervals: there a local day must add up to
 * within 1 % or 2 calls, which covers those in progress at midnight.
 */
export const intervalsDoNotAddUp: IntervalRule = ({ intervals, attribution, zone }) => {
  const accounts = intervals.flatMap(accountOf);
  const held = attribution === "arrival" ? accounts : accountsOfDays(accounts, zone);
  const tolerance = ({ offered }: Account): number =>
    attribution === "arrival" ? 0 : Math.max(eventCalls, offered / eventShare);
  const broken = held.filter((each) => gapOf(each) > tolerance(each));
  const [first] = broken;
  if (first === undefined) return null;
  const worst = broken.reduce((a, b) => (gapOf(b) > gapOf(a) ? b : a), first);
  return {
    id: "TRAP-11",
    severity: "high",
    params: attribution === "arrival" ? { x: "0" } : { x: "0.01", calls: eventCalls },
    evidence: {
      places: broken.length,
      worst_start: isoLocal(zone, worst.start),
      worst_offered: worst.offered,
      worst_accounted: worst.accounted,
    },
  };
};

function accountOf({ start, values }: Interval): Account[] {
  const { offered, answered, abandoned, flowOut } = values;
  if (offered === undefined || answered === undefined || abandoned === undefined) return [];
  const accounted = answered + abandoned + (flowOut ?? 0);
  return [{ start, offered, accounted, complete: flowOut !== undefined }];
}

function accountsOfDays(accounts: readonly Account[], zone: Zone): Account[] {
  const byDay = Map.groupBy(accounts, ({ start }) => localDay(zone, start));
  return [...byDay].map(([day, of]) => ({
    start: startOfLocalDay(zone, day),
    offered: of.reduce((sum, { offered }) => sum + offered, 0),
    accounted: of.reduce((sum, { accounted }) => sum + accounted, 0),
    complete: of.every(({ complete }) => complete),
  }));
}

/** Calls too few or too many among the outcomes; only too many when some outcomes are not told. */
const gapOf = ({ offered, accounted, complete }: Account): number =>
  complete ? Math.abs(offered - accounted) : Math.max(0, accounted - offered);
