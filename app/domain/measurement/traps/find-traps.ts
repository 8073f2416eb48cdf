import { decimal } from "#app/domain/measurement/comparison.ts";
import {
  type Definition,
  defaultRequirement,
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
  const asked = definition.requirements.filter((requirement) => requirement.metric === "service_level");
  const requirements = asked.length > 0 ? asked : [defaultRequirement(definition)];
  const found = requirements.flatMap((requirement) => {
    const months = monthsOf(requirement.queue);
    return trapsOf({ requirement, months, zone, clock: definition.clock });
  });
  // The sort is stable: within an id, requirements and months keep their order.
  return found.sort((a, b) => trapIds.indexOf(a.id) - trapIds.indexOf(b.id));
}

function trapsOf(of: TrapCase): Trap[] {
  const { requirement, months } = of;
  const once = onceRules.flatMap((rule) => withPlace(rule(of), requirement, null));
  const target = decimal(requirement.target);
  const monthly = months.flatMap((month) => {
    const share = serviceLevel(requirement.variant, month.totals, requirement);
    const level = percentOf(share);
    if (level === null) return [];
    return monthRules.flatMap((rule) =>
      withPlace(rule({ ...of, month, share, level, target }), requirement, month.month),
    );
  });
  return [...once, ...monthly];
}

function withPlace(finding: Finding | null, requirement: MeasuredRequirement, month: string | null): Trap[] {
  return finding === null
    ? []
    : [{ ...finding, requirement: requirement.id, month, queue: requirement.queue }];
}
