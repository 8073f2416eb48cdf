import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examineBids } from "#app/domain/laboratory/examine-bids.ts";
import { drawBids, readBids, type TypedBid } from "#app/domain/laboratory/fictitious-bids.ts";
import { laboratoryCase, withBids } from "#app/domain/laboratory/laboratory-case.ts";
import { laboratoryParts } from "#app/domain/laboratory/laboratory-part.ts";
import { priceCurves, priceWithoutEffect, qualityCosts } from "#app/domain/laboratory/price-effect.ts";
import { priceRange } from "#app/domain/laboratory/price-range.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { addedValueTender, pointsTender } from "./laboratory-tenders.ts";

function value<T>(result: { ok: true; value: T } | { ok: false; faults: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

function tried(tender: TenderContent, typed: readonly TypedBid[]) {
  const parts = laboratoryParts(tender, "requirement");
  const bids = value(readBids(typed, parts));
  return { parts, bids, base: withBids(value(laboratoryCase(tender, parts)), bids) };
}

/** Σ values 300 000 (A 200 000, B 100 000): comparison prices 900 000, 850 000 and 1 000 000. */
const inSek: readonly TypedBid[] = [
  { id: "A", price: "1200000", shares: { Q1: "100", Q2: "100" } },
  { id: "B", price: "1000000", shares: { Q1: "50", Q2: "50" } },
  { id: "C", price: "1000000", shares: { Q1: "0", Q2: "0" } },
];

describe("the laboratory of a model with a quality gate", () => {
  it("says why a bid is rejected and which quality it has", () => {
    const evaluation = {
      type: "quality_price_ratio",
      minQuality: "40",
      weightTotal: "60",
      tieBreak: ["lottery"],
    } as const;
    const tender: TenderContent = { ...pointsTender, evaluation };
    const { bids, winner } = examineBids(tender.evaluation, tried(tender, inSek).base);
    expect(winner).toBe("A");
    expect(bids.map(({ id, quality, reasons }) => [id, quality.exact, reasons])).toEqual([
      ["A", "60", []],
      ["B", "30", ["min_total_quality"]],
      ["C", "0", ["min_total_quality"]],
    ]);
  });
});

describe("the laboratory of an added-value model", () => {
  it("ranks fictitious bids by comparison price", () => {
    const { bids, winner } = examineBids(addedValueTender.evaluation, tried(addedValueTender, inSek).base);
    expect(winner).toBe("B");
    expect(bids.map(({ id, score, distance }) => [id, score?.exact, distance?.exact])).toEqual([
      ["B", "850000", "0"],
      ["A", "900000", "50000"],
      ["C", "1000000", "150000"],
    ]);
  });

  it("says between which values the leader stays", () => {
    const { stability } = examineBids(addedValueTender.evaluation, tried(addedValueTender, inSek).base);
    // A is 50 000 behind and half a share ahead: level at 200 000 + 100 000. C is level at 200 000 − 300 000, below 0.
    expect(
      stability.map(({ criterion, low, lowRival, high, highRival }) => [
        criterion,
        low.exact,
        lowRival,
        high?.exact,
        highRival,
      ]),
    ).toEqual([
      ["Q1", "0", null, "300000", "A"],
      ["Q2", "0", null, "200000", "A"],
    ]);
  });

  it("prices one percent of the requirement that is worth most", () => {
    const { parts, bids } = tried(addedValueTender, inSek);
    const [first] = qualityCosts(addedValueTender, parts, bids);
    expect(first?.point).toBeNull();
    expect(first?.largestPart?.exact).toBe("2000");
    expect(first?.percentOfPrice?.exact).toBe("1/6");
  });

  it("has no price without effect", () => {
    expect(priceWithoutEffect(addedValueTender)).toMatchObject({ percent: { exact: "0" }, from: null });
  });
});

describe("the laboratory of a points model", () => {
  // Price 40 points between 0 and 2 000 000: 50 000 SEK a point. Q1 40, Q2 20.
  it("prices a point by the published bounds, alike for every bid below the upper one", () => {
    const { parts, bids } = tried(pointsTender, [
      ...inSek,
      { id: "D", price: "2100000", shares: { Q1: "100" } },
    ]);
    expect(qualityCosts(pointsTender, parts, bids).map(({ point }) => point?.exact ?? null)).toEqual([
      "50000",
      "50000",
      "50000",
      null,
    ]);
  });

  it("measures the prices above the upper bound as without effect", () => {
    const open = { ...pointsTender, ceilingPriceSek: "2500000" };
    expect(priceWithoutEffect(open)).toMatchObject({ percent: { exact: "20" }, from: { exact: "2000000" } });
  });

  it("draws the curve with its break at the upper bound", () => {
    const open = { ...pointsTender, ceilingPriceSek: "3000000" };
    const { bids, base } = tried(open, [
      { id: "A", price: "1000000", shares: { Q1: "100" } },
      { id: "B", price: "2500000", shares: {} },
    ]);
    const [a] = priceCurves(base, open, bids, { low: 1_000_000n, high: 2_600_000n });
    expect(a?.points.find(({ price }) => price.exact === "2000000")?.score.exact).toBe("40");
    expect(a?.points.at(-1)?.score.exact).toBe("40");
    expect(a?.at.score.exact).toBe("60");
  });

  it("rejects a bid above the ceiling price", () => {
    const capped = { ...pointsTender, ceilingPriceSek: "1100000" };
    const { bids } = examineBids(capped.evaluation, tried(capped, inSek).base);
    expect(bids.at(-1)).toMatchObject({ id: "A", score: null, reasons: ["ceiling_price"] });
  });
});

describe("fictitious bids", () => {
  it.each([addedValueTender, pointsTender])("never make the award depend on a losing bid", (tender) => {
    const parts = laboratoryParts(tender, "area");
    const range = priceRange(tender, 30);
    if (range === null) throw new Error("no range");
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 6 }), (seed, count) => {
        const bids = value(readBids(drawBids(parts, range, count, seed), parts));
        const { dependsOn } = examineBids(
          tender.evaluation,
          withBids(value(laboratoryCase(tender, parts)), bids),
        );
        expect(dependsOn).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("are the same for the same seed, and others for another", () => {
    const parts = laboratoryParts(addedValueTender, "requirement");
    const draw = (seed: number) => drawBids(parts, { low: 700_000n, high: 1_300_000n }, 6, seed);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("stay within the range, which never passes the ceiling price", () => {
    const capped = { ...addedValueTender, ceilingPriceSek: "1050000" };
    const range = priceRange(capped, 30);
    expect(range).toEqual({ low: 700_000n, high: 1_050_000n });
  });

  it("are faulty with every field that is no number or out of range", () => {
    const parts = laboratoryParts(addedValueTender, "requirement");
    const read = readBids([{ id: "A", price: "-1", shares: { Q1: "101", Q2: "x" } }], parts);
    expect(read.ok ? [] : read.faults.map(({ code, place }) => [place?.field, code])).toEqual([
      ["A.price", "price_below_zero"],
      ["A.Q1", "share_out_of_range"],
      ["A.Q2", "number_malformed"],
    ]);
  });
});
