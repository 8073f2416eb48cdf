import { halfHourSeconds, offeredOf } from "#app/domain/measurement/cell.ts";
import { decimal, meets } from "#app/domain/measurement/comparison.ts";
import {
  compareRatios,
  distance,
  ratio,
  roundHalfUp,
  significantDecimal,
} from "#app/domain/measurement/ratio.ts";
import {
  meanPercent,
  percentOf,
  type Share,
  serviceLevel,
  serviceLevelVariants,
  shortAbandoned,
  strictServiceLevel,
  sumShares,
} from "#app/domain/measurement/service-level.ts";
import {
  type MonthCase,
  type MonthRule,
  moreThan,
  type OnceRule,
} from "#app/domain/measurement/traps/trap.ts";
import { localDay } from "#app/domain/measurement/zone.ts";

/** TRAP-05: a mean of percentages is not the level. */
export const meanOfPercentages: MonthRule = (of) => {
  const { level } = of;
  const halfHours = meanPercent(of.levels.map(({ share }) => share));
  const days = meanPercent(sharesOfDays(of));
  if (halfHours === null || days === null) return null;
  const x = { n: 1n, d: 1n };
  if (compareRatios(distance(halfHours, level), x) <= 0 && compareRatios(distance(days, level), x) <= 0)
    return null;
  return {
    id: "TRAP-05",
    severity: "high",
    params: { x: "0.01" },
    evidence: {
      value: significantDecimal(level),
      mean_of_half_hours: significantDecimal(halfHours),
      mean_of_days: significantDecimal(days),
    },
  };
};

function sharesOfDays({ levels, zone }: MonthCase): Share[] {
  const byDay = Map.groupBy(levels, ({ halfHour }) => localDay(zone, halfHour * halfHourSeconds));
  return [...byDay.values()].map((ofDay) => sumShares(ofDay.map(({ share }) => share)));
}

/** TRAP-08, once: abandons up to the service limit itself count as short. */
export const shortLimitNotBelowThreshold: OnceRule = ({ requirement }) => {
  const { shortAbandonS: s, thresholdS: t } = requirement;
  if (s < t) return null;
  return { id: "TRAP-08", severity: "high", params: { s, t }, evidence: { kinds: ["s_not_below_t"] } };
};

/** TRAP-08, a month: the limit for short abandons hides many calls. */
export const shortLimitHidesCalls: MonthRule = ({ requirement, month }) => {
  const { shortAbandonS: s, thresholdS: t } = requirement;
  const short = shortAbandoned(month.totals, requirement);
  const offered = offeredOf(month.totals);
  const kinds = [
    ...(s > 5 ? ["s_above_5"] : []),
    ...(moreThan(short, offered, decimal("0.03")) ? ["share_above_x"] : []),
  ];
  if (kinds.length === 0) return null;
  return {
    id: "TRAP-08",
    severity: "medium",
    params: { s, t, x: "0.03" },
    evidence: { kinds, short_abandoned: short, offered },
  };
};

/** TRAP-09: the choice of formula moves the level. */
export const formulaDecides: MonthRule = ({ month, requirement }) => {
  const levels = serviceLevelVariants.flatMap((variant) => {
    const level = percentOf(serviceLevel(variant, month.totals, requirement));
    return level === null ? [] : [{ variant, level }];
  });
  const [first] = levels;
  if (first === undefined) return null;
  const lowest = levels.reduce((a, b) => (compareRatios(b.level, a.level) < 0 ? b : a));
  const highest = levels.reduce((a, b) => (compareRatios(b.level, a.level) > 0 ? b : a));
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

/** TRAP-15: the verdict hangs on "within" against "less than", or on rounding. */
export const verdictHangsOnRounding: MonthRule = ({ month, requirement, level, target }) => {
  const strict = percentOf(strictServiceLevel(requirement.variant, month.totals, requirement));
  if (strict === null) return null;
  const shown = roundHalfUp(level, 1);
  const { comparator } = requirement;
  const strictDiffers = meets(level, comparator, target) !== meets(strict, comparator, target);
  const roundsUp = compareRatios(shown.ratio, target) >= 0 && compareRatios(target, level) > 0;
  if (!strictDiffers && !roundsUp) return null;
  return {
    id: "TRAP-15",
    severity: "medium",
    params: { decimals: 1 },
    evidence: {
      kinds: [...(strictDiffers ? ["strict_differs"] : []), ...(roundsUp ? ["rounds_up"] : [])],
      value: significantDecimal(level),
      value_strict: significantDecimal(strict),
      shown: shown.text,
    },
  };
};

/** TRAP-16: the clock starts at the queue, long after the call came in. */
export const clockStartsLate: MonthRule = ({ month, clock }) => {
  const { queued, beforeQueue } = month.totals;
  if (clock !== "queue" || queued === 0) return null;
  const mean = ratio(beforeQueue, BigInt(queued) * 1_000_000n);
  if (compareRatios(mean, { n: 10n, d: 1n }) <= 0) return null;
  return {
    id: "TRAP-16",
    severity: "medium",
    params: { x_s: 10 },
    evidence: { mean_before_clock_s: significantDecimal(mean), queued },
  };
};
