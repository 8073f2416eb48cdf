import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Call, dispositionIndex, emptyCall } from "#app/imports/call-records/call.ts";
import { CellBuilder } from "#app/imports/call-records/cell-builder.ts";
import type { RepeatedHashes } from "#app/imports/call-records/closed-hashes.ts";
import { hashWithTime } from "#app/imports/call-records/hash.ts";
import { QueueNames } from "#app/imports/call-records/queue-names.ts";
import { readingOptions } from "./reading.ts";

const second = 1_000_000;
const midnight = Date.UTC(2025, 2, 29) * 1000;

/** Calls of three queues and four days around a clock change; few ids and times, so that some occur twice. */
const anyCall: fc.Arbitrary<Call> = fc
  .record({
    queue: fc.nat(2),
    idHash: fc.nat(3),
    halfHour: fc.nat(4 * 48 - 1),
    wait: fc.nat(700),
    decimals: fc.constantFrom(0, 3, 6),
    answered: fc.boolean(),
    open: fc.boolean(),
  })
  .map(({ queue, idHash, halfHour, wait, decimals, answered, open }) => {
    const arrival = midnight + halfHour * 1800 * second;
    const call = { ...emptyCall(), queue, idHash, arrival, queued: arrival, decimals };
    const left = arrival + wait * second;
    if (open) return { ...call, disposition: dispositionIndex.open };
    if (!answered) return { ...call, disposition: dispositionIndex.abandoned, ended: left };
    return { ...call, disposition: dispositionIndex.answered, answered: left, talk: wait * second };
  });

function built(calls: readonly Call[], limits?: ConstructorParameters<typeof CellBuilder>[1]) {
  const queues = new QueueNames();
  for (const name of ["Växel", "Kö", "Ärenden"]) queues.numberOf(name);
  const builder = new CellBuilder({ ...readingOptions, queues }, limits);
  for (const call of calls) builder.add(call);
  const repeated = builder.finish().toSorted(byPlace);
  builder.close();
  return { repeated, ...builder.stored() };
}

const byPlace = (a: RepeatedHashes, b: RepeatedHashes): number =>
  a.queue - b.queue || a.halfHour - b.halfHour;

describe("days that are packed before the end", () => {
  it("and again when a late record wakes them, give the same as days that are packed once", () => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (calls, records) => {
        expect(built(calls, { cells: 1000, records })).toEqual(built(calls));
      }),
      { numRuns: 300 },
    );
  });

  it("keep a hash of every record, so that a late duplicate is found", () => {
    const call: Call = { ...emptyCall(), arrival: midnight, disposition: dispositionIndex.blocked };
    const others = Array.from({ length: 9 }, (_, i) => ({
      ...call,
      arrival: midnight + i * 86_400 * second,
    }));
    const { repeated } = built([...others, call], { cells: 1000, records: 1 });
    expect(repeated).toMatchObject([{ queue: 0, halfHour: midnight / second / 1800 }]);
    expect(built(others, { cells: 1000, records: 1 }).repeated).toEqual([]);
  });
});

describe("a hash that two records of a half hour share", () => {
  const call: Call = { ...emptyCall(), disposition: dispositionIndex.blocked };

  /** Two calls of other ids and times with the same hash: among so many some pair has. */
  function alikeByChance(): Call[] {
    const seen = new Map<number, Call>();
    for (let i = 0; i < 400_000; i++) {
      const next = { ...call, idHash: Math.imul(i, 0x9e3779b1), arrival: midnight + (i % 1800) * second };
      const hash = hashWithTime(next.idHash, next.arrival);
      const before = seen.get(hash);
      if (before !== undefined) return [before, next];
      seen.set(hash, next);
    }
    throw new Error("no two of them are alike");
  }

  it("is no repetition when their ids have other hashes", () => {
    const alike = alikeByChance();
    expect(alike[0]?.idHash).not.toBe(alike[1]?.idHash);
    expect(built(alike).repeated).toEqual([]);
    const [first] = alike as [Call];
    const hash = hashWithTime(first.idHash, first.arrival);
    expect(built([...alike, first]).repeated).toMatchObject([{ hashes: [hash] }]);
  });
});

describe("calls that are put aside since too many half hours are open", () => {
  it("give the same as calls that are counted at once", () => {
    fc.assert(
      fc.property(
        fc.array(anyCall, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (calls, cells, records) => {
          expect(built(calls, { cells, records })).toEqual(built(calls));
        },
      ),
      { numRuns: 300 },
    );
  });
});
