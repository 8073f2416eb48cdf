import { offeredOf } from "#app/domain/measurement/cell.ts";
import { decimal } from "#app/domain/measurement/comparison.ts";
import {
  type Definition,
  defaultRequirement,
  isMonthlyServiceLevel,
  type MeasuredRequirement,
} from "#app/domain/measurement/definition.ts";
import type { Month } from "#app/domain/measurement/months.ts";
import { percentOf, serviceLevel } from "#app/domain/measurement/service-level.ts";
import {
  blockedCallsNotReported,
  levelMetCallersBlocked,
} from "#app/domain/measurement/traps/blocked-calls.ts";
import {
  clockStartsLate,
  formulaDecides,
  meanOfPercentages,
  shortLimitHidesCalls,
  shortLimitNotBelowThreshold,
  verdictHangsOnRounding,
} from "#app/domain/measurement/traps/formula.ts";
import {
  callsWithoutEnd,
  heapBeforeLimit,
  lateCallersLeft,
  movedWithinLimit,
} from "#app/domain/measurement/traps/moved-calls.ts";
import { targetOfAllCalls, tooFewCalls } from "#app/domain/measurement/traps/target.ts";
import {
  monthHidesHalfHours,
  nightNotProven,
  sameTimeFails,
} from "#app/domain/measurement/traps/time-of-day.ts";
import {
  type Finding,
  type HalfHourLevel,
  type MonthRule,
  type OnceRule,
  type TrapCase,
  trapIds,
} from "#app/domain/measurement/traps/trap.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

/** A trap of a requirement, in a month, or in all records when `month` is null. */
export interface Trap extends Finding {
  readonly requirement: string;
  readonly month: string | null;
  readonly queue: string;
}

/** Rules that look at all months of a requirement, and rules that look at one month with a level. */
export interface TrapRules {
  readonly once: readonly OnceRule[];
  readonly monthly: readonly MonthRule[];
}

const onceRules: readonly OnceRule[] = [
  blockedCallsNotReported,
  targetOfAllCalls,
  shortLimitNotBelowThreshold,
  callsWithoutEnd,
];

const monthRules: readonly MonthRule[] = [
  levelMetCallersBlocked,
  monthHidesHalfHours,
  sameTimeFails,
  meanOfPercentages,
  tooFewCalls,
  shortLimitHidesCalls,
  formulaDecides,
  movedWithinLimit,
  lateCallersLeft,
  heapBeforeLimit,
  verdictHangsOnRounding,
  clockStartsLate,
  nightNotProven,
];

/**
 * Every trap that the cells show, for each service-level requirement of the definition (or the usual one when it has
 * none): by id, then requirement as given, then month.
 */
export function findTraps(
  monthsOf: (queue: string) => readonly Month[],
  definition: Definition,
  zone: Zone,
): Trap[] {
  const found = requirementsForTraps(definition).flatMap((requirement) => {
    const months = monthsOf(requirement.queue);
    return trapsOf(
      { requirement, months, zone, clock: definition.clock },
      { once: onceRules, monthly: monthRules },
    );
  });
  return sortTraps(found);
}

/** The service levels that were asked for, or the usual one. */
export function requirementsForTraps(definition: Definition): readonly MeasuredRequirement[] {
  const asked = definition.requirements.filter(isMonthlyServiceLevel);
  return asked.length > 0 ? asked : [defaultRequirement(definition)];
}

/** By id. The sort is stable: within an id, requirements and months keep their order. */
export const sortTraps = (traps: readonly Trap[]): Trap[] =>
  traps.toSorted((a, b) => trapIds.indexOf(a.id) - trapIds.indexOf(b.id));

/** What the rules find for one requirement. */
export function trapsOf(of: TrapCase, rules: TrapRules): Trap[] {
  const { requirement, months } = of;
  const once = rules.once.flatMap((rule) => withPlace(rule(of), requirement, null));
  const target = decimal(requirement.target);
  const monthly = months.flatMap((month) => {
    const share = serviceLevel(requirement.variant, month.totals, requirement);
    const level = percentOf(share);
    if (level === null) return [];
    const levels = levelsOf(requirement, month);
    return rules.monthly.flatMap((rule) =>
      withPlace(rule({ ...of, month, levels, share, level, target }), requirement, month.month),
    );
  });
  return [...once, ...monthly];
}

/** A finding of a requirement, in a month or (null) in all records. */
export function withPlace(
  finding: Finding | null,
  requirement: MeasuredRequirement,
  month: string | null,
): Trap[] {
  return finding === null
    ? []
    : [{ ...finding, requirement: requirement.id, month, queue: requirement.queue }];
}

function levelsOf(requirement: MeasuredRequirement, { halfHours }: Month): HalfHourLevel[] {
  return halfHours.flatMap(({ halfHour, totals }) => {
    const share = serviceLevel(requirement.variant, totals, requirement);
    return share.denominator === 0 ? [] : [{ halfHour, offered: offeredOf(totals), share }];
  });
}
