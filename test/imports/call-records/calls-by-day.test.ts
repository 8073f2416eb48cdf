import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dispositions } from "#app/domain/measurement/cell.ts";
import type { Call } from "#app/imports/call-records/call.ts";
import { CallsByDay, groupOfDay } from "#app/imports/call-records/calls-by-day.ts";
import { inFolder, openIn } from "./reading.ts";

/** Nothing, short, about an hour and twelve minutes, and as long as a duration may be. */
const duration = fc.oneof(
  fc.constant(-1),
  fc.nat(600_000_000),
  fc.integer({ min: 2 ** 32 - 2, max: 2 ** 32 + 2 }),
  fc.integer({ min: 2 ** 32, max: 1e13 }),
);
const flag = fc.constantFrom(-1, 0, 1);

/** All that a cell is counted from: where a call stands in its file, and its finest stamp, are noted when it is read. */
const calls: fc.Arbitrary<Call> = fc
  .record({
    file: fc.constant(0),
    line: fc.constant(0),
    stampDecimals: fc.constant(0),
    queue: fc.nat(),
    idHash: fc.integer(),
    arrival: fc.integer({ min: 0, max: 5e15 }),
    queued: duration,
    answered: duration,
    ended: duration,
    disposition: fc.nat(dispositions.length - 1),
    ring: duration,
    ivr: duration,
    talk: duration,
    hold: duration,
    wrap: duration,
    transferred: flag,
    resolved: flag,
    complaint: flag,
    decimals: fc.constantFrom(0, 3, 6),
    openUntil: duration,
  })
  .map((call) => {
    const stamp = (since: number): number => (since < 0 ? -1 : call.arrival + since);
    const { queued, answered, ended, openUntil } = call;
    return {
      ...call,
      queued: stamp(queued),
      answered: stamp(answered),
      ended: stamp(ended),
      openUntil: stamp(openUntil),
    };
  });

/** What was put aside, by day. */
type Aside = readonly (readonly [day: number, call: Call])[];

function givenBack(folder: string, aside: Aside): { group: number; calls: Call[] }[] {
  const store = new CallsByDay(folder);
  for (const [day, call] of aside) store.add(day, call);
  const groups: { group: number; calls: Call[] }[] = [];
  let given: Call[] = [];
  store.giveBack(
    (call) => given.push({ ...call }),
    (group) => {
      if (given.length > 0) groups.push({ group, calls: given });
      given = [];
    },
  );
  store.close();
  expect(openIn(folder)).toEqual([]);
  return groups;
}

describe("calls that are put aside", () => {
  it("come back whole, those of a day before its group ends", () =>
    inFolder(async (folder) => {
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.integer({ min: -300, max: 900_000 }), calls)), (aside) => {
          const expected = Map.groupBy(aside, ([day]) => groupOfDay(day));
          const groups = givenBack(folder, aside);
          expect(groups.map(({ group }) => group)).toEqual([...expected.keys()].sort((a, b) => a - b));
          for (const { group, calls: given } of groups) {
            expect(given).toEqual(expected.get(group)?.map(([, call]) => call));
          }
        }),
      );
    }));

  it("may be many more than are in memory", () =>
    inFolder(async (folder) => {
      fc.assert(
        fc.property(fc.array(calls, { minLength: 1, maxLength: 9 }), (some) => {
          const aside: Aside = Array.from({ length: 20_000 }, (_, i) => [
            i % 3,
            { ...(some[i % some.length] as Call), talk: i },
          ]);
          const groups = givenBack(folder, aside);
          expect(groups.map(({ group, calls: given }) => [group, given.length])).toEqual([
            [0, 6667],
            [1, 6667],
            [2, 6666],
          ]);
          const talks = groups.flatMap(({ calls: given }) => given.map(({ talk }) => talk));
          expect(talks.sort((a, b) => a - b)).toEqual(Array.from({ length: 20_000 }, (_, i) => i));
        }),
        { numRuns: 10 },
      );
    }));
});
