import { type Cell, halfHourSeconds } from "#app/domain/measurement/cell.ts";
import { compareCodePoints } from "#app/domain/measurement/months.ts";
import { isoDate, localDay, type Zone } from "#app/domain/measurement/zone.ts";

/** Local dates of one queue for which there are calls twice: the first, the last and how many. */
export interface Overlap {
  readonly queue: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

type Counted = Pick<Cell, "queue" | "halfHour">;

/**
 * Where fresh half hours fall on local dates of a queue that has calls on that date already: those calls would count
 * twice, or half a day would be taken for a whole one. Other queues, and other dates, stand side by side.
 */
export function overlaps(stored: readonly Counted[], fresh: readonly Counted[], zone: Zone): Overlap[] {
  const taken = daysByQueue(stored, zone);
  const shared = [...daysByQueue(fresh, zone)].map(([queue, days]) => ({
    queue,
    days: [...days].filter((day) => taken.get(queue)?.has(day)),
  }));
  return shared
    .filter(({ days }) => days.length > 0)
    .map(({ queue, days }) => ({
      queue,
      from: isoDate(Math.min(...days)),
      to: isoDate(Math.max(...days)),
      days: days.length,
    }))
    .sort((a, b) => compareCodePoints(a.queue, b.queue));
}

function daysByQueue(cells: readonly Counted[], zone: Zone): Map<string, Set<number>> {
  const days = new Map<string, Set<number>>();
  for (const { queue, halfHour } of cells) {
    const known = days.get(queue) ?? new Set();
    days.set(queue, known.add(localDay(zone, halfHour * halfHourSeconds)));
  }
  return days;
}

/**
 * The imports that count: those that `counts` holds of, without those whose place another of them took, itself or
 * through one that no longer counts. `replacedBy` gives the ids of the imports whose place an import took.
 */
export function inForce<Import extends { readonly id: string }>(
  imports: readonly Import[],
  counts: (each: Import) => boolean,
  replacedBy: (each: Import) => readonly string[],
): Import[] {
  const byId = new Map(imports.map((each) => [each.id, each]));
  const counting = imports.filter(counts);
  const replaced = new Set<string>();
  const waiting = counting.flatMap(replacedBy);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (replaced.has(id)) continue;
    replaced.add(id);
    const earlier = byId.get(id);
    if (earlier !== undefined) waiting.push(...replacedBy(earlier));
  }
  return counting.filter(({ id }) => !replaced.has(id));
}
