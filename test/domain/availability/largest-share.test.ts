import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incidentTraps } from "#app/domain/availability/availability-traps.ts";
import type { LoggedIncident } from "#app/domain/availability/incident-log.ts";
import { union } from "#app/domain/availability/interval.ts";
import { secondsByLargestShare } from "#app/domain/availability/largest-share.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { equal, fraction, zero } from "#app/domain/money/fraction.ts";

const second = 1_000_000;

describe("seconds by the largest share that failed in them", () => {
  it("are those that looking at each second for itself gives", () => {
    const bound = fc.nat({ max: 30 });
    const stretch = fc.tuple(bound, bound).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const outage = fc.record({
      at: stretch,
      open: fc.boolean(),
      percent: fc.option(fc.nat({ max: 100 }), { freq: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(outage, { maxLength: 12 }),
        fc.array(stretch, { maxLength: 4 }),
        (outages, times) => {
          const time = union(times.map(([from, to]) => ({ from: from * second, to: to * second })));
          const seen = secondsByLargestShare(
            outages.map(({ at: [from, to], open, percent }) => ({
              fromUs: from * second,
              toUs: open ? null : to * second,
              affectedShare: percent === null ? null : String(percent / 100),
            })),
            time,
          );
          const percents = Array.from({ length: 30 }, (_, each) =>
            times.some(([from, to]) => from <= each && each < to)
              ? outages
                  .filter(({ at: [from, to], open }) => from <= each && (open || each < to))
                  .reduce((most, { percent }) => Math.max(most, percent ?? 100), 0)
              : 0,
          );
          const sum = percents.reduce((all, percent) => all + percent, 0);
          return equal(seen, fraction(BigInt(sum), 100n));
        },
      ),
    );
  });

  it("are none of a time that is empty", () => {
    const whole = { fromUs: 0, toUs: second, affectedShare: null };
    expect(secondsByLargestShare([whole], [])).toEqual(zero);
  });

  it("take no more than a moment of twenty thousand outages that overlap, each of a share of its own", () => {
    const outages = Array.from({ length: 20_000 }, (_, i) => ({
      fromUs: i * second,
      toUs: (100_000 - i) * second,
      affectedShare: `0.${100_000 + ((i * 7919) % 900_000)}`,
    }));
    const seconds = secondsByLargestShare(outages, [{ from: 0, to: 100_000 * second }]);
    expect(Number(seconds.n) / Number(seconds.d)).toBeGreaterThan(90_000);
  });
});

it("traps look once for the window of each planned outage, however many months ask", () => {
  const zone = loadZone("Europe/Stockholm");
  if (zone === null) throw new Error("no zone");
  const [from, to] = [Date.UTC(2026, 0, 1) * 1000, Date.UTC(2027, 0, 1) * 1000];
  const outage: LoggedIncident = {
    id: null,
    system: "T",
    fromUs: from + 2 * second,
    toUs: to,
    class: null,
    planned: true,
    announcedUs: from - second,
    affectedShare: null,
    noticeUs: null,
    reportUs: null,
  };
  let looks = 0;
  const window: LoggedIncident = {
    ...outage,
    class: "window",
    toUs: from + second,
    get fromUs() {
      looks += 1;
      return from;
    },
  };
  const log = { covered: [{ system: "T", fromUs: from, toUs: to }], incidents: [window, outage] };
  const trapsOf = (month: string) => incidentTraps(log, month, zone, "en").map(({ id }) => id);
  expect(trapsOf("2026-01")).toEqual(["TRAP-20"]);
  const first = looks;
  expect(first).toBeGreaterThan(0);
  expect(["2026-02", "2026-03", "2026-04"].map(trapsOf)).toEqual([["TRAP-20"], ["TRAP-20"], ["TRAP-20"]]);
  expect(looks).toBe(first);
});
