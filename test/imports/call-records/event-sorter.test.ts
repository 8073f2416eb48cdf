import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QueueEvent } from "#app/imports/call-records/event-bytes.ts";
import { EventSorter } from "#app/imports/call-records/event-sorter.ts";
import { queueEffects } from "#app/imports/call-records/queue-events.ts";
import { inFolder, openIn } from "./reading.ts";

/** Many of them the same, as those of a log in whole seconds are. */
const times = fc.oneof(fc.nat(3), fc.constantFrom(1e15, 1e15 + 1), fc.nat(4_100_000_000));

const events: fc.Arbitrary<QueueEvent[]> = fc
  .array(
    fc.record({
      micros: times,
      later: fc.oneof(fc.constant(-1), times),
      decimals: fc.constantFrom(0, 3, 6),
      file: fc.constantFrom(0, 2 ** 32 - 1),
      call: fc.string({ unit: "grapheme", maxLength: 40 }),
      queue: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
      effect: fc.constantFrom(...queueEffects),
      hold: fc.oneof(fc.constant(Number.NaN), fc.nat(9_999_999)),
    }),
    { maxLength: 200 },
  )
  .map((all) =>
    all.toSorted((a, b) => a.file - b.file).map((event, line): QueueEvent => ({ ...event, line })),
  );

describe("the events of a queue log", () => {
  it("come back whole and by time, those of one time as they came, however few of them fit in memory", () =>
    inFolder(async (folder) => {
      fc.assert(
        fc.property(events, fc.integer({ min: 1, max: 4000 }), (all, inMemory) => {
          const sorter = new EventSorter(folder, inMemory);
          for (const event of all) sorter.add(event);
          const expected = all.toSorted((a, b) => a.micros - b.micros || a.line - b.line);
          expect([...sorter.byTime()]).toEqual(expected);
          expect([...sorter.byTime()]).toEqual(expected);
          sorter.close();
        }),
      );
      expect(openIn(folder)).toEqual([]);
    }));

  it("may be many more than fit in memory", () =>
    inFolder(async (folder) => {
      const count = 500_000;
      const before = process.memoryUsage().arrayBuffers;
      let peak = 0;
      const look = (i: number): void => {
        if (i % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
      };
      const sorter = new EventSorter(folder, 1 << 20);
      const event = { later: -1, decimals: 0, file: 0, queue: 1, effect: "enter", hold: Number.NaN } as const;
      for (let line = 0; line < count; line++) {
        look(line);
        // A prime, so that its steps come to every time once.
        sorter.add({ ...event, micros: (line * 6_700_417) % count, line, call: `1740000000.${line}` });
      }
      let next = 0;
      for (const { micros } of sorter.byTime()) {
        look(next);
        if (micros !== next) throw new Error(`${micros} comes as number ${next}`);
        next += 1;
      }
      sorter.close();
      expect(next).toBe(count);
      // They are 27 MB.
      expect(peak).toBeLessThan(10e6);
    }));
});
