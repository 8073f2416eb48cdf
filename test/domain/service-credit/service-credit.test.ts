import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, type Fraction, fraction, wholeNumber, zero } from "#app/domain/money/fraction.ts";
import {
  serviceCredit,
  startedHoursPercent,
  stepPercent,
} from "#app/domain/service-credit/service-credit.ts";

const step = (limit: number, percent: number) => ({
  limit: wholeNumber(limit),
  percent: wholeNumber(percent),
});
const whole = (value: number): Fraction => wholeNumber(value);

describe("service credits", () => {
  it("take the deepest step passed and never the sum", () => {
    const steps = [step(90, 5), step(80, 12)];
    expect([95, 90, 89, 80, 79].map((value) => stepPercent(steps, whole(value), "below").n)).toEqual([
      0n,
      0n,
      5n,
      5n,
      12n,
    ]);
  });

  it("turn round where more is worse", () => {
    const steps = [step(20, 5), step(60, 12)];
    expect([20, 21, 61].map((value) => stepPercent(steps, whole(value), "above").n)).toEqual([0n, 5n, 12n]);
  });

  it("compare exact values: a hair below is below, though it would show as the limit", () => {
    const hair = fraction(8999999999n, 100000000n);
    expect(compare(stepPercent([step(90, 5)], hair, "below"), zero)).toBe(1);
  });

  it("count every started hour of a delay whole", () => {
    expect(startedHoursPercent(fraction(5n, 2n), whole(2)).n).toBe(6n);
    expect(startedHoursPercent(zero, whole(2))).toEqual(zero);
  });

  it("stop at the cap", () => {
    expect(serviceCredit(whole(10400), whole(40), whole(15))).toEqual(whole(1560));
    expect(serviceCredit(whole(10400), whole(5), null)).toEqual(whole(520));
  });

  it("never fall when the value gets worse, if deeper steps cost more", () => {
    const steps = [step(90, 5), step(80, 12), step(60, 20)];
    fc.assert(
      fc.property(fc.nat(120), fc.nat(120), (a, b) => {
        const [worse, better] = [Math.min(a, b), Math.max(a, b)];
        const order = compare(
          stepPercent(steps, whole(worse), "below"),
          stepPercent(steps, whole(better), "below"),
        );
        expect(order).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
