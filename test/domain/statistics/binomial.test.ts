import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  absolute,
  compare,
  type Fraction,
  fraction,
  multiply,
  one,
  parseDecimal,
  subtract,
  sum,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { binomialAtLeast, binomialAtMost } from "#app/domain/statistics/binomial.ts";
import { chiSquareSurvival } from "#app/domain/statistics/chi-square.ts";
import { exponential, naturalLogarithm, pi, power, squareRoot } from "#app/domain/statistics/irrational.ts";
import { krippendorffAlpha } from "#app/domain/statistics/krippendorff.ts";
import { normalQuantile } from "#app/domain/statistics/normal.ts";
import { clopperPearsonLower } from "#app/domain/statistics/proportion-interval.ts";
import {
  possibleFailures,
  quantileBoundSampleSize,
  requiredSampleSize,
} from "#app/domain/statistics/sample-size.ts";
import { computeStatistics } from "#app/domain/statistics/statistics-case.ts";

const d = (text: string): Fraction => parseDecimal(text) ?? fraction(-1n, 97n);
const text = (value: Fraction, places = 50) => toDecimal(value, places, halfEven);

describe("constants known to fifty decimals", () => {
  it.each([
    ["π", pi, "3.14159265358979323846264338327950288419716939937511"],
    ["ln 2", naturalLogarithm(fraction(2n)), "0.69314718055994530941723212145817656807550013436026"],
    ["ln 10", naturalLogarithm(fraction(10n)), "2.30258509299404568401799145468436420760110148862877"],
    ["e", exponential(one), "2.71828182845904523536028747135266249775724709369996"],
    ["√2", squareRoot(fraction(2n)), "1.41421356237309504880168872420969807856967187537695"],
    ["Φ⁻¹(0.975)", normalQuantile(d("0.975")), "1.95996398454005423552459443052055152795555007786955"],
  ])("%s", (_name, value, published) => expect(text(value)).toBe(published.replace(/0+$/, "")));

  it("takes roots as powers and powers as roots", () => {
    expect(text(power(fraction(2n), fraction(1n, 2n)))).toBe(text(squareRoot(fraction(2n))));
    expect(text(naturalLogarithm(exponential(d("-123.456"))), 20)).toBe("-123.456");
  });
});

describe("binomial tails", () => {
  const exactAtMost = (k: number, n: number, p: Fraction): Fraction => {
    let coefficient = 1n;
    const terms: Fraction[] = [];
    for (let i = 0; i <= k; i += 1) {
      const value = multiply(power(p, fraction(BigInt(i))), power(subtract(one, p), fraction(BigInt(n - i))));
      terms.push(multiply(fraction(coefficient), value));
      coefficient = (coefficient * BigInt(n - i)) / BigInt(i + 1);
    }
    return sum(terms);
  };

  it("agree with the exact sum to forty digits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60),
        fc.integer({ min: 1, max: 99 }),
        (n, k, percent) => {
          const p = fraction(BigInt(percent), 100n);
          const exact = exactAtMost(Math.min(k, n), n, p);
          // As a distance and not as digits: 41 tosses of a coin end in a 5 that either side may round away.
          const apart = absolute(subtract(binomialAtMost(Math.min(k, n), n, p), exact));
          expect(compare(apart, multiply(exact, fraction(1n, 10n ** 40n)))).toBeLessThan(0);
        },
      ),
    );
  });
});

describe("the exact lower bound", () => {
  it("is the share at which so many successes are just improbable", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (n, failures) => {
        const successes = Math.max(1, n - failures);
        const bound = clopperPearsonLower({ successes, n }, d("0.05"));
        expect(text(binomialAtLeast(successes, n, bound), 30)).toBe("0.05");
      }),
      { numRuns: 40 },
    );
  });

  it("is near 99.4 % for 500 of 500, so 500 calls cannot verify 99.9 %", () => {
    expect(text(clopperPearsonLower({ successes: 500, n: 500 }, d("0.05")), 4)).toBe("0.994");
  });
});

describe("sample sizes", () => {
  it("needs 59, 299, 598, 2,995 and 29,956 without failures (95 % confidence)", () => {
    const targets = ["0.95", "0.99", "0.995", "0.999", "0.9999"];
    expect(targets.map((share) => requiredSampleSize(d(share), d("0.95"), 0))).toEqual([
      59, 299, 598, 2995, 29956,
    ]);
  });

  it("does not ask for one more where the bound is met exactly", () => {
    expect(requiredSampleSize(d("0.5"), d("0.75"), 0)).toBe(2);
    expect(quantileBoundSampleSize(d("0.5"), d("0.75"))).toBe(2);
  });

  it("is the smallest that keeps the error", () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 995 }), fc.nat(3), (permille, allowed) => {
        const share = fraction(BigInt(permille), 1000n);
        const n = requiredSampleSize(share, d("0.9"), allowed) ?? 0;
        const risk = (size: number) => binomialAtMost(allowed, size, subtract(one, share));
        expect(compare(risk(n), d("0.1"))).toBeLessThanOrEqual(0);
        expect(compare(risk(n - 1), d("0.1"))).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it("treats a whole population as a census", () => {
    expect(possibleFailures(500, 500, d("0.95"))).toBe(0);
  });
});

describe("chi-square", () => {
  it.each([
    // Tables: upper 5 % points.
    [1, "3.841458820694124"],
    [2, "5.991464547107979"],
    [10, "18.307038053275146"],
  ])("%i degrees of freedom", (df, point) => expect(text(chiSquareSurvival(d(point), df), 12)).toBe("0.05"));
});

describe("agreement", () => {
  it("is not defined when nobody varies", () => {
    expect(
      krippendorffAlpha(
        [
          [one, one],
          [one, one],
        ],
        "ordinal",
      ),
    ).toBeNull();
    const undefinedAlpha = {
      id: "k",
      method: "krippendorff_alpha",
      input: {
        data: [
          [3, 3],
          [3, 3],
        ],
        level: "nominal",
        missing: null,
      },
    };
    expect(computeStatistics(undefinedAlpha)).toMatchObject({
      ok: true,
      value: { alpha: null, reason: "no_variation" },
    });
  });
});

describe("a faulty statistics case", () => {
  const code = (unchecked: unknown) => {
    const result = computeStatistics(unchecked);
    return result.ok ? null : result.faults.map((fault) => [fault.code, fault.place?.field]);
  };

  it.each([
    ["wilson", { successes: 5, n: 4, confidence: "0.95" }, "number_out_of_range", "input.successes"],
    ["wilson", { successes: 1.5, n: 4, confidence: "0.95" }, "not_a_count", "input.successes"],
    ["wilson", { successes: 1, n: 4, confidence: "1" }, "number_out_of_range", "input.confidence"],
    ["wilson", { successes: 1, n: 4, confidence: 0.95 }, "not_a_decimal", "input.confidence"],
    [
      "acceptance_plan",
      { target: "0.99", true: "0.99", alpha: "0.05", power: "0.8" },
      "number_out_of_range",
      "input.true",
    ],
    ["icc", { ratings: [[1, 2], [3]] }, "wrong_number_of_values", "input.ratings[1]"],
    [
      "kendall_w",
      {
        ratings_by_rater: [
          [1, 2],
          [1, "x"],
        ],
      },
      "not_a_decimal",
      "input.ratings_by_rater[1][1]",
    ],
  ])("%s %j", (method, input, fault, path) =>
    expect(code({ id: "s", method, input })).toEqual([[fault, path]]),
  );
});
