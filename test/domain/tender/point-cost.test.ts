import { describe, expect, it } from "vitest";
import { type Fraction, fraction, toExact } from "#app/domain/money/fraction.ts";
import { pointCost, typicalCosts } from "#app/domain/tender/point-cost.ts";
import type { EvaluationModel, PriceFunction } from "#app/domain/tender/tender.ts";
import { complete, edited } from "./drafts.ts";

const whole = (value: number): Fraction => fraction(BigInt(value));
const points = (priceFunction: PriceFunction): EvaluationModel => ({
  type: "weighted_points",
  priceWeight: "40",
  weightTotal: "100",
  priceFunction,
  tieBreak: ["lottery"],
});
const bounds = { type: "linear_fixed_bounds", lower: "0", upper: "2000000" } as const;
const cost = (model: EvaluationModel, price: number, lowest = 1_000_000) => {
  const found = pointCost(model, { price: whole(price), quality: whole(50), lowest: whole(lowest) });
  return found && toExact(found);
};

describe("what a quality point costs in SEK", () => {
  it("is (b − a)/M between fixed bounds, alike for all that lie below the upper one", () => {
    expect([1_000_000, 2_000_000, 2_000_001].map((price) => cost(points(bounds), price))).toEqual([
      "50000",
      "50000",
      null,
    ]);
  });

  it("grows with the square of the own price by lowest price over price: p²/(M · lowest)", () => {
    const inverse = points({ type: "inverse_proportional" });
    expect([1_000_000, 2_000_000].map((price) => cost(inverse, price))).toEqual(["25000", "100000"]);
  });

  it("is lowest/(k · M) on the line from the lowest price, whatever the own one", () => {
    const line = points({ type: "linear_from_lowest", slope: "2" });
    expect([1_000_000, 2_000_000].map((price) => cost(line, price))).toEqual(["12500", "12500"]);
  });

  it("is p/Q in the ratio", () => {
    const ratio = {
      type: "quality_price_ratio",
      minQuality: "1",
      weightTotal: "60",
      tieBreak: ["lottery"],
    } as const;
    expect(cost(ratio, 1_500_000)).toBe("30000");
  });

  it("is the slope of equal results: so much less in price makes up for a point, exactly on straight lines", () => {
    // 40 · (1 − 2 · (p − lo)/lo): a point less of quality, 12 500 SEK less in price.
    const score = (price: number, quality: number) =>
      40 * (1 - (2 * (price - 1_000_000)) / 1_000_000) + quality;
    expect(score(1_500_000 - 12_500, 49)).toBe(score(1_500_000, 50));
  });

  it("is told to the buyer as the model has it", () => {
    const kinds = (choice: string) => {
      const draft = edited({ ...complete, ceilingPriceSek: "7000000" }, { type: "choose-model", choice });
      return typicalCosts(draft);
    };
    expect(kinds("added_value_deduction")).toEqual({ kind: "sek" });
    expect(kinds("lowest_price")).toEqual({ kind: "none" });
    // 90 points for price from 0 to 7 000 000.
    expect(kinds("linear_fixed_bounds")).toEqual({ kind: "same", cost: "77778" });
    expect(kinds("linear_from_lowest")).toEqual({ kind: "lowest", price: "6000000", cost: "66667" });
    // Lowest at 70 % of 6 000 000: lo/M, p²/(M·lo) at the expected price and at 130 % of it.
    expect(kinds("inverse_proportional")).toEqual({
      kind: "varies",
      at: [
        { price: "4200000", cost: "46667" },
        { price: "6000000", cost: "95238" },
        { price: "7800000", cost: "160952" },
      ],
    });
    expect(typicalCosts({ ...complete, estimatedValueSek: null })).toEqual({ kind: "sek" });
  });
});
