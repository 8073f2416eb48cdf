import { halfHourSeconds } from "#app/domain/measurement/cell.ts";
import type { Definition } from "#app/domain/measurement/definition.ts";
import type { IntervalReport } from "#app/domain/measurement/interval/interval.ts";
import { cellsForFigure } from "#app/domain/measurement/interval/interval-cells.ts";
import { monthsOfIntervals } from "#app/domain/measurement/interval/interval-months.ts";
import { monthsOfQueue } from "#app/domain/measurement/months.ts";
import {
  blockedCallsNotReported,
  levelMetCallersBlocked,
} from "#app/domain/measurement/traps/blocked-calls.ts";
import {
  requirementsForTraps,
  sortTraps,
  type Trap,
  type TrapRules,
  trapsOf,
  withPlace,
} from "#app/domain/measurement/traps/find-traps.ts";
import {
  meanOfPercentages,
  shortLimitHidesCalls,
  shortLimitNotBelowThreshold,
} from "#app/domain/measurement/traps/formula.ts";
import {
  dropsExcuseAbandons,
  limitChanged,
  surgesExcused,
} from "#app/domain/measurement/traps/interval-exceptions.ts";
import {
  emptyPeriodHasPercentage,
  formulaDecidesInReport,
  type IntervalRule,
  intervalsDoNotAddUp,
  reportedNotReproduced,
} from "#app/domain/measurement/traps/interval-report.ts";
import { targetOfAllCalls, tooFewCalls } from "#app/domain/measurement/traps/target.ts";
import {
  monthHidesHalfHours,
  nightNotProven,
  sameTimeFails,
} from "#app/domain/measurement/traps/time-of-day.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

/** Rules that need no level, and nothing of a call but that it was offered or blocked. */
const withoutLevel: TrapRules = {
  once: [blockedCallsNotReported, targetOfAllCalls, shortLimitNotBelowThreshold],
  monthly: [],
};

/** Rules of call records that look at nothing but offered calls and abandons within S. */
const ofAbandons: TrapRules = { once: [], monthly: [shortLimitHidesCalls] };

/** Rules of call records that look at nothing but levels at T, offered and blocked calls. */
const ofHours: TrapRules = { once: [], monthly: [levelMetCallersBlocked, tooFewCalls, nightNotProven] };
const ofHalfHours: TrapRules = {
  once: [],
  monthly: [...ofHours.monthly, monthHidesHalfHours, sameTimeFails, meanOfPercentages],
};

const ofReports: readonly IntervalRule[] = [
  formulaDecidesInReport,
  reportedNotReproduced,
  intervalsDoNotAddUp,
  emptyPeriodHasPercentage,
  limitChanged,
  dropsExcuseAbandons,
  surgesExcused,
];

/** The traps that an interval report can show, for each service level asked for (or the usual one). */
export function findIntervalTraps(report: IntervalReport, definition: Definition, zone: Zone): Trap[] {
  const { intervals, attribution, lengthS } = report;
  const found = requirementsForTraps(definition).flatMap((requirement) => {
    const { variant, queue } = requirement;
    const monthsWith = (figure: "abandon_rate" | "answer_rate" | "service_level") =>
      monthsOfQueue(cellsForFigure(figure, intervals, variant, requirement), queue, zone);
    const of = { requirement, zone, clock: definition.clock };
    return [
      ...trapsOf({ ...of, months: monthsWith("answer_rate") }, withoutLevel),
      ...trapsOf({ ...of, months: monthsWith("abandon_rate") }, ofAbandons),
      ...trapsOf(
        { ...of, months: monthsWith("service_level") },
        lengthS > halfHourSeconds ? ofHours : ofHalfHours,
      ),
      ...monthsOfIntervals(intervals, queue, zone).flatMap(({ month, intervals }) =>
        ofReports.flatMap((rule) =>
          withPlace(rule({ requirement, intervals, attribution, zone }), requirement, month),
        ),
      ),
    ];
  });
  return sortTraps(found);
}
