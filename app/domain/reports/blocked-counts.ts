import { type Cell, emptyTotals, halfHourSeconds } from "#app/domain/measurement/cell.ts";
import { localDay, monthOfDay, type Zone } from "#app/domain/measurement/zone.ts";
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

/** Blocked calls by local month. Redials are counted each time: the share is an upper bound of callers turned away. */
export function blockedFigures({ counts }: BlockedCounts, zone: Zone): ReportFigure[] {
  const byMonth = Map.groupBy(counts, ({ start }) => monthOfDay(localDay(zone, start)));
  return [...byMonth].flatMap(([month, of]) => {
    const known = of.filter(({ attempts }) => attempts !== null);
    const sumOf = (value: (count: BlockedCount) => number): number => known.reduce((a, b) => a + value(b), 0);
    if (known.length === 0) return [];
    return [
      {
        metric: "blocked_rate",
        variant: "STANDARD",
        unit: "%",
        window: month,
        group: null,
        numerator: countFraction(sumOf(({ blocked }) => blocked)),
        denominator: countFraction(sumOf(({ attempts }) => attempts ?? 0)),
        beside: {},
      },
    ];
  });
}

/**
 * Call records with the blocked calls that only the carrier saw. Both may have counted the same call, so that of each
 * interval the larger number stands. Intervals before the first and after the last record are left out: they would
 * pass for coverage.
 */
export function withBlockedCounts(cells: readonly Cell[], { counts, lengthS }: BlockedCounts): Cell[] {
  const span = Math.max(lengthS, halfHourSeconds);
  const spanOf = (start: number): number => Math.floor(start / span);
  const recorded = new Map<number, number>();
  for (const { halfHour, totals } of cells) {
    const at = spanOf(halfHour * halfHourSeconds);
    recorded.set(at, (recorded.get(at) ?? 0) + totals.blocked);
  }
  const counted = new Map<number, number>();
  for (const { start, blocked } of counts)
    counted.set(spanOf(start), (counted.get(spanOf(start)) ?? 0) + blocked);
  const first = Math.min(...recorded.keys());
  const last = Math.max(...recorded.keys());
  const unseen = [...counted].flatMap(([at, blocked]): Cell[] => {
    const more = blocked - (recorded.get(at) ?? 0);
    if (more <= 0 || at < first || at > last) return [];
    const halfHour = (at * span) / halfHourSeconds;
    return [{ queue: trunkQueue, halfHour, totals: { ...emptyTotals(), blocked: more } }];
  });
  return [...cells, ...unseen.sort((a, b) => a.halfHour - b.halfHour)];
}

/** Stands in place of a queue for calls that reached none. */
export const trunkQueue = "(trunk)";
