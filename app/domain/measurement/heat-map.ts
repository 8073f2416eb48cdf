import { type Cell, halfHourSeconds, mergeByHalfHour } from "#app/domain/measurement/cell.ts";
import { printedValue } from "#app/domain/measurement/key-figures.ts";
import { allQueues } from "#app/domain/measurement/months.ts";
import type { Period } from "#app/domain/measurement/period.ts";
import {
  percentOf,
  type ServiceLevelVariant,
  type ServiceLimits,
  serviceLevel,
} from "#app/domain/measurement/service-level.ts";
import { isoDate, startOfLocalDay, type Zone } from "#app/domain/measurement/zone.ts";

/** A half hour of a day; `value` in per cent is null where there was no call to count. */
interface HeatMapHalfHour {
  readonly halfHour: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: string | null;
}

/** A local day with its half hours in order: 48, but 46 or 50 on the days on which the clock is changed. */
export interface HeatMapDay {
  readonly date: string;
  readonly halfHours: readonly HeatMapHalfHour[];
}

/** The service level of every half hour of a period, empty ones too. */
export function heatMap(
  cells: readonly Cell[],
  of: { readonly queue: string; readonly variant: ServiceLevelVariant; readonly limits: ServiceLimits },
  period: Period,
  zone: Zone,
): HeatMapDay[] {
  const chosen = of.queue === allQueues ? cells : cells.filter((cell) => cell.queue === of.queue);
  const known = new Map(mergeByHalfHour(chosen, of.queue).map((cell) => [cell.halfHour, cell]));
  const days = Array.from({ length: period.toDay - period.fromDay }, (_, i) => period.fromDay + i);
  return days.map((day) => {
    const first = startOfLocalDay(zone, day) / halfHourSeconds;
    const count = startOfLocalDay(zone, day + 1) / halfHourSeconds - first;
    return {
      date: isoDate(day),
      halfHours: Array.from({ length: count }, (_, i) => {
        const cell = known.get(first + i);
        const share = cell
          ? serviceLevel(of.variant, cell.totals, of.limits)
          : { numerator: 0, denominator: 0 };
        return {
          halfHour: first + i,
          ...share,
          value: printedValue(percentOf(share)),
        };
      }),
    };
  });
}
