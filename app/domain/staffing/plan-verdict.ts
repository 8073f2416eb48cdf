import { type Fraction, isPositive } from "#app/domain/money/fraction.ts";
import { agentsNeededByErlangA, erlangA, type ImpatientQueue } from "#app/domain/staffing/erlang-a.ts";
import { agentsNeeded, erlangC } from "#app/domain/staffing/erlang-c.ts";
import { halfHour, offeredTraffic } from "#app/domain/staffing/traffic.ts";

/** One half hour of a vendor's staffing plan with the calls that the buyer forecasts in it. */
export interface PlannedHalfHour {
  /** Local time with offset, as it is shown. */
  readonly start: string;
  readonly calls: Fraction;
  /** Mean talk + hold + wrap in seconds. */
  readonly handling: Fraction;
  readonly agents: number;
}

/** The promise that a plan is held against: the target share (below 1) answered within seconds, with patience stated. */
export interface PromisedLevel {
  readonly target: Fraction;
  readonly threshold: Fraction;
  readonly patience: Fraction;
}

export type PlanVerdict = "fail" | "question" | "plausible";

export interface JudgedHalfHour<Planned extends PlannedHalfHour = PlannedHalfHour> {
  readonly plan: Planned;
  readonly offered: Fraction;
  /** Fewest agents by each model; Erlang C asks for more, but for callers who hang up within the limit. */
  readonly needed: { readonly erlangA: number; readonly erlangC: number };
  /** Share answered within the limit; null by Erlang C when the agents cannot carry the calls: infeasible, not 0. */
  readonly level: { readonly erlangA: number; readonly erlangC: number | null };
  /** Agents above the lower need, or below it when negative. */
  readonly margin: number;
  readonly verdict: PlanVerdict;
}

export interface JudgedPlan<Planned extends PlannedHalfHour = PlannedHalfHour> {
  /** Only half hours with calls: where nobody calls there is no level to keep. */
  readonly halfHours: readonly JudgedHalfHour<Planned>[];
  readonly withoutCalls: number;
  readonly counts: Readonly<Record<PlanVerdict, number>>;
  /** Smallest margin, the earliest of several; null when there are no calls. */
  readonly worst: JudgedHalfHour<Planned> | null;
}

/**
 * Erlang C overstates the need when callers hang up, and both models understate it when calls peak inside the half
 * hour; so below what either asks a plan fails, between the two one asks how, and only above both it is plausible.
 */
export const judgePlan = (plan: readonly PlannedHalfHour[], promise: PromisedLevel): JudgedPlan =>
  sumUpPlan(
    plan.filter(({ calls }) => isPositive(calls)).map((halfHour) => judgeHalfHour(halfHour, promise)),
    plan.filter(({ calls }) => !isPositive(calls)).length,
  );

/** Counts the verdicts on half hours with calls, given in order, and finds the worst. */
export function sumUpPlan<Planned extends PlannedHalfHour>(
  halfHours: readonly JudgedHalfHour<Planned>[],
  withoutCalls: number,
): JudgedPlan<Planned> {
  const counts = { fail: 0, question: 0, plausible: 0 };
  for (const { verdict } of halfHours) counts[verdict] += 1;
  return {
    halfHours,
    withoutCalls,
    counts,
    worst: halfHours.reduce<JudgedHalfHour<Planned> | null>(
      (worst, each) => (worst === null || each.margin < worst.margin ? each : worst),
      null,
    ),
  };
}

/** One half hour with calls. */
export function judgeHalfHour<Planned extends PlannedHalfHour>(
  plan: Planned,
  promise: PromisedLevel,
): JudgedHalfHour<Planned> {
  const { threshold, patience, target } = promise;
  const offered = offeredTraffic(plan.calls, plan.handling, halfHour);
  const queue: ImpatientQueue = { offered, handling: plan.handling, threshold, patience };
  const needed = { erlangA: agentsNeededByErlangA(queue, target), erlangC: agentsNeeded(queue, target) };
  const margin = plan.agents - Math.min(needed.erlangA, needed.erlangC);
  const sure = plan.agents >= Math.max(needed.erlangA, needed.erlangC);
  return {
    plan,
    offered,
    needed,
    level: {
      erlangA: 1 - erlangA(queue, plan.agents).notAnsweredWithinLimit,
      erlangC: erlangC(queue, plan.agents)?.serviceLevel ?? null,
    },
    margin,
    verdict: margin < 0 ? "fail" : sure ? "plausible" : "question",
  };
}
