import type { AvailabilityRequirement } from "#app/domain/availability/availability-requirement.ts";
import type { IncidentLog } from "#app/domain/availability/incident-log.ts";
import type { Interval } from "#app/domain/availability/interval.ts";
import { type LogMeasure, measureLog, systemsOf } from "#app/domain/availability/measure-log.ts";
import { monthBounds, monthsTouched } from "#app/domain/availability/months.ts";
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { compare, fraction } from "#app/domain/money/fraction.ts";

export type AvailabilityReason = "met" | "not_met" | "no_log" | "coverage_below_minimum" | "windows";

/** A system, or the whole chain, in one window. */
export interface MeasuredSystem extends LogMeasure {
  /** Null for the chain of all systems. */
  readonly system: string | null;
  readonly verdict: VerdictKind;
  readonly reason: AvailabilityReason;
}

/** One requirement held against one window, or against the whole period. */
export interface AvailabilityVerdict {
  /** A month such as `2025-03`, or `period`. */
  readonly window: string;
  readonly verdict: VerdictKind;
  readonly reason: AvailabilityReason;
  /** What decides it: the system with the lowest availability; null without any. */
  readonly worst: MeasuredSystem | null;
  readonly systems: readonly MeasuredSystem[];
  /** Windows that hold, and all of them; for a single window 0 or 1 of 1. */
  readonly verified: number;
  readonly windows: number;
}

/** Below this share of a window that the log speaks of, it decides nothing. */
const leastCovered = fraction(95n, 100n);

/** From the first month that a log speaks of to the last. */
export function monthsOfLog({ covered }: IncidentLog, zone: Zone): string[] {
  const from = covered.reduce((least, { fromUs }) => Math.min(least, fromUs), Number.POSITIVE_INFINITY);
  const to = covered.reduce((most, { toUs }) => Math.max(most, toUs), 0);
  return covered.length === 0 ? [] : monthsTouched({ from, to }, zone);
}

/** A verdict per local calendar month of the log, and one for the period (last). Comparisons are exact. */
export function holdAvailability(
  requirement: AvailabilityRequirement,
  log: IncidentLog,
  zone: Zone,
): AvailabilityVerdict[] {
  const months = monthsOfLog(log, zone);
  const windows = months.map((month) => holdWindow(requirement, log, month, monthBounds(month, zone), zone));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const period = { from: monthBounds(first, zone).from, to: monthBounds(last, zone).to };
  const pooled = holdWindow(requirement, log, "period", period, zone);
  return [
    ...windows,
    requirement.aggregation === "pooled" ? pooled : { ...pooled, ...together(requirement, windows) },
  ];
}

function holdWindow(
  requirement: AvailabilityRequirement,
  log: IncidentLog,
  window: string,
  period: Interval,
  zone: Zone,
): AvailabilityVerdict {
  const all = systemsOf(log);
  const groups = requirement.scope === "end_to_end" ? [all] : all.map((system) => [system]);
  const systems = groups.map((group): MeasuredSystem => {
    const measured = measureLog(log, group, period, requirement.rule, zone);
    const system = requirement.scope === "end_to_end" ? null : (group[0] ?? null);
    return { system, ...measured, ...judge(requirement, measured) };
  });
  return {
    window,
    ...ofAll(systems),
    worst: worstOf(systems),
    systems,
  };
}

/** One system out of its promise refutes it for all; it is verified only when each of them keeps it. */
function ofAll(
  systems: readonly MeasuredSystem[],
): Pick<AvailabilityVerdict, "verdict" | "reason" | "verified" | "windows"> {
  const refuted = systems.find(({ verdict }) => verdict === "refuted");
  const unsure = systems.find(({ verdict }) => verdict !== "verified");
  const noData = systems.every(({ verdict }) => verdict === "no_data");
  if (refuted !== undefined) return { verdict: "refuted", reason: "not_met", verified: 0, windows: 1 };
  if (noData) return { verdict: "no_data", reason: "no_log", verified: 0, windows: 1 };
  if (unsure !== undefined)
    return { verdict: "undetermined", reason: unsure.reason, verified: 0, windows: 1 };
  return { verdict: "verified", reason: "met", verified: 1, windows: 1 };
}

function judge(
  { comparator, target }: AvailabilityRequirement,
  { percent, covered }: LogMeasure,
): Pick<MeasuredSystem, "verdict" | "reason"> {
  if (percent === null) return { verdict: "no_data", reason: "no_log" };
  if (compare(covered, leastCovered) < 0)
    return { verdict: "undetermined", reason: "coverage_below_minimum" };
  const sign = compare(percent, target);
  const met = comparator === ">=" ? sign >= 0 : sign > 0;
  return met ? { verdict: "verified", reason: "met" } : { verdict: "refuted", reason: "not_met" };
}

function worstOf(systems: readonly MeasuredSystem[]): MeasuredSystem | null {
  const lowest = (a: MeasuredSystem, b: MeasuredSystem) =>
    b.percent !== null && (a.percent === null || compare(b.percent, a.percent) < 0) ? b : a;
  return systems.length === 0 ? null : systems.reduce(lowest);
}

function together(
  { aggregation, k }: AvailabilityRequirement,
  windows: readonly AvailabilityVerdict[],
): Pick<AvailabilityVerdict, "verdict" | "reason" | "verified" | "windows"> {
  const countOf = (kind: VerdictKind) => windows.filter(({ verdict }) => verdict === kind).length;
  const [verified, refuted] = [countOf("verified"), countOf("refuted")];
  const needed = aggregation === "k_of_n" ? (k ?? windows.length) : windows.length;
  let verdict: VerdictKind = "undetermined";
  if (countOf("no_data") === windows.length) verdict = "no_data";
  else if (verified >= needed) verdict = "verified";
  else if (refuted > windows.length - needed) verdict = "refuted";
  return { verdict, reason: "windows", verified, windows: windows.length };
}
