import { type Cell, halfHourSeconds, offeredOf } from "#app/domain/measurement/cell.ts";
import { dayOfCell } from "#app/domain/measurement/months.ts";
import type { Period } from "#app/domain/measurement/period.ts";
import { compareRatios, type Ratio, ratio, significantDecimal } from "#app/domain/measurement/ratio.ts";
import { isoDate, localSlot, type Zone } from "#app/domain/measurement/zone.ts";

/** Same weekdays before a half hour that say what is usual. */
const weeks = 8;
/** Fewer say nothing. */
const fewestWeeks = 4;
/** A surge is so many times the usual; below so many calls chance alone makes one. */
const alarm: Ratio = { n: 2n, d: 1n };
const fewestCalls = 10;

export interface SurgeFactor {
  readonly date: string;
  /** `09:00`, local. */
  readonly time: string;
  readonly offered: number;
  /** Median of the weeks before, decimal string. */
  readonly usual: string;
  /** `offered / usual`, decimal string. */
  readonly factor: string;
}

export interface Surges {
  /** Half hours with calls enough that have something to be held against. */
  readonly held: number;
  /** Those of at least twice the usual. */
  readonly surges: number;
  /** The highest factor, the first of equals; null when nothing is held. */
  readonly highest: SurgeFactor | null;
}

/**
 * Calls of each half hour of a period against the median of the same weekday and time of day in the eight weeks before,
 * without surges among them (metric `surge_factor`). A day without any record is not a day of no calls and is left out.
 *
 * @param cells of one queue, or of all together, by time: those of the period and of the eight weeks before it
 */
export function surgesOf(cells: readonly Cell[], { fromDay, toDay }: Period, zone: Zone): Surges {
  const calls = new Map<number, Map<number, number>>();
  for (const cell of cells) {
    const slots = calls.get(dayOfCell(zone, cell)) ?? new Map<number, number>();
    const slot = localSlot(zone, cell.halfHour * halfHourSeconds);
    calls.set(dayOfCell(zone, cell), slots.set(slot, (slots.get(slot) ?? 0) + offeredOf(cell.totals)));
  }
  const surged = new Set<string>();
  let [held, surges] = [0, 0];
  let highest: { readonly factor: Ratio; readonly shown: SurgeFactor } | null = null;
  for (const [day, slots] of [...calls].sort(([a], [b]) => a - b)) {
    for (const [slot, offered] of [...slots].sort(([a], [b]) => a - b)) {
      const before = usualOf(calls, surged, day, slot);
      if (offered < fewestCalls || before === null) continue;
      // Twice the median is whole: the middle two of an even number are added.
      const factor = ratio(2 * offered, before);
      const isSurge = compareRatios(factor, alarm) >= 0;
      if (isSurge) surged.add(`${day} ${slot}`);
      if (day < fromDay || day >= toDay) continue;
      held += 1;
      if (isSurge) surges += 1;
      if (highest !== null && compareRatios(factor, highest.factor) <= 0) continue;
      const usual = significantDecimal(ratio(before, 2));
      const shown = {
        date: isoDate(day),
        time: clock(slot),
        offered,
        usual,
        factor: significantDecimal(factor),
      };
      highest = { factor, shown };
    }
  }
  return { held, surges, highest: highest?.shown ?? null };
}

/** Twice the median of what was offered then in the weeks before; null when too few weeks are known, or none had calls. */
function usualOf(
  calls: ReadonlyMap<number, ReadonlyMap<number, number>>,
  surged: ReadonlySet<string>,
  day: number,
  slot: number,
): number | null {
  const known: number[] = [];
  for (let week = 1; week <= weeks; week++) {
    const slots = calls.get(day - 7 * week);
    if (slots !== undefined && !surged.has(`${day - 7 * week} ${slot}`)) known.push(slots.get(slot) ?? 0);
  }
  if (known.length < fewestWeeks) return null;
  known.sort((a, b) => a - b);
  const middle = known.length / 2;
  const twice = (known[Math.ceil(middle) - 1] ?? 0) + (known[Math.floor(middle)] ?? 0);
  return twice === 0 ? null : twice;
}

const clock = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;

/** How many days before a period the half hours are that say what is usual in it. */
export const daysBefore = 7 * weeks;
