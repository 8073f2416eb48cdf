import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, offeredOf } from "#app/domain/measurement/cell.ts";
import { defaultDefinition, defaultRequirement } from "#app/domain/measurement/definition.ts";
import { countWithin } from "#app/domain/measurement/histogram.ts";
import type { Interval } from "#app/domain/measurement/interval/interval.ts";
import { measureIntervals } from "#app/domain/measurement/interval/measure-intervals.ts";
import { measureFromCells } from "#app/domain/measurement/measure.ts";
import { everything } from "#app/domain/measurement/period.ts";
import { totalsOf } from "../totals.ts";
import { intervalAt, reportOf, zone } from "./intervals.ts";

const measure = (intervals: readonly Interval[], given = {}, definition = defaultDefinition) =>
  measureIntervals(reportOf(intervals, given), definition, everything, zone);

const month = (intervals: readonly Interval[], given = {}, definition = defaultDefinition) => {
  const [all] = measure(intervals, given, definition).months;
  if (all === undefined) throw new Error("no month");
  return all;
};

/** What a report with limits of 20 s and 5 s would say of a half hour of calls. */
function asInterval({ queue, halfHour, totals }: Cell): Interval {
  const { answered, abandoned, blocked, waitAnswered, waitAbandoned } = totals;
  const within = (seconds: number) => ({
    thresholdS: seconds,
    answered: countWithin(totals.waitsAnswered, seconds),
    abandoned: countWithin(totals.waitsAbandoned, seconds),
  });
  return {
    queue,
    start: halfHour * 1800,
    values: {
      offered: offeredOf(totals),
      answered,
      abandoned,
      flowOut: totals.timeout + totals.overflow,
      blocked,
      waitAnswered: Number(waitAnswered),
      waitAbandoned: Number(waitAbandoned),
      maxWait: totals.maxWaitAnswered,
    },
    within: [within(5), within(20)],
    reported: [],
    excluded: false,
  };
}

const halfHourOfCalls = fc
  .record({
    slot: fc.integer({ min: 0, max: 47 }),
    queue: fc.constantFrom("a", "b"),
    answered: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 40 }),
    abandoned: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
    blocked: fc.nat({ max: 4 }),
  })
  .map(({ slot, queue, answered, abandoned, blocked }): Cell => {
    const midnight = Date.parse("2025-03-03T00:00:00+01:00") / 1_800_000;
    const totals = { ...totalsOf({ answered, abandoned }), blocked };
    return { queue, halfHour: midnight + slot, totals };
  });

describe("an interval report", () => {
  it("gives the figures, verdicts and traps of the calls that it sums up", () => {
    const definition = {
      ...defaultDefinition,
      requirements: [
        { ...defaultRequirement(defaultDefinition), id: "A", minimumCoveragePercent: "0" },
        { ...defaultRequirement(defaultDefinition), id: "B", variant: "positive" as const, target: "80" },
      ],
    };
    const known = [
      "service_level",
      "answer_rate",
      "abandon_rate",
      "blocked_rate",
      "total_calls",
      "asa",
    ] as const;
    const alike = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 17].map((n) => `TRAP-${String(n).padStart(2, "0")}`));
    fc.assert(
      fc.property(
        fc.uniqueArray(halfHourOfCalls, { selector: (c) => `${c.queue} ${c.halfHour}`, minLength: 1 }),
        (cells) => {
          const calls = measureFromCells(cells, definition, everything, zone);
          const report = measure(cells.map(asInterval), {}, definition);
          for (const [i, of] of calls.months.entries()) {
            const same = report.months[i];
            expect(same?.service_level).toEqual(of.service_level);
            for (const id of [...known, "avg_abandon_time", "max_wait", "interval_sl_share"] as const)
              expect({ id, ...same?.kpis[id] }).toEqual({ id, ...of.kpis[id] });
          }
          expect(report.verdicts).toEqual(calls.verdicts);
          expect(report.period).toEqual(calls.period);
          const traps = (found: typeof calls.traps) =>
            found.filter(({ id, month }) => alike.has(id) && (id !== "TRAP-08" || month === null));
          expect(traps(report.traps)).toEqual(traps(calls.traps));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("has no level for another limit than its own", () => {
    const counted = intervalAt(16, {
      values: { offered: 40, answered: 32, abandoned: 6 },
      within: [{ thresholdS: 15, answered: 30, abandoned: 4 }],
    });
    const at = (thresholdS: number) =>
      month([counted], {}, { ...defaultDefinition, thresholdS }).service_level.variants;
    expect(at(15).offered).toEqual({ value: "75", numerator: 30, denominator: 40 });
    expect(Object.values(at(20)).map(({ value }) => value)).toEqual(new Array(8).fill(null));
  });

  it("gives the four formulas of UCCX, and none that needs what it does not tell", () => {
    const counted = intervalAt(16, {
      values: { offered: 40, answered: 32, abandoned: 6, flowOut: 2 },
      within: [{ thresholdS: 20, answered: 30, abandoned: 4 }],
    });
    const { variants } = month([counted]).service_level;
    const values = Object.fromEntries(
      Object.entries(variants).map(([variant, { value }]) => [variant, value]),
    );
    expect(values).toEqual({
      offered: "75",
      attempts: null,
      answered: "93.75",
      positive: "85",
      ignore_t: "83.3333333333",
      short: null,
      genesys: "78.9473684211",
      avaya_bcms: "75",
    });
  });

  it("leaves an interval out of a figure of which it does not tell all, and its count unknown", () => {
    const told = intervalAt(16, { values: { offered: 40, answered: 30, blocked: 10 } });
    const untold = intervalAt(17, { values: { offered: 60, answered: 60 } });
    const { kpis, blocked, offered, closed } = month([told, untold]);
    expect(kpis.blocked_rate).toMatchObject({ numerator: 10, denominator: 50, value: "20" });
    expect(kpis.answer_rate).toMatchObject({ numerator: 90, denominator: 100 });
    expect({ blocked, offered, closed }).toEqual({ blocked: null, offered: 100, closed: null });
    expect(kpis.total_calls).toMatchObject({ value: "50" });
  });

  it("of hours says nothing of half hours", () => {
    const hour = intervalAt(16, {
      values: { offered: 40, answered: 32 },
      within: [{ thresholdS: 20, answered: 30, abandoned: null }],
    });
    expect(month([hour]).kpis.interval_sl_share.value).toBe("100");
    expect(month([hour], { lengthS: 3600 }).kpis.interval_sl_share.value).toBeNull();
    expect(measure([hour], { lengthS: 3600 }).coverage).toMatchObject({ half_hours_with_calls: 2 });
  });

  it("adds quarters of an hour to half hours", () => {
    const quarters = [16, 16.5].map((slot) =>
      intervalAt(slot, {
        values: { offered: 8, answered: 8 },
        within: [{ thresholdS: 20, answered: slot === 16 ? 8 : 4, abandoned: null }],
      }),
    );
    // Neither quarter alone has the ten calls that count.
    expect(month(quarters, { lengthS: 900 }).kpis.interval_sl_share).toMatchObject({
      value: "100",
      denominator: 1,
    });
  });
});
