import { describe, expect, it } from "vitest";
import { emptyTotals } from "#app/domain/measurement/cell.ts";
import { binOfWait, packHistogram } from "#app/domain/measurement/histogram.ts";
import {
  openMissed,
  type ServiceLevelVariant,
  serviceLevel,
  serviceLevelVariants,
  strictServiceLevel,
} from "#app/domain/measurement/service-level.ts";
import { totalsOf } from "./totals.ts";

const limits = { thresholdS: 20, shortAbandonS: 5 };

describe("service level", () => {
  it("is 70.0, 77.8 or 80.0 % for 70 answered in time, 20 later and 10 abandoned in time", () => {
    const waits = (count: number, wait: number): number[] => new Array(count).fill(wait);
    const totals = totalsOf({ answered: [...waits(70, 9), ...waits(20, 30)], abandoned: waits(10, 9) });
    const level = (variant: ServiceLevelVariant): number => {
      const { numerator, denominator } = serviceLevel(variant, totals, limits);
      return Math.round((1000 * numerator) / denominator) / 10;
    };
    expect([level("offered"), level("answered"), level("ignore_t"), level("positive")]).toEqual([
      70, 77.8, 77.8, 80,
    ]);
  });

  it("counts a wait of exactly T as within T, and not as less than T", () => {
    const totals = totalsOf({ answered: [19, 20, 21] });
    expect(serviceLevel("offered", totals, limits).numerator).toBe(2);
    expect(strictServiceLevel("offered", totals, limits)).toEqual({ numerator: 1, denominator: 3 });
  });

  it("takes a wait a microsecond above T as too long", () => {
    expect(binOfWait(20_000_000)).toBe(40);
    expect(binOfWait(20_000_001)).toBe(41);
    expect(binOfWait(600_000_000)).toBe(1200);
    expect(binOfWait(600_000_001)).toBe(1201);
  });

  it("has no value without calls, whatever the variant", () => {
    for (const variant of serviceLevelVariants) {
      expect(serviceLevel(variant, emptyTotals(), limits)).toEqual({ numerator: 0, denominator: 0 });
    }
  });

  it("leaves open calls out until they have waited more than T", () => {
    const totals = { ...emptyTotals(), open: 3, waitsOpen: packHistogram([40, 1, 41, 1, 1201, 1]) };
    expect(openMissed(totals, limits)).toBe(2);
    expect(serviceLevel("offered", totals, limits).denominator).toBe(2);
  });

  it("puts blocked calls into the base of attempts only", () => {
    const totals = totalsOf({ answered: [1, 2], blocked: 5 });
    expect(serviceLevel("attempts", totals, limits).denominator).toBe(7);
    expect(serviceLevel("offered", totals, limits).denominator).toBe(2);
  });
});
