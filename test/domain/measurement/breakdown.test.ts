import { describe, expect, it } from "vitest";
import { breakDown, partsOfMonth, spreadOf } from "#app/domain/measurement/breakdown.ts";
import type { Cell } from "#app/domain/measurement/cell.ts";
import { defaultDefinition } from "#app/domain/measurement/definition.ts";
import { keyFigureIds } from "#app/domain/measurement/key-figures.ts";
import { monthFigures, ruleOf } from "#app/domain/measurement/measure.ts";
import { monthsOfQueue } from "#app/domain/measurement/months.ts";
import { waitDistribution } from "#app/domain/measurement/wait-distribution.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { fraction } from "#app/domain/money/fraction.ts";
import { tailError, wilson } from "#app/domain/statistics/proportion-interval.ts";
import { totalsOf } from "./totals.ts";

const rule = ruleOf(defaultDefinition);
const cell = (start: string, answered: number[], abandoned: number[] = []): Cell => ({
  queue: "*",
  halfHour: Date.parse(start) / 1_800_000,
  totals: totalsOf({ answered, abandoned }),
});
const times = (count: number, wait: number): number[] => new Array(count).fill(wait);

/** Invented: Monday 1 September to Tuesday 2 September 2025. */
const cells = [
  cell("2025-09-01T08:00:00+02:00", times(27, 10), times(13, 40)),
  cell("2025-09-01T08:30:00+02:00", times(5, 30)),
  cell("2025-09-02T23:30:00+02:00", times(29, 10)),
];

const zone = loadZone("Europe/Stockholm");
if (zone === null) throw new Error();
const [month] = monthsOfQueue(cells, "*", zone);
if (month === undefined) throw new Error();

describe("a key figure broken down", () => {
  it("has every hour, weekday and day of the month, and no value where no call came", () => {
    const counts = (["hour", "half_hour", "weekday", "day"] as const).map(
      (by) => partsOfMonth(by, "2025-09", cells, zone).length,
    );
    expect(counts).toEqual([24, 48, 7, 30]);
    const days = breakDown("asa", "day", partsOfMonth("day", "2025-09", cells, zone), rule);
    expect(days[0]).toMatchObject({ key: "2025-09-01", value: "13.125", denominator: 32, interval: null });
    expect(days[2]).toMatchObject({ key: "2025-09-03", value: null, denominator: 0 });
  });

  it.each(keyFigureIds)("adds up to the month: %s", (id) => {
    const parts = breakDown(id, "weekday", partsOfMonth("weekday", "2025-09", cells, zone), rule);
    const whole = monthFigures(month, defaultDefinition).kpis[id];
    const sum = (of: (part: (typeof parts)[number]) => number) =>
      parts.reduce((total, each) => total + of(each), 0);
    if (id === "max_wait" || id === "total_calls") return;
    expect(sum(({ denominator }) => denominator)).toBe(whole.denominator);
    expect(sum(({ numerator }) => Number(numerator))).toBeCloseTo(Number(whole.numerator), 6);
  });

  it("gives no value below 30 calls at a time of day, but the interval", () => {
    const hours = breakDown("service_level", "hour", partsOfMonth("hour", "2025-09", cells, zone), rule);
    expect(hours[8]).toMatchObject({ key: "08:00", value: "60", denominator: 45, tooFew: false });
    expect(hours[23]).toMatchObject({ key: "23:00", value: null, denominator: 29, tooFew: true });
    expect(hours[23]?.interval).toEqual({ low: "88.30", high: "100" });
  });

  it("shows Wilson's interval as the exact one rounds", () => {
    const [part] = breakDown("service_level", "day", partsOfMonth("day", "2025-09", cells, zone), rule);
    const exact = wilson({ successes: 27, n: 45 }, tailError(fraction(95n, 100n), "two"));
    const percent = ({ n, d }: { n: bigint; d: bigint }) => (100 * Number(n)) / Number(d);
    expect(Number(part?.interval?.low)).toBeCloseTo(percent(exact.low), 2);
    expect(Number(part?.interval?.high)).toBeCloseTo(percent(exact.high), 2);
  });
});

describe("the spread of the formulas", () => {
  it("is the highest minus the lowest, of those that have a value", () => {
    const share = (numerator: number, denominator: number) => ({ numerator, denominator });
    expect(spreadOf([share(6, 20), share(6, 8), share(0, 0), share(14, 20)])).toBe("45");
    expect(spreadOf([share(6, 20), share(0, 0)])).toBeNull();
  });
});

describe("the distribution of waits", () => {
  const totals = totalsOf({ answered: [0, 5, 6, 20, 21, 700], abandoned: [3, 120, 121] });

  it("has a bound at the threshold, counts what is exactly there as in time, and loses no call", () => {
    const waits = waitDistribution(totals, 20);
    expect(waits[0]).toEqual({ from: 0, to: 5, answered: 2, abandoned: 1 });
    expect(waits[3]).toEqual({ from: 15, to: 20, answered: 1, abandoned: 0 });
    expect(waits[4]).toEqual({ from: 20, to: 25, answered: 1, abandoned: 0 });
    expect(waits.at(-1)).toEqual({ from: 120, to: null, answered: 1, abandoned: 1 });
    expect(waits.reduce((sum, { answered, abandoned }) => sum + answered + abandoned, 0)).toBe(9);
  });

  it.each([1, 7, 25, 60, 600])("has a bound at %i s", (threshold) => {
    const waits = waitDistribution(totals, threshold);
    expect(waits.some(({ to }) => to === threshold)).toBe(true);
    expect(waits.reduce((sum, { answered, abandoned }) => sum + answered + abandoned, 0)).toBe(9);
  });
});
