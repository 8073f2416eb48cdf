import type { Interval, IntervalReport } from "#app/domain/measurement/interval/interval.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";

const stockholm = loadZone("Europe/Stockholm");
if (stockholm === null) throw new Error("no zone");
export const zone = stockholm;

/** An interval of 3 March 2025 at the given local half hour, invented; fields that are not given are unknown. */
export function intervalAt(slot: number, given: Partial<Interval> = {}): Interval {
  const midnight = Date.parse("2025-03-03T00:00:00+01:00") / 1000;
  return {
    queue: "q",
    start: midnight + slot * 1800,
    values: {},
    within: [],
    reported: [],
    excluded: false,
    ...given,
  };
}

export const reportOf = (
  intervals: readonly Interval[],
  given: Partial<IntervalReport> = {},
): IntervalReport => ({
  preset: "generic",
  lengthS: 1800,
  attribution: "arrival",
  rounded: [],
  intervals,
  ...given,
});
