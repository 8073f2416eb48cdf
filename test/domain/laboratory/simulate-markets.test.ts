import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { partBehaviours, simulationFindings } from "#app/domain/laboratory/model-behaviour.ts";
import { type MarketCounts, simulateMarkets } from "#app/domain/laboratory/simulate-markets.ts";
import { fraction, sum, toExact } from "#app/domain/money/fraction.ts";
import { modelChoices } from "#app/domain/tender/model-choice.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { requirement, tender } from "../evaluation/example-tender.ts";
import { complete, edited } from "../tender/drafts.ts";
import { addedValueTender, pointsTender } from "./laboratory-tenders.ts";

function simulated(content: TenderContent, seed = 1, markets = 200): MarketCounts {
  const result = simulateMarkets({ tender: content, seed, markets, spreadPercent: 30 });
  if (!result.ok || result.value === null) throw new Error("not simulated");
  return result.value;
}

describe("simulated markets", () => {
  it.each([addedValueTender, pointsTender])(
    "never flip in an absolute model: a losing bid decides nothing",
    (content) => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          expect(simulated(content, seed, 20).flips).toBe(0);
        }),
        { numRuns: 25 },
      );
    },
  );

  it("are the same for the same seed, and others for another", () => {
    expect(simulated(addedValueTender, 3)).toEqual(simulated(addedValueTender, 3));
    expect(simulated(addedValueTender, 3)).not.toEqual(simulated(addedValueTender, 4));
  });

  it("hold two to six bids each", () => {
    const { markets, bids } = simulated(addedValueTender, 1, 1000);
    expect(markets).toBe(1000);
    expect(bids).toBeGreaterThan(3800);
    expect(bids).toBeLessThan(4200);
  });

  it("let the lowest price win each time when no should is worth anything", () => {
    const free = tender([requirement("Q1", { valueSek: "0" })], { estimatedValueSek: "1000000" });
    const { lowestPriceFirst, parts } = simulated(free);
    expect(lowestPriceFirst).toBe(200);
    expect(parts.map(({ part, decides }) => [part, decides])).toEqual([
      [null, 200],
      ["Q1", 0],
    ]);
  });

  it("let the highest quality win each time when prices do not differ", () => {
    const result = simulateMarkets({ tender: addedValueTender, seed: 1, markets: 200, spreadPercent: 0 });
    expect(result).toMatchObject({ ok: true, value: { highestQualityFirst: 200 } });
  });

  it("tell how many are done", () => {
    const done: number[] = [];
    simulateMarkets({ tender: addedValueTender, seed: 1, markets: 300, spreadPercent: 30 }, (n) =>
      done.push(n),
    );
    expect(done).toHaveLength(100);
    expect(done.at(-1)).toBe(297);
  });

  it("are none when the draft expects no price", () => {
    const unknown = { ...addedValueTender, estimatedValueSek: null };
    expect(simulateMarkets({ tender: unknown, seed: 1, markets: 1, spreadPercent: 30 })).toEqual({
      ok: true,
      value: null,
    });
  });
});

describe("simulated markets of the models that a buyer chooses from", () => {
  const priced = { ...complete, ceilingPriceSek: "7000000" };
  it.each(modelChoices)(
    "%s: without a bid, the others keep their order, unless the model is relative",
    (choice) => {
      const content = edited(priced, { type: "choose-model", choice });
      const { flips, orderChanges, markets, parts } = simulated(content, 5, 300);
      expect(parts).toHaveLength(1 + content.requirements.filter(({ level }) => level === "should").length);
      expect(markets).toBe(300);
      expect(flips).toBeLessThanOrEqual(orderChanges);
      expect(orderChanges > 0).toBe(isRelative(content.evaluation));
    },
  );

  it("asks of a should whether it decides, also where the result is no sum", () => {
    // All the quality that counts lies in Q1: alike in it, the cheapest bid above the floor would win each time.
    const model = {
      type: "quality_price_ratio",
      minQuality: "1",
      weightTotal: "60",
      tieBreak: ["lottery"],
    } as const;
    const content = { ...pointsTender, evaluation: model };
    const [price, q1, q2] = simulated(content, 3, 300).parts;
    expect(price?.decides).toBeGreaterThan(0);
    expect(q1?.decides).toBeGreaterThan(q2?.decides ?? 0);
    expect(price && toExact(price.spread)).toBe("0");
  });
});

describe("what simulated markets say of the model", () => {
  const counts = (price: [number, bigint], q1: [number, bigint], q2: [number, bigint]): MarketCounts => ({
    markets: 1000,
    bids: 4000,
    flips: 0,
    orderChanges: 0,
    ties: 0,
    lowestPriceFirst: 0,
    highestQualityFirst: 0,
    parts: [
      { part: null, decides: price[0], spread: fraction(price[1]) },
      { part: "Q1", decides: q1[0], spread: fraction(q1[1]) },
      { part: "Q2", decides: q2[0], spread: fraction(q2[1]) },
    ],
  });

  it("is each part's share of the differences, beside what was announced", () => {
    const behaviours = partBehaviours(pointsTender, counts([600, 20n], [300, 60n], [100, 20n]));
    expect(
      behaviours.map(({ announced, effective, decides }) =>
        [announced, effective, decides].map((p) => p && toExact(p)),
      ),
    ).toEqual([
      ["40", "20", "60"],
      ["40", "60", "30"],
      ["20", "20", "10"],
    ]);
    expect(toExact(sum(behaviours.flatMap(({ effective }) => effective ?? [])))).toBe("100");
  });

  it("asks about a weight more than ten points from the announced, and no nearer", () => {
    const rules = (price: bigint, q1: bigint, q2: bigint) =>
      simulationFindings(pointsTender, counts([600, price], [300, q1], [100, q2])).map(({ code }) => code);
    expect(rules(20n, 60n, 20n)).toEqual(["price_weight_differs", "weight_differs"]);
    expect(rules(30n, 50n, 20n)).toEqual([]);
  });

  it("asks about a criterion that decides fewer than one market in a hundred", () => {
    const found = simulationFindings(addedValueTender, counts([600, 40n], [10, 40n], [9, 20n]));
    expect(found.map(({ ruleId, params }) => [ruleId, params.id])).toEqual([["MOD-18", "Q2"]]);
  });

  it("weighs the shoulds of a model in SEK among themselves: the price has no announced weight there", () => {
    // Q1 is two thirds of the added value, Q2 one third, however much prices differ.
    const of = (q1: bigint, q2: bigint) => counts([600, 98n], [300, q1], [100, q2]);
    const [price, q1] = partBehaviours(addedValueTender, of(2n, 1n));
    expect([price?.announced, price?.effective]).toEqual([null, null]);
    expect([q1?.announced, q1?.effective].map((p) => p && toExact(p))).toEqual(["200/3", "200/3"]);
    expect(simulationFindings(addedValueTender, of(2n, 1n))).toEqual([]);
    expect(
      simulationFindings(addedValueTender, of(1n, 1n)).map(({ ruleId, code }) => [ruleId, code]),
    ).toEqual([
      ["MOD-19", "share_of_worth_differs"],
      ["MOD-19", "share_of_worth_differs"],
    ]);
  });

  it("asks about an order that depends on others", () => {
    const flipped = { ...counts([600, 40n], [300, 40n], [100, 20n]), flips: 12, orderChanges: 30 };
    expect(simulationFindings(pointsTender, flipped)).toMatchObject([
      { ruleId: "MOD-06", params: { percent: "1.2", order: "3.0" } },
    ]);
  });
});
