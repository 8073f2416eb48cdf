import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Leg, LegsByCall } from "#app/imports/call-records/legs-by-call.ts";
import { inFolder, openIn } from "./reading.ts";

const text = fc.string({ unit: "grapheme", maxLength: 12 });

const leg: fc.Arbitrary<Leg> = fc.record({
  file: fc.nat(9),
  line: fc.nat(20_000_000),
  start: text,
  answered: text,
  end: text,
  reason: text,
  from: text,
  to: text,
  toType: text,
  finalType: text,
});

/** Few numbers, so that calls have several legs; some that have no meaning but as text. */
const id = fc.oneof(fc.constantFrom("1", "2", "__proto__", "å", "a\u0000b"), text);

function callsOf(
  folder: string,
  legs: readonly (readonly [string, Leg])[],
  mostLegs = Number.POSITIVE_INFINITY,
) {
  const store = new LegsByCall(folder);
  for (const [call, each] of legs) store.add(call, each);
  const calls = [...store.calls(mostLegs)];
  store.close();
  expect(openIn(folder)).toEqual([]);
  return new Map(calls);
}

const grouped = (legs: readonly (readonly [string, Leg])[]): Map<string, Leg[]> =>
  new Map([...Map.groupBy(legs, ([call]) => call)].map(([call, all]) => [call, all.map(([, each]) => each)]));

describe("the legs of calls", () => {
  it("come back whole, call by call, as they were added", () =>
    inFolder(async (folder) => {
      fc.assert(
        fc.property(fc.array(fc.tuple(id, leg)), (legs) => {
          expect(callsOf(folder, legs)).toEqual(grouped(legs));
        }),
      );
    }));

  it("may be many more than are in memory, and longer than a block", () =>
    inFolder(async (folder) => {
      fc.assert(
        fc.property(fc.array(leg, { minLength: 1, maxLength: 5 }), fc.nat(40_000), (some, long) => {
          const legs = Array.from({ length: 3000 }, (_, i) => {
            const each = some[i % some.length] as Leg;
            const to = i % 500 === 7 ? "å".repeat(long) : `${i} ${"x".repeat(100)}`;
            return [`call ${i % 7}`, { ...each, to }] as const;
          });
          expect(callsOf(folder, legs)).toEqual(grouped(legs));
        }),
        { numRuns: 20 },
      );
    }));

  it("are given up to a number, however many a call has", () =>
    inFolder(async (folder) => {
      const [each] = fc.sample(leg, 1) as [Leg];
      const calls = callsOf(
        folder,
        Array.from({ length: 5000 }, (_, line) => ["1", { ...each, line }]),
        3,
      );
      expect(calls.get("1")?.map(({ line }) => line)).toEqual([0, 1, 2]);
    }));
});
