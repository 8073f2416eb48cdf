import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exponential, seededRandom } from "#app/domain/example/random.ts";

const draw = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe("seeded random numbers", () => {
  it("are the published sequence of mulberry32", () => {
    // Tommy Ettinger's generator with seed 42, as its public-domain C version gives it.
    const first = draw(42, 3).map((value) => Math.round(value * 4_294_967_296));
    expect(first).toEqual([2_581_720_956, 1_925_393_290, 3_661_312_704]);
  });

  it("stay in [0, 1) and repeat for the same seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
        const values = draw(seed, 100);
        expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
        expect(draw(seed, 100)).toEqual(values);
      }),
    );
  });

  it("make exponential times with the mean asked for", () => {
    const random = seededRandom(1);
    const times = Array.from({ length: 100_000 }, () => exponential(random, 90));
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
    expect(mean).toBeGreaterThan(89);
    expect(mean).toBeLessThan(91);
    expect(Math.min(...times.slice(0, 1000))).toBeGreaterThanOrEqual(0);
  });
});
