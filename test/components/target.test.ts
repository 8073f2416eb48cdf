import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heatStep, meetsTarget } from "#app/components/target.ts";

const percent = fc.integer({ min: 1, max: 10_000 }).map((n) => (n / 100).toFixed(2));

describe("a value against its target", () => {
  it("is compared unrounded: 89.9999999999999999 misses 90", () => {
    expect(meetsTarget("89.9999999999999999", "90", "higher")).toBe(false);
    expect(meetsTarget("90", "90.0", "higher")).toBe(true);
    expect(meetsTarget("90.0000000000000001", "90", "lower")).toBe(false);
  });

  it("is neither met nor missed where there is no data", () => {
    expect(meetsTarget(null, "90", "higher")).toBeNull();
  });

  it("has a step of the heat map on the side of the line that it is on", () => {
    fc.assert(
      fc.property(
        percent,
        percent,
        fc.constantFrom("higher" as const, "lower" as const),
        (value, target, way) => {
          expect(heatStep(value, target, way) >= 4).toBe(meetsTarget(value, target, way));
        },
      ),
    );
  });

  it("takes the steps at 70, 90, 100 and 105 per cent of the target", () => {
    const steps = ["69.99", "70", "90", "99.99", "100", "104.99", "105"].map((v) =>
      heatStep(v, "100", "higher"),
    );
    expect(steps).toEqual([1, 2, 3, 3, 4, 4, 5]);
    expect(heatStep("0", "20", "lower")).toBe(5);
  });
});
