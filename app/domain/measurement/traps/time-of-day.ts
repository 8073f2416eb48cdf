import { halfHourSeconds, offeredOf } from "#app/domain/measurement/cell.ts";
import { decimal } from "#app/domain/measurement/comparison.ts";
import { everyDay } from "#app/domain/measurement/definition.ts";
import { compareRatios, ratio, significantDecimal } from "#app/domain/measurement/ratio.ts";
import { comparePercent } from "#app/domain/measurement/service-level.ts";
import {
  countedHalfHours,
  countingHalfHour,
  floorPercent,
  type MonthCase,
  type MonthRule,
} from "#app/domain/measurement/traps/trap.ts";
import { isoLocal, localDay, localSlot } from "#app/domain/measurement/zone.ts";

const manyHalfHours = 10;
const inARow = 3;
const severalDays = 3;
const provenHour = 30;

const floor = decimal(floorPercent);

const belowFloor = (of: MonthCase) =>
  countedHalfHours(of).filter(({ share }) => comparePercent(share, floor) < 0);

/** TRAP-03: the month is met on the whole, while many half hours were far below. */
export const monthHidesHalfHours: MonthRule = (of) => {
  if (compareRatios(of.level, of.target) < 0) return null;
  const below = belowFloor(of);
  const [first] = below;
  if (first === undefined || below.length < manyHalfHours) return null;
  const worst = below
    .map(({ halfHour, share }) => ({ halfHour, level: ratio(100 * share.numerator, share.denominator) }))
    .reduce((a, b) => (compareRatios(b.level, a.level) < 0 ? b : a));
  return {
    id: "TRAP-03",
    severity: "high",
    params: { n_min: countingHalfHour, floor: floorPercent, k: manyHalfHours },
    evidence: {
      value: significantDecimal(of.level),
      below: below.length,
      counted: countedHalfHours(of).length,
      worst_start: isoLocal(of.zone, worst.halfHour * halfHourSeconds),
      worst_value: significantDecimal(worst.level),
    },
  };
};

/** TRAP-04: the same time of day fails day after day. */
export const sameTimeFails: MonthRule = (of) => {
  const below = new Set(belowFloor(of).map(({ halfHour }) => halfHour));
  const daysOfSlot = new Map<number, Set<number>>();
  for (const halfHour of below) {
    let row = 1;
    while (row < inARow && below.has(halfHour + row)) row += 1;
    if (row < inARow) continue;
    const slot = localSlot(of.zone, halfHour * halfHourSeconds);
    const days = daysOfSlot.get(slot) ?? new Set();
    daysOfSlot.set(slot, days.add(localDay(of.zone, halfHour * halfHourSeconds)));
  }
  const slots = [...daysOfSlot]
    .filter(([, days]) => days.size >= severalDays)
    .sort(([a], [b]) => a - b)
    .map(([slot, days]) => ({ start: clockTime(slot), days: days.size }));
  if (slots.length === 0) return null;
  return {
    id: "TRAP-04",
    severity: "medium",
    params: { n_min: countingHalfHour, floor: floorPercent, r: inARow, d: severalDays },
    evidence: { slots },
  };
};

/** TRAP-17: round the clock is promised, but some hours have too few calls to show it. */
export const nightNotProven: MonthRule = ({ requirement, month, zone }) => {
  if (everyDay.some((day) => !requirement.openDays.includes(day))) return null;
  const offered = new Array<number>(24).fill(0);
  for (const cell of month.halfHours) {
    const hour = Math.floor(localSlot(zone, cell.halfHour * halfHourSeconds) / 2);
    offered[hour] = (offered[hour] ?? 0) + offeredOf(cell.totals);
  }
  const hours = offered
    .map((count, hour) => ({ hour, offered: count }))
    .filter((each) => each.offered < provenHour);
  if (hours.length === 0) return null;
  return { id: "TRAP-17", severity: "medium", params: { n_min: provenHour }, evidence: { hours } };
};

const clockTime = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;
