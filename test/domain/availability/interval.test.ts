import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  difference,
  type Interval,
  intersection,
  totalLength,
  union,
} from "#app/domain/availability/interval.ts";

const horizon = 60;
const anyInterval = fc
  .tuple(fc.nat(horizon), fc.nat(horizon))
  .map(([a, b]): Interval => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const anyIntervals = fc.array(anyInterval, { maxLength: 8 });

/** The obvious reading: each unit of time by itself. */
const units = (intervals: readonly Interval[]): Set<number> =>
  new Set(intervals.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));

describe("time as sets of intervals", () => {
  it("merges what overlaps or touches and leaves out what has no length", () => {
    const intervals = [
      { from: 5, to: 7 },
      { from: 1, to: 3 },
      { from: 7, to: 9 },
      { from: 2, to: 2 },
      { from: 2, to: 4 },
      { from: 20, to: 20 },
    ];
    expect(union(intervals)).toEqual([
      { from: 1, to: 4 },
      { from: 5, to: 9 },
    ]);
  });

  it("is the same as counting every unit", () => {
    fc.assert(
      fc.property(anyIntervals, anyIntervals, (first, second) => {
        const [a, b] = [union(first), union(second)];
        const [x, y] = [units(first), units(second)];
        expect(units(a)).toEqual(x);
        expect(units(intersection(a, b))).toEqual(new Set([...x].filter((unit) => y.has(unit))));
        expect(units(difference(a, b))).toEqual(new Set([...x].filter((unit) => !y.has(unit))));
        expect(totalLength(a)).toBe(BigInt(x.size));
      }),
    );
  });

  it("depends neither on the order of incidents nor on an incident being logged in parts", () => {
    const shuffled = anyIntervals.chain((intervals) =>
      fc.tuple(
        fc.constant(intervals),
        fc.shuffledSubarray(intervals, { minLength: intervals.length }),
        fc.nat(horizon),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([intervals, reordered, cut]) => {
        const split = reordered.flatMap((each) =>
          each.from < cut && cut < each.to
            ? [
                { from: each.from, to: cut },
                { from: cut, to: each.to },
              ]
            : [each],
        );
        expect(union(split)).toEqual(union(intervals));
      }),
    );
  });

  it("stays exact where overlapping lengths add up beyond 2⁵³", () => {
    const century = { from: 0, to: 3_000_000_000_000_001 };
    expect(totalLength(Array.from({ length: 7 }, () => century))).toBe(21_000_000_000_000_007n);
  });
});
