import {
  difference,
  type Interval,
  type IntervalSet,
  intersection,
  microsPerSecond,
  totalLength,
  union,
} from "#app/domain/availability/interval.ts";
import { divide, type Fraction, fraction, hundred, multiply, subtract } from "#app/domain/money/fraction.ts";

/**
 * What announced maintenance is taken from: agreed time and downtime, or downtime alone. The contract must say which,
 * since the two differ in the fourth decimal.
 */
export const maintenanceRules = ["exclude-from-both", "downtime-only"] as const;
export type MaintenanceRule = (typeof maintenanceRules)[number];

/** Null as an end: the incident was still open when the log was written. */
export interface Incident {
  readonly from: number;
  readonly to: number | null;
}

export interface AvailabilityInput {
  readonly period: Interval;
  /** The agreed time within the period: all of it, or its service hours. */
  readonly serviceTime: IntervalSet;
  readonly incidents: readonly Incident[];
  /** Windows announced as the contract asks; work beyond a window's end is downtime. */
  readonly maintenance: readonly Interval[];
  readonly rule: MaintenanceRule;
}

export interface Availability {
  /** Seconds; `excluded` is the maintenance within the service time. */
  readonly agreed: Fraction;
  readonly excluded: Fraction;
  readonly down: Fraction;
  /** Incidents added up although they overlap, for comparison with reports that do so. */
  readonly naiveSum: Fraction;
  /** Incidents that touch the period, those without length included. */
  readonly incidents: number;
  /** Percent; null when no time was agreed. */
  readonly percent: Fraction | null;
}

export function measureAvailability(input: AvailabilityInput): Availability {
  const { period, serviceTime, rule } = input;
  const incidents = input.incidents
    .filter(({ from, to }) => from < period.to && (to === null || to >= period.from))
    .map(({ from, to }) => ({ from: Math.max(from, period.from), to: Math.min(to ?? period.to, period.to) }));
  const maintenance = union(input.maintenance);
  const agreed = rule === "exclude-from-both" ? difference(serviceTime, maintenance) : serviceTime;
  const down = difference(intersection(union(incidents), serviceTime), maintenance);
  return {
    agreed: seconds(agreed),
    excluded: seconds(intersection(serviceTime, maintenance)),
    down: seconds(down),
    naiveSum: seconds(incidents),
    incidents: incidents.length,
    percent: percentUp(seconds(agreed), seconds(down)),
  };
}

/** (agreed − down)/agreed in percent; null when nothing was agreed. */
export const percentUp = (agreed: Fraction, down: Fraction): Fraction | null =>
  agreed.n === 0n ? null : multiply(hundred, divide(subtract(agreed, down), agreed));

/** Downtime that a target in percent leaves, in seconds. */
export const allowedDowntime = (agreed: Fraction, targetPercent: Fraction): Fraction =>
  multiply(agreed, divide(subtract(hundred, targetPercent), hundred));

/** Exact seconds of intervals, each for itself. */
export const seconds = (intervals: readonly Interval[]): Fraction =>
  fraction(totalLength(intervals), BigInt(microsPerSecond));
