import { type Cell, halfHourSeconds } from "#app/domain/measurement/cell.ts";
import type { Period } from "#app/domain/measurement/period.ts";
import {
  type ServiceLevelVariant,
  type ServiceLimits,
  type Share,
  serviceLevel,
  sumShares,
} from "#app/domain/measurement/service-level.ts";
import { isoDate, localDay, localSlot, type Zone } from "#app/domain/measurement/zone.ts";

export interface HeatMapDay {
  readonly date: string;
  /**
   * The 48 half hours of the clock on the wall, in per cent, rounded down to four decimals so that no value reaches a
   * target that it misses; null where there was no call to count.
   */
  readonly values: readonly (string | null)[];
}

const halfHoursOfClock = 48;

/**
 * The service level of every half hour of a period from the cells of one queue. The hour that an autumn night has twice is
 * one, with the calls of both; the one that a spring night skips has none.
 */
export function heatMap(
  cells: readonly Cell[],
  of: { readonly variant: ServiceLevelVariant; readonly limits: ServiceLimits },
  { fromDay, toDay }: Period,
  zone: Zone,
): HeatMapDay[] {
  const shares = new Map<number, Share>();
  for (const { halfHour, totals } of cells) {
    const start = halfHour * halfHourSeconds;
    const place = localDay(zone, start) * halfHoursOfClock + localSlot(zone, start);
    const share = serviceLevel(of.variant, totals, of.limits);
    const known = shares.get(place);
    shares.set(place, known === undefined ? share : sumShares([known, share]));
  }
  return Array.from({ length: toDay - fromDay }, (_, i) => ({
    date: isoDate(fromDay + i),
    values: Array.from({ length: halfHoursOfClock }, (_, slot) =>
      shortPercent(shares.get((fromDay + i) * halfHoursOfClock + slot)),
    ),
  }));
}

const shortPercent = (share: Share | undefined): string | null =>
  share === undefined || share.denominator === 0
    ? null
    : String(Math.floor((1_000_000 * share.numerator) / share.denominator) / 10_000);
