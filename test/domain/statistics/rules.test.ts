import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeStatistics } from "#app/domain/statistics/statistics-case.ts";

function answer(method: string, input: object): Readonly<Record<string, unknown>> {
  const result = computeStatistics({ id: "s", method, input });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

/** P(X ≤ c) by adding up whole terms in doubles: another route than the tails in whole numbers. */
function atMost(c: number, n: number, p: number): number {
  let [term, total] = [(1 - p) ** n, 0];
  for (let k = 0; k <= c; k += 1) {
    total += term;
    term *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return total;
}

describe("an acceptance plan", () => {
  it("is the first number of failures that a good supplier passes, tried one by one", () => {
    for (const [target, good, power] of [
      ["0.9", "0.98", "0.8"],
      ["0.8", "0.9", "0.9"],
      ["0.5", "0.6", "0.9"],
    ] as const) {
      let [c, n] = [0, 1];
      for (; ; c += 1) {
        while (atMost(c, n, 1 - Number(target)) > 0.05) n += 1;
        if (atMost(c, n, 1 - Number(good)) >= Number(power)) break;
      }
      expect(answer("acceptance_plan", { target, true: good, alpha: "0.05", power })).toMatchObject({
        n,
        max_failures: c,
      });
    }
  });

  it("skips what is hopeless and still finds the first of many failures", () => {
    // Sums in decimal with 40 digits: 229 failures in 255 489 have a power of 0.7997, 230 in 256 542 of 0.8012.
    const plan = answer("acceptance_plan", { target: "0.999", true: "0.99915", alpha: "0.05", power: "0.8" });
    expect(plan).toMatchObject({ n: 256_542, max_failures: 230 });
    expect(Number(plan.power)).toBeGreaterThanOrEqual(0.8);
    expect(Number(plan.consumer_risk)).toBeLessThanOrEqual(0.05);
  });

  it("is none where the shares are too near each other, and says so at once", () => {
    const start = performance.now();
    expect(
      answer("acceptance_plan", { target: "0.999", true: "0.99901", alpha: "0.05", power: "0.8" }),
    ).toEqual({
      n: null,
      max_failures: null,
      consumer_risk: null,
      power: null,
      reason: "no_plan",
    });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("a sample of a population", () => {
  /** Largest D whose ∏ (N − n − j)/(N − j), j < D, stays above 7/100: term by term, in whole numbers, since it can meet it. */
  function largest(N: number, n: number): number {
    let [left, whole, failures] = [1n, 1n, 0];
    while (failures < N - n) {
      left *= BigInt(N - n - failures);
      whole *= BigInt(N - failures);
      if (100n * left <= 7n * whole) break;
      failures += 1;
    }
    return failures;
  }

  it("leaves as many failures possible as the product term by term says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (a, b) => {
        const [n, N] = [Math.min(a, b), Math.max(a, b)];
        const input = { N, n, failures_in_sample: 0, confidence: "0.93" };
        expect(answer("finite_population_zero_failures", input).max_failures_in_population).toBe(
          largest(N, n),
        );
      }),
      {
        numRuns: 60,
        examples: [
          [1, 300],
          [1, 400],
        ],
      },
    );
  });

  it("of everything is a census", () => {
    const input = { N: 500, n: 500, failures_in_sample: 0, confidence: "0.95" };
    expect(answer("finite_population_zero_failures", input)).toEqual({
      max_failures_in_population: 0,
      lower_bound_proportion: "1",
    });
  });

  it("of one in ten million leaves all but half a million possible, and no more where the bound is met exactly", () => {
    // (N − D)/N > 0.05 holds up to D = 9 499 999.
    const input = { N: 10_000_000, n: 1, failures_in_sample: 0, confidence: "0.95" };
    expect(answer("finite_population_zero_failures", input).max_failures_in_population).toBe(9_499_999);
  });
});

describe("Clopper–Pearson at its ends", () => {
  it("one-sided without a failure is the n-th root of the error", () => {
    // 0.05^(1/2) to 18 digits.
    expect(answer("clopper_pearson", { successes: 2, n: 2, confidence: "0.95", sides: "one" })).toEqual({
      low: "0.22360679774997897",
      high: "1",
    });
  });

  it("two-sided without a success mirrors it", () => {
    // 1 − 0.025^(1/2).
    expect(answer("clopper_pearson", { successes: 0, n: 2, confidence: "0.95", sides: "two" })).toEqual({
      low: "0",
      high: "0.841886116991581033",
    });
  });
});

describe("one-sided bounds", () => {
  it("verify where the bound is the target itself", () => {
    // Two of two at 75 %: √0.25 = 0.5.
    expect(
      answer("one_sided_lower", { successes: 2, n: 2, confidence: "0.75", target: "0.5" }),
    ).toMatchObject({
      cp_lower: "0.5",
      verifies_0_999_cp: true,
      verifies_0_5_cp: true,
    });
  });
});

describe("months", () => {
  it.each([
    [12, "0.540360087662636963"],
    [11, "0.881640143028512939"],
    [0, "1"],
    [13, "0"],
  ])("at least %i of 12 with 95 %% each", (k, probability) => {
    expect(answer("k_of_n_months", { p_month_met: "0.95", n: 12, k })).toEqual({ probability });
  });

  it.each([
    ["1", 12, "1"],
    ["1", 13, "0"],
    ["0", 1, "0"],
    ["0", 0, "1"],
  ])("leaves nothing to chance with %s each and at least %i of 12", (p, k, probability) => {
    expect(answer("k_of_n_months", { p_month_met: p, n: 12, k })).toEqual({ probability });
  });
});

describe("refuting a target", () => {
  it("is impossible where even all failures are likely enough", () => {
    expect(answer("refute_target", { n: 2, target: "0.5", alpha: "0.2" })).toEqual({
      k: null,
      p_value: null,
      p_value_k_minus_1: null,
    });
  });

  it("takes the bound itself", () => {
    // P(2 of 2) = 0.25.
    expect(answer("refute_target", { n: 2, target: "0.5", alpha: "0.25" })).toEqual({
      k: 2,
      p_value: "0.25",
      p_value_k_minus_1: "0.75",
    });
  });
});

describe("Wald's sequential test", () => {
  it("has the logarithms of its errors for bounds", () => {
    // ln 8, ln(2/9), ln(0.95/0.9), ln(0.5): doubles agree to fifteen digits.
    const test = answer("sprt", { alpha: "0.1", beta: "0.2", p0: "0.1", p1: "0.05" });
    expect(Number(test.log_A)).toBeCloseTo(Math.log(8), 14);
    expect(Number(test.log_B)).toBeCloseTo(Math.log(2 / 9), 14);
    expect(Number(test.llr_success)).toBeCloseTo(Math.log(0.95 / 0.9), 14);
    expect(Number(test.llr_failure)).toBeCloseTo(Math.log(0.5), 14);
    expect(test.n_accept_zero_failures).toBe(Math.ceil(Math.log(8) / Math.log(0.95 / 0.9)));
  });
});

describe("Kendall's W", () => {
  it("without ties needs no correction", () => {
    // Rank sums 4, 8, 6 of three raters: S = 8, W = 12·8/(9·24), χ² = 3·2·W with 2 degrees: p = e^(−4/3).
    const ratings = [
      [1, 2, 3],
      [1, 3, 2],
      [2, 2.5, 1],
    ];
    const tied = answer("kendall_w", { ratings_by_rater: ratings, tie_correction: true });
    expect(tied).toEqual({ ...answer("kendall_w", { ratings_by_rater: ratings, tie_correction: false }) });
    expect(tied).toMatchObject({
      exact: "4/9",
      W_uncorrected: "0.444444444444444444",
      chi2: "2.66666666666666667",
      df: 2,
      p: "0.263597138116",
    });
  });

  it("is not defined when every rater ties all items", () => {
    expect(
      answer("kendall_w", {
        ratings_by_rater: [
          [2, 2],
          [5, 5],
        ],
        tie_correction: true,
      }),
    ).toEqual({
      W: null,
      exact: null,
      reason: "no_variation",
    });
  });
});

describe("intraclass correlation", () => {
  it("of ratings that never differ is not defined", () => {
    expect(
      answer("icc", {
        ratings: [
          [3, 3],
          [3, 3],
        ],
      }),
    ).toMatchObject({ "ICC(2,1)": null, reason: "no_variation" });
  });

  it("of raters who agree on different units is 1", () => {
    const agreed = answer("icc", {
      ratings: [
        [1, 1],
        [2, 2],
        [5, 5],
      ],
    });
    for (const form of ["ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"])
      expect(agreed[form]).toBe("1");
  });
});

describe("Krippendorff's α of two raters and three units, by hand", () => {
  // Pairs (1,1), (1,2), (3,3): n = 6, three 1, one 2, two 3. α = 1 − 5·ΣD_o/ΣD_e over ordered pairs.
  it.each([
    // D_o 2·1; D_e 2(3·1 + 3·2 + 1·2) = 22.
    ["nominal", "6/11"],
    // D_o 2·1; D_e 2(3·1·1 + 3·2·4 + 1·2·1) = 58.
    ["interval", "24/29"],
    // D_o 2/9; D_e 2(3/9 + 6/4 + 2/25) = 2·(861/450).
    ["ratio", "611/861"],
    // Middles 1.5, 3.5, 5: D_o 2·4; D_e 2(3·4 + 6·12.25 + 2·2.25) = 180.
    ["ordinal", "7/9"],
  ])("%s", (level, exact) => {
    const data = [
      [1, 1, 3, null],
      [1, 2, 3, 9],
    ];
    expect(answer("krippendorff_alpha", { data, level, missing: null }).exact).toBe(exact);
  });

  it("is not defined when no unit has two ratings", () => {
    const data = [
      [1, null],
      [null, 2],
    ];
    expect(answer("krippendorff_alpha", { data, level: "nominal", missing: null })).toEqual({
      alpha: null,
      exact: null,
      reason: "no_variation",
    });
  });
});

describe("a score that stands apart", () => {
  it("is flagged by steps from the median, the limit included, and has a modified z where the others vary", () => {
    // Median 3, distances 2, 1, 0, 1, 4: MAD 1.
    expect(answer("score_outlier", { scores: [1, 2, 3, 4, 7], step: 1, limit_steps: 2 })).toEqual({
      median: "3",
      mad: "1",
      range: 6,
      flagged_indexes: [0, 4],
      modified_z: ["-1.349", "-0.6745", "0", "0.6745", "2.698"],
    });
  });

  it("has none where most agree", () => {
    expect(answer("score_outlier", { scores: [3, 3, 5], step: 1, limit_steps: 2 })).toMatchObject({
      mad: "0",
      flagged_indexes: [2],
      modified_z: [null, null, null],
    });
  });
});

describe("the maximum as a bound of a quantile", () => {
  it.each([
    ["0.95", "0.95", 59],
    ["0.9", "0.9", 22],
    ["0.5", "0.5", 1],
  ])("%s at %s", (quantile, confidence, n) => {
    expect(answer("quantile_upper_bound_n", { quantile, confidence })).toEqual({ n });
  });
});
