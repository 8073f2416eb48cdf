import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  exponentialValue,
  linearValue,
  logisticValue,
  stepValue,
} from "#app/domain/evaluation/value-function.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  compare,
  type Fraction,
  fraction,
  one,
  parseDecimal,
  toExact,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { answer } from "./run-case.ts";

const d = (text: string): Fraction => parseDecimal(text) ?? fraction(-1n, 97n);

describe("linear", () => {
  it("runs in either direction and is clipped", () => {
    expect(["2", "13", "24", "30"].map((x) => toExact(linearValue(d(x), d("24"), d("2"))))).toEqual([
      "1",
      "1/2",
      "0",
      "0",
    ]);
    const params = { type: "linear", zero: "80", full: "100" };
    expect(answer("value_function", params, [{ id: "x", x: "95" }]).scores).toEqual({ x: "0.75" });
  });
});

describe("step", () => {
  it("includes its bound in both directions", () => {
    const steps = [[d("5"), one]] as const;
    const shares = (direction: "higher" | "lower") =>
      ["4.9", "5", "5.1"].map((x) => toExact(stepValue(d(x), zero, steps, direction)));
    expect(shares("higher")).toEqual(["0", "1", "1"]);
    expect(shares("lower")).toEqual(["1", "1", "0"]);
  });
});

describe("logistic", () => {
  it("is a half in the middle, symmetric, and never quite 0 or 1", () => {
    expect(toExact(logisticValue(d("3"), d("2"), d("3")))).toBe("1/2");
    const up = logisticValue(d("4"), d("2"), d("3"));
    // 1/(1 + e^−2)
    expect(toDecimal(up, 20, halfEven)).toBe("0.88079707797788244406");
    for (const x of ["-300", "300"]) {
      const value = logisticValue(d(x), d("10"), d("0"));
      expect([compare(value, zero), compare(value, one)]).toEqual([1, -1]);
    }
  });
});

describe("exponential", () => {
  it("runs from 0 to 1, bends by the sign of ρ, and becomes the line for a large ρ", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 500 }),
        (percent, hundredths) => {
          const u = fraction(BigInt(percent), 100n);
          const rho = fraction(BigInt(hundredths), 100n);
          expect(compare(exponentialValue(u, rho), u)).toBe(1);
          expect(compare(exponentialValue(u, { n: -rho.n, d: rho.d }), u)).toBe(-1);
        },
      ),
      { numRuns: 50 },
    );
    expect(toExact(exponentialValue(d("0.3"), fraction(10n ** 60n)))).toBe("3/10");
    expect([zero, one].map((u) => toExact(exponentialValue(u, d("0.5"))))).toEqual(["0", "1"]);
  });

  it("stays finite however steep", () => {
    for (const rho of ["0.000001", "-0.000001"]) {
      const value = exponentialValue(d("0.5"), d(rho));
      expect(toDecimal(value, 10, halfEven)).toBe(rho.startsWith("-") ? "0" : "1");
    }
  });
});
