import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AvailabilityInput,
  allowedDowntime,
  maintenanceRules,
  measureAvailability,
} from "#app/domain/availability/availability.ts";
import { difference, type Interval, union } from "#app/domain/availability/interval.ts";
import {
  add,
  compare,
  type Fraction,
  hundred,
  parseDecimal,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";

const hour = 3_600_000_000;
const stretch = (from: number, to: number): Interval => ({ from: from * hour, to: to * hour });
const period = stretch(0, 100);

const measure = (input: Partial<AvailabilityInput>) =>
  measureAvailability({
    period,
    serviceTime: [period],
    incidents: [],
    maintenance: [],
    rule: "exclude-from-both",
    ...input,
  });
const hours = (value: Fraction): number => Number(value.n) / Number(value.d) / 3600;

describe("availability", () => {
  it("lets an open incident run to the end of the period", () => {
    const { down, incidents } = measure({ incidents: [{ from: 90 * hour, to: null }] });
    expect([hours(down), incidents]).toEqual([10, 1]);
  });

  it("counts incidents that touch the period: those without length, not those of other periods", () => {
    const incidents = [
      stretch(5, 5),
      stretch(-2, 1),
      stretch(-3, -1),
      stretch(100, 101),
      { from: 101 * hour, to: null },
      { from: -5 * hour, to: null },
    ];
    expect(measure({ incidents }).incidents).toBe(3);
  });

  it("counts work beyond the end of an announced window as downtime", () => {
    const { down, excluded, agreed } = measure({
      incidents: [stretch(10, 17)],
      maintenance: [stretch(9, 14)],
    });
    expect([hours(down), hours(excluded), hours(agreed)]).toEqual([3, 5, 95]);
  });

  it("takes nothing from agreed time by the rule downtime-only", () => {
    const { down, agreed } = measure({
      incidents: [stretch(10, 17)],
      maintenance: [stretch(9, 14)],
      rule: "downtime-only",
    });
    expect([hours(down), hours(agreed)]).toEqual([3, 100]);
  });

  it("looks at service hours only, for downtime and for maintenance", () => {
    const { agreed, excluded, down } = measure({
      serviceTime: [stretch(8, 18), stretch(32, 42)],
      incidents: [stretch(16, 34)],
      maintenance: [stretch(0, 9), stretch(17, 20)],
    });
    expect([hours(agreed), hours(excluded), hours(down)]).toEqual([18, 2, 3]);
  });

  it("has no value when all agreed time is maintenance", () => {
    expect(measure({ maintenance: [stretch(-1, 101)] }).percent).toBeNull();
    expect(measure({ serviceTime: [] }).percent).toBeNull();
  });

  const anyInterval = fc
    .tuple(fc.integer({ min: -20, max: 120 }), fc.integer({ min: -20, max: 120 }))
    .map(([a, b]) => stretch(Math.min(a, b), Math.max(a, b)));
  const anyInput = fc.record({
    serviceTime: fc
      .array(anyInterval, { minLength: 1, maxLength: 4 })
      .map((intervals) =>
        union(intervals.map(({ from, to }) => ({ from: Math.max(from, 0), to: Math.min(to, 100 * hour) }))),
      ),
    incidents: fc.array(anyInterval, { maxLength: 6 }),
    maintenance: fc.array(anyInterval, { maxLength: 4 }),
    rule: fc.constantFrom(...maintenanceRules),
  });

  it("and its complement are together 100 %: whatever was down was up, and the other way round", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const all = { ...input, rule: "exclude-from-both" as const };
        const reversed = difference([stretch(-20, 120)], union(input.incidents));
        const [percent, complement] = [
          measure(all).percent,
          measure({ ...all, incidents: reversed }).percent,
        ];
        expect(percent && complement && add(percent, complement)).toEqual(percent && hundred);
      }),
    );
  });

  it("never rises with one more incident, nor falls with more of the downtime announced", () => {
    fc.assert(
      fc.property(anyInput, anyInterval, (input, extra) => {
        const { down, naiveSum } = measure(input);
        const worse = measure({ ...input, incidents: [...input.incidents, extra] });
        expect(compare(worse.down, down)).toBeGreaterThanOrEqual(0);
        expect(compare(naiveSum, down)).toBeGreaterThanOrEqual(0);
        const announced = measure({ ...input, maintenance: [...input.maintenance, extra] });
        expect(compare(announced.down, down)).toBeLessThanOrEqual(0);
        if (input.rule === "downtime-only") expect(announced.agreed).toEqual(measure(input).agreed);
      }),
    );
  });

  it.each([
    [{ hours: 30 * 24, target: "99.5", seconds: 12_960 }],
    [{ hours: 743, target: "99.5", seconds: 13_374 }],
    [{ hours: 745, target: "99.5", seconds: 13_410 }],
    [{ hours: 31 * 24, target: "100", seconds: 0 }],
  ])("allows by its target $hours hours × (100 − $target) % = $seconds s", ({ hours, target, seconds }) => {
    const allowed = allowedDowntime(wholeNumber(hours * 3600), parseDecimal(target) ?? zero);
    expect(allowed).toEqual(wholeNumber(seconds));
  });
});
