import { offeredOf } from "#app/domain/measurement/cell.ts";
import { decimal } from "#app/domain/measurement/comparison.ts";
import { compareRatios, ratio, significantDecimal } from "#app/domain/measurement/ratio.ts";
import { type MonthRule, moreThan, type OnceRule } from "#app/domain/measurement/traps/trap.ts";
import { isoLocal } from "#app/domain/measurement/zone.ts";

interface Hour {
  readonly hour: number;
  readonly blocked: number;
  readonly attempts: number;
}

/** TRAP-01: the level is met, while callers of some hour were turned away before they could be counted. */
export const levelMetCallersBlocked: MonthRule = ({ month, level, target, zone }) => {
  if (compareRatios(level, target) < 0) return null;
  const byHour = new Map<number, Hour>();
  for (const { halfHour, totals } of month.halfHours) {
    const hour = Math.floor(halfHour / 2);
    const known = byHour.get(hour) ?? { hour, blocked: 0, attempts: 0 };
    byHour.set(hour, {
      hour,
      blocked: known.blocked + totals.blocked,
      attempts: known.attempts + totals.blocked + offeredOf(totals),
    });
  }
  const x = decimal("0.01");
  const hours = [...byHour.values()].filter(
    ({ blocked, attempts }) => blocked >= 3 && attempts >= 50 && moreThan(blocked, attempts, x),
  );
  const [first] = hours;
  if (first === undefined) return null;
  const worst = hours.reduce((a, b) =>
    compareRatios(ratio(b.blocked, b.attempts), ratio(a.blocked, a.attempts)) > 0 ? b : a,
  );
  return {
    id: "TRAP-01",
    severity: "high",
    params: { x: "0.01", min_blocked: 3, min_attempts: 50 },
    evidence: {
      value: significantDecimal(level),
      blocked: month.totals.blocked,
      hours: hours.length,
      worst_hour: isoLocal(zone, worst.hour * 3600),
      worst_blocked: worst.blocked,
      worst_attempts: worst.attempts,
    },
  };
};

/** TRAP-02: no blocked call in all records: they are counted elsewhere, or nowhere. */
export const blockedCallsNotReported: OnceRule = ({ months }) => {
  const sum = (of: (month: (typeof months)[number]) => number): number =>
    months.reduce((total, month) => total + of(month), 0);
  const offered = sum((month) => offeredOf(month.totals));
  const blocked = sum((month) => month.totals.blocked);
  if (offered < 100 || blocked > 0) return null;
  return { id: "TRAP-02", severity: "high", params: { min_offered: 100 }, evidence: { offered, blocked } };
};
