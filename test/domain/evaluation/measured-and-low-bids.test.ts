import { describe, expect, it } from "vitest";
import { answer } from "./run-case.ts";

describe("a measured requirement", () => {
  const month = (id: string, minutes: string, excluded: string, down: string) => ({
    id,
    minutes,
    excluded,
    down,
  });
  const params = { threshold: "99.9", comparator: ">=" };

  it("counts March in Stockholm as 44,580 minutes, exclusions out of both sides", () => {
    const result = answer("measured_requirement", params, [month("2027-03", "44580", "580", "44")]);
    expect(result).toMatchObject({ scores: { "2027-03": "99.9" }, verdict: { every_month: true } });
  });

  it("has no value in a month without minutes, and leaves open what hangs on it", () => {
    const result = answer("measured_requirement", params, [
      month("1", "100", "100", "0"),
      month("2", "100", "0", "0"),
    ]);
    expect(result).toMatchObject({
      scores: { "1": null, "2": "100" },
      verdict: { every_month: null, "k_of_n(1 of 2)": true, pooled: true },
    });
  });
});

describe("a service credit", () => {
  it("takes the deepest breached tier in whatever order they stand", () => {
    const tiers = [
      { below: "99", percent: "25" },
      { below: "99.9", percent: "5" },
    ];
    const bids = [
      { id: "a", measured: "98" },
      { id: "b", measured: "99" },
      { id: "c", measured: "99.9" },
    ];
    expect(answer("service_credit", { monthly_fee: "1000", tiers }, bids).scores).toEqual({
      a: "250",
      b: "50",
      c: "0",
    });
  });
});

describe("abnormally low bids", () => {
  const priced = (...prices: string[]) => prices.map((price, i) => ({ id: `B${i}`, price }));

  it("Italy, 15 bids: cuts a tenth a side and lessens the excess by two decimals of the sum", () => {
    const discounts = Array.from({ length: 15 }, (_, i) => ({ id: `B${i}`, discount: `${10 + i}.12` }));
    // Cut 2 a side: 12.12 … 22.12, sum 188.32, mean 17.12, excess of the five above (1…5) 3, c1·c2 = 3·2 = 6 %.
    const result = answer("abnormally_low", { n_rule: ">=15" }, discounts);
    expect(result.scores).toEqual({
      k: "2",
      sum: "188.32",
      mean: "17.12",
      scarto: "3",
      c1: "3",
      c2: "2",
      threshold: "19.94",
    });
    expect(result.flagged).toEqual(["B10", "B11", "B12", "B13", "B14"]);
  });

  it("Italy, few bids: 1.2 of the mean while the excess is small, else mean plus excess", () => {
    const few = (...values: string[]) => values.map((discount, i) => ({ id: `B${i}`, discount }));
    expect(
      answer("abnormally_low", { n_rule: "<15" }, few("5", "10", "10", "10", "30")).scores,
    ).toMatchObject({ ratio: "0", threshold: "12" });
    expect(answer("abnormally_low", { n_rule: "<15" }, few("5", "5", "10", "30", "30")).scores).toMatchObject(
      { ratio: "1", threshold: "30" },
    );
  });

  it("mean discount plus ten points: flagged strictly below", () => {
    const params = { rule: "mean_discount_plus_10pp", base_budget: "100" };
    const result = answer("abnormally_low", params, priced("70", "90", "80"));
    expect(result).toMatchObject({
      scores: { mean_discount: "20", threshold_discount: "30", threshold_price: "70" },
      flagged: [],
    });
  });

  it("the gap to the second lowest concerns the lowest bid alone, and no bid that shares the lowest price", () => {
    const params = { rules: [{ id: "gap_to_second_lowest", pct: "10" }] };
    expect(answer("abnormally_low", params, priced("80", "100", "85")).flags).toEqual({});
    expect(answer("abnormally_low", params, priced("70", "100", "85")).flags).toEqual({
      B0: ["gap_to_second_lowest"],
    });
    expect(answer("abnormally_low", params, priced("10", "10", "85")).flags).toEqual({});
    expect(answer("abnormally_low", params, priced("10")).flags).toEqual({});
  });
});

describe("rounding modes", () => {
  it("are written as value@decimals", () => {
    const modes = { modes: ["HALF_UP", "HALF_EVEN"] };
    expect(answer("numeric", modes, [{ id: "1.005@2" }, { id: "-2.5" }])).toMatchObject({
      HALF_UP: { "1.005@2": "1.01", "-2.5@0": "-3" },
      HALF_EVEN: { "1.005@2": "1.00", "-2.5@0": "-2" },
    });
  });
});
