import { describe, expect, it } from "vitest";
import { exampleEvaluation } from "#app/domain/evaluation/tender/example-evaluation.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";
import { content, requirements } from "../../documents/invented-tender.ts";

/** Training and crisis capacity: 0–5 points each, worth 300 000 and 200 000 SEK. */
const criterion = (id: string, valueSek: string, weight: string): TenderRequirement => ({
  ...requirements.text,
  id,
  valueSek,
  weight,
  scoring: {
    type: "levels",
    combine: "single",
    anchors: ["0", "0.2", "0.4", "0.6", "0.8", "1"].map((share) => ({
      value: share,
      share,
      sv: "-",
      en: "-",
    })),
  },
});
const tender: TenderContent = {
  ...content,
  estimatedValueSek: "4100000",
  ceilingPriceSek: null,
  requirements: [requirements.yesNo, criterion("T", "300000", "30"), criterion("K", "200000", "20")],
};
const weighted: TenderContent = {
  ...tender,
  evaluation: {
    type: "weighted_points",
    priceWeight: "50",
    priceFunction: { type: "linear_fixed_bounds", lower: "3000000", upper: "5000000" },
    weightTotal: "100",
    tieBreak: [],
  },
};

describe("the worked example of a tender", () => {
  it("is computed by the tender's own model: price less what the criteria give", () => {
    const example = exampleEvaluation(tender);
    const [a, b, c] = example?.bids ?? [];
    expect(a).toMatchObject({
      price: "4100000",
      quality: { exact: "500000" },
      score: { exact: "3600000" },
      rank: 1,
    });
    // The middle of six levels is 0.6 of T; the worst of K gives nothing.
    expect(b).toMatchObject({
      price: "3895000",
      quality: { exact: "180000" },
      score: { exact: "3715000" },
      rank: 2,
    });
    expect(c).toMatchObject({ score: null, rank: null, reasons: ["must:AVAIL-001:failed"] });
    expect(example?.winner).toBe("A");
  });

  it("says under which price the loser would have won", () => {
    // 3 600 000 + 180 000
    expect(exampleEvaluation(tender)?.breakEven).toEqual({
      loser: "B",
      price: { exact: "3780000", decimal: "3780000.00" },
    });
    // A has 50 · 900/2000 + 50 = 72.5 points. B has 18 for quality, needs 54.5 for price: 5 000 000 − 54.5 · 40 000.
    expect(exampleEvaluation(weighted)?.bids[0]?.score?.exact).toBe("145/2");
    expect(exampleEvaluation(weighted)?.breakEven?.price.exact).toBe("2820000");
  });

  it("takes the best of a sum of parts to be all of them", () => {
    const [must] = tender.requirements;
    const parts = criterion("S", "100000", "10");
    if (must === undefined) throw new Error("the tender has lost its must");
    const anchors = ["0.4", "0.2", "0.1"].map((share) => ({ value: share, share, sv: "-", en: "-" }));
    const summed: TenderRequirement = { ...parts, scoring: { type: "levels", combine: "sum", anchors } };
    const example = exampleEvaluation({ ...tender, requirements: [must, summed] });
    expect(example?.bids.map(({ shares }) => shares.get("S"))).toEqual(["0.7", "0.6", "0"]);
  });

  it("starts from the ceiling price where there is no estimate, and does without musts and criteria", () => {
    const bare = { ...tender, estimatedValueSek: null, ceilingPriceSek: "1000000", requirements: [] };
    const example = exampleEvaluation(bare);
    expect(example?.basis).toBe("ceiling");
    expect(example?.bids.map(({ rank }) => rank)).toEqual([3, 2, 1]);
    expect(example?.failedMust).toBeNull();
  });

  it("is not there while nothing says how large prices are, or a criterion has no worth", () => {
    expect(exampleEvaluation({ ...tender, estimatedValueSek: null })).toBeNull();
    const [must, first] = tender.requirements;
    if (must === undefined || first === undefined) throw new Error("the tender has lost its requirements");
    const unset = { ...first, valueSek: null, weight: null };
    expect(exampleEvaluation({ ...tender, requirements: [must, unset] })).toBeNull();
  });
});
