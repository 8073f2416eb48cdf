import { type Cell, emptyTotals, halfHourSeconds } from "#app/domain/measurement/cell.ts";
import { allQueues, type Month, monthsOfQueue } from "#app/domain/measurement/months.ts";
import { isoLocal, localDay, monthOfDay, type Zone } from "#app/domain/measurement/zone.ts";
import { countFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

/** SIP responses with which a call is turned away: busy here, service unavailable, busy everywhere. */
export const blockingCodes = ["486", "503", "600"] as const;

/** Calls of one trunk group in one interval, as its carrier or border controller counts them. */
export interface BlockedCount {
  /** Epoch seconds. */
  readonly start: number;
  readonly trunk: string;
  readonly blocked: number;
  /** All calls that came in, blocked ones too; null when the counter does not say. */
  readonly attempts: number | null;
}

export interface BlockedCounts {
  readonly lengthS: 900 | 1800 | 3600;
  /** Totals by SIP code over all of the file, for those that it tells apart. */
  readonly byCode: Readonly<Record<string, number>>;
  /** By start, then trunk. */
  readonly counts: readonly BlockedCount[];
}

/**
 * Blocked calls by local month, and in its busiest hour (the first of equals). Redials are counted each time: the share
 * is an upper bound of callers turned away.
 */
export function blockedFigures({ counts }: BlockedCounts, zone: Zone): ReportFigure[] {
  const known = counts.flatMap(({ start, blocked, attempts }) =>
    attempts === null ? [] : [{ start, blocked, attempts }],
  );
  const byMonth = Map.groupBy(known, ({ start }) => monthOfDay(localDay(zone, start)));
  return [...byMonth].flatMap(([month, of]) => {
    const attempts = sumsBy(of, hourOf, (each) => each.attempts);
    const [busiest = 0] = [...attempts].reduce((a, b) => (b[1] > a[1] ? b : a));
    const inBusiest = of.filter((each) => hourOf(each) === busiest);
    return [rateOf(month, of), rateOf(isoLocal(zone, busiest), inBusiest)];
  });
}

/** Epoch seconds of the hour in which an interval lies. */
const hourOf = ({ start }: { readonly start: number }): number => Math.floor(start / 3600) * 3600;

function rateOf(
  window: string,
  of: readonly { readonly blocked: number; readonly attempts: number }[],
): ReportFigure {
  return {
    metric: "blocked_rate",
    variant: "STANDARD",
    unit: "%",
    window,
    group: null,
    numerator: countFraction(of.reduce((sum, { blocked }) => sum + blocked, 0)),
    denominator: countFraction(of.reduce((sum, { attempts }) => sum + attempts, 0)),
    beside: {},
  };
}

/**
 * The months of all queues together, with the blocked calls that only the carrier saw. Both may have counted the same
 * call, so that of each interval the larger number stands. Days without a record are left out: they would pass for
 * coverage.
 */
export function monthsWithBlocked(
  months: readonly Month[],
  { counts, lengthS }: BlockedCounts,
  zone: Zone,
): Month[] {
  const span = Math.max(lengthS, halfHourSeconds);
  const spanOf = (start: number): number => Math.floor(start / span) * span;
  const cells = months.flatMap(({ halfHours }) => halfHours);
  const recorded = sumsBy(
    cells,
    ({ halfHour }) => spanOf(halfHour * halfHourSeconds),
    ({ totals }) => totals.blocked,
  );
  const counted = sumsBy(
    counts,
    ({ start }) => spanOf(start),
    ({ blocked }) => blocked,
  );
  const days = new Set(months.flatMap((month) => [...month.days]));
  const unseen = [...counted].flatMap(([start, blocked]): Cell[] => {
    const more = blocked - (recorded.get(start) ?? 0);
    if (more <= 0 || !days.has(localDay(zone, start))) return [];
    return [
      { queue: allQueues, halfHour: start / halfHourSeconds, totals: { ...emptyTotals(), blocked: more } },
    ];
  });
  return unseen.length === 0 ? [...months] : monthsOfQueue([...cells, ...unseen], allQueues, zone);
}

function sumsBy<T>(
  all: readonly T[],
  keyOf: (each: T) => number,
  value: (each: T) => number,
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const each of all) sums.set(keyOf(each), (sums.get(keyOf(each)) ?? 0) + value(each));
  return sums;
}
