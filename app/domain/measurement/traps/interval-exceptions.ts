import { decimal } from "#app/domain/measurement/comparison.ts";
import type { IntervalRule } from "#app/domain/measurement/traps/interval-report.ts";
import { moreThan } from "#app/domain/measurement/traps/trap.ts";
import { isoLocal } from "#app/domain/measurement/zone.ts";

/** TRAP-19: the limit by which the system counts is another one within the month. */
export const limitChanged: IntervalRule = ({ intervals, zone }) => {
  const counting = intervals.filter(({ within }) => within.length > 0);
  const limitsOf = ({ within }: (typeof counting)[number]): string =>
    within.map(({ thresholdS }) => thresholdS).join("/");
  const limits = [...new Set(counting.map(limitsOf))];
  const change = counting.find((interval) => limitsOf(interval) !== limits[0]);
  if (change === undefined) return null;
  return {
    id: "TRAP-19",
    severity: "high",
    params: {},
    evidence: { limits, first_change: isoLocal(zone, change.start) },
  };
};

/** TRAP-25: many of those who gave up are said to have lost their connection. */
export const dropsExcuseAbandons: IntervalRule = ({ intervals }) => {
  const known = intervals.flatMap(({ values: { abandoned, dropped } }) =>
    abandoned === undefined || dropped === undefined ? [] : [{ abandoned, dropped }],
  );
  const abandoned = known.reduce((sum, each) => sum + each.abandoned, 0);
  const dropped = known.reduce((sum, each) => sum + each.dropped, 0);
  if (!moreThan(dropped, abandoned, decimal("0.1"))) return null;
  return { id: "TRAP-25", severity: "low", params: { x: "0.1" }, evidence: { dropped, abandoned } };
};

/** TRAP-26: so many intervals are set aside as surges that the clause excuses the ordinary. */
export const surgesExcused: IntervalRule = ({ intervals }) => {
  const excluded = intervals.filter((interval) => interval.excluded).length;
  if (!moreThan(excluded, intervals.length, decimal("0.02"))) return null;
  return {
    id: "TRAP-26",
    severity: "medium",
    params: { x: "0.02" },
    evidence: { excluded, intervals: intervals.length },
  };
};
