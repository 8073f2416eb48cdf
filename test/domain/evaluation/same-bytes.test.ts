import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { computeCase } from "#app/domain/evaluation/evaluation-case.ts";
import { add, multiply, parseDecimal, toExact, zero } from "#app/domain/money/fraction.ts";
import { type EvaluationCase, publishedCases } from "./published-cases.ts";
import { ruleCases } from "./rule-cases/rule-cases.ts";

// Some analyses are hundreds of evaluations, and each stands here several times.
vi.setConfig({ testTimeout: 30_000 });

type Json = string | boolean | number | null | readonly Json[] | { readonly [name: string]: Json };

/** What the command line prints for a case. */
const bytesOf = (unchecked: object): string => JSON.stringify(computeCase(unchecked));

/** Cases that are computed: what a faulty one says depends on where the fault stands. */
const cases = [...publishedCases, ...ruleCases].filter((unchecked) => computeCase(unchecked).ok);
const named = (list: readonly EvaluationCase[]) =>
  list.map((unchecked) => [unchecked.id, unchecked] as const);

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const keyed = list.map((item, i) => ({
    item,
    key: Math.imul(seed + i * 2_654_435_761, 2_246_822_519) >>> 0,
  }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

describe("the same bytes whatever the order of the bids", () => {
  // The matrix of pairs and a list of discounts belong to the bids by their places.
  const positional = (unchecked: EvaluationCase) =>
    unchecked.model === "ahp_weights" || "discounts" in unchecked.params;

  it.each(named(cases.filter((unchecked) => !positional(unchecked))))("%s", (_id, unchecked) => {
    const expected = bytesOf(unchecked);
    expect(bytesOf({ ...unchecked, bids: unchecked.bids.toReversed() })).toBe(expected);
    for (const seed of [1, 2, 3]) {
      expect(bytesOf({ ...unchecked, bids: shuffled(unchecked.bids, seed) })).toBe(expected);
    }
  });
});

describe("the same bytes whatever the order of the criteria", () => {
  const withCriteria = cases.filter(({ params }) => "criteria" in params && Array.isArray(params.criteria));

  it.each(named(withCriteria))("%s", (_id, unchecked) => {
    const criteria: readonly object[] =
      "criteria" in unchecked.params ? Object(unchecked.params.criteria) : [];
    if (!criteria.every((criterion) => "max" in Object(criterion))) return;
    const turned = { ...unchecked, params: { ...unchecked.params, criteria: [...criteria].reverse() } };
    // Reasons are told in the published order of the criteria.
    expect(sortedReasons(bytesOf(turned))).toBe(sortedReasons(bytesOf(unchecked)));
  });

  const sortedReasons = (bytes: string): string => {
    const { value } = JSON.parse(bytes);
    for (const reasons of Object.values<string[]>(value.excluded ?? {})) reasons.sort();
    return JSON.stringify(value);
  };
});

/** The same number written otherwise. */
function rewritten(value: Json, name = ""): Json {
  // Names stay what they are, and so do the numbers that JSON has as such.
  if (name === "id" || name === "seed" || name === "source") return value;
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) {
    return `${value.replace(/^(-?)/, "$100")}${value.includes(".") ? "00" : ".0"}`;
  }
  if (Array.isArray(value)) return value.map((item) => rewritten(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewritten(item, key)]));
}

describe("the same bytes for numbers written otherwise", () => {
  it.each(named(cases))("%s", (_id, { params, bids, ...unchecked }) => {
    const again = rewritten(JSON.parse(JSON.stringify({ params, bids })));
    expect(bytesOf({ ...unchecked, ...Object(again) })).toBe(bytesOf({ ...unchecked, params, bids }));
  });
});

const priceFunctions: Readonly<Record<string, object>> = {
  inverse_proportional: {},
  linear_from_lowest: { slope: "1.5", clip_zero: true },
  linear_min_max: {},
  linear_fixed_bounds: { lower: "100", upper: "900" },
  banded: {
    basis: "pct_above_lowest",
    bands: [
      { upto: "10", points: "40" },
      { upto: "50", points: "20" },
    ],
  },
  parabolic_from_lowest: { zero_at: "1" },
  logarithmic: { base: "2" },
  zscore: { centre: "20", scale: "5" },
  average_based: {},
  anac_linear: { base_price: "1000" },
  anac_power: { base_price: "1000", alpha: "0.5" },
  anac_bilinear: { base_price: "1000", X: "0.85" },
  aragon_corrected_proportional: { base_price: "1000", Bs: "5" },
};
const q = [{ id: "q", weight: "60", max: "100" }];
const awards: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ["lowest_price", "lowest_price", {}],
  ["lowest_cost_lcc", "lowest_cost_lcc", { rate: "0.04" }],
  ["added_value_deduction", "added_value_deduction", { criteria: q }],
  ["added_value_addition", "added_value_addition", { criteria: q }],
  ["added_value_percent_of_own_price", "added_value_percent_of_own_price", { criteria: q }],
  ...["lowest", "average", "fixed"].map((reference) => {
    const params = { w_quality: "60", w_price: "40", max_points: "100", reference, P_ref: "500" };
    return [`price_model_percent_weights, ${reference}`, "price_model_percent_weights", params] as const;
  }),
  ...Object.entries(priceFunctions).map(
    ([type, more]) =>
      [
        `weighted_points, ${type}`,
        "weighted_points",
        { price_weight: "40", criteria: q, price_function: { type, ...more } },
      ] as const,
  ),
  ["world_bank_rated", "world_bank_rated", { X: "0.4" }],
  ["relative_value_cost", "relative_value_cost", { max_points: "100" }],
  ["quality_price_ratio", "quality_price_ratio", { factor: "1000" }],
  ["price_per_quality_point", "price_per_quality_point", {}],
  ["ufab_gewichtet_mittelwert", "ufab_gewichtet_mittelwert", { GL: "60", GP: "40" }],
  ["ufab_gewichtet_median", "ufab_gewichtet_median", { GL: "60", GP: "40" }],
  ["ufab_gewichtet_referenz", "ufab_gewichtet_referenz", { GL: "60", GP: "40", L_ref: "50", P_ref: "500" }],
  [
    "ufab_erweiterte_richtwertmethode",
    "ufab_erweiterte_richtwertmethode",
    { band_percent: "10", decision: "highest_L" },
  ],
  ["fixed_price_quality_only", "fixed_price_quality_only", { criteria: q }],
  ["meat_coefficient", "meat_coefficient", { features: [{ id: "q", max: "0.3" }] }],
];

/** One offer as every model wants it told; prices of 1 to 900 and points of 1 to 100. */
const offered = (model: string, id: string, price: string, points: number) => ({
  id,
  price,
  ...(/ufab|ratio|quality_point|relative|percent_weights/.test(model) ? { L: String(points) } : {}),
  ...(model.startsWith("world_bank") ? { technical: String(points) } : {}),
  ...(model === "lowest_cost_lcc" ? { yearly_cost: [price] } : {}),
  ...(model === "meat_coefficient" ? { features: { q: `0.${String(points * 3).padStart(3, "0")}` } } : {}),
  ...(/weighted_points|added_value|fixed_price/.test(model) ? { points: { q: String(points) } } : {}),
});
const offers = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 100 })), {
  minLength: 1,
  maxLength: 6,
});
type Answer = Readonly<{
  scores: Record<string, string>;
  exact?: Record<string, string>;
  ranks: Record<string, number>;
  ranking: string[][];
}>;
function answerOf(model: string, params: object, bids: readonly object[]): Answer {
  const result = computeCase({ id: "c", model, params, bids });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return Object(result.value);
}
const bidsOf = (
  model: string,
  given: readonly (readonly [number, number])[],
  priceOf = (price: number) => String(price),
) => given.map(([price, points], i) => offered(model, `B${i}`, priceOf(price), points));

describe.each(awards)("%s", (_name, model, params) => {
  it("gives the same bytes in any order", () => {
    fc.assert(
      fc.property(offers, fc.nat(), (given, seed) => {
        const bids = bidsOf(model, given);
        const bytes = bytesOf({ id: "c", model, params, bids });
        expect(bytesOf({ id: "c", model, params, bids: shuffled(bids, seed) })).toBe(bytes);
      }),
      { numRuns: 20 },
    );
  });

  it("ranks equal offers alike", () => {
    fc.assert(
      fc.property(offers, (given) => {
        const [first] = given;
        if (first === undefined) return;
        const { ranks, scores } = answerOf(model, params, bidsOf(model, [...given, first]));
        expect(ranks[`B${given.length}`]).toBe(ranks.B0);
        expect(scores[`B${given.length}`]).toBe(scores.B0);
      }),
      { numRuns: 20 },
    );
  });

  it("never ranks a bid lower for a lower price or more points", () => {
    fc.assert(
      fc.property(offers, (given) => {
        const [[price, points] = [1, 1], ...others] = given;
        const rankOf = (bid: readonly [number, number]) =>
          answerOf(model, params, bidsOf(model, [bid, ...others])).ranks.B0 ?? Number.POSITIVE_INFINITY;
        // Outside a band there is no rank; z-scores and bands are known not to keep to it.
        if (/zscore|erweiterte/.test(JSON.stringify(params) + model)) return;
        const before = rankOf([price, points]);
        expect(rankOf([Math.max(1, price - 7), points])).toBeLessThanOrEqual(before);
        expect(rankOf([price, Math.min(100, points + 7)])).toBeLessThanOrEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

/** Models whose scores compare prices with prices: another currency changes no byte. */
const inAnyCurrency = awards.filter(([name]) =>
  /inverse|from_lowest|min_max|banded|logarithmic|zscore|average_based|world_bank|mittelwert|median/.test(
    name,
  ),
);

it.each(inAnyCurrency)("%s gives the same bytes in any currency", (_name, model, params) => {
  fc.assert(
    fc.property(offers, (given) => {
      const inKronor = bytesOf({ id: "c", model, params, bids: bidsOf(model, given) });
      const inOren = bidsOf(model, given, (price) => `${price}00`);
      expect(bytesOf({ id: "c", model, params, bids: inOren })).toBe(inKronor);
      const inAnother = bidsOf(model, given, (price) => (price / 8).toFixed(3));
      expect(bytesOf({ id: "c", model, params, bids: inAnother })).toBe(inKronor);
    }),
    { numRuns: 25 },
  );
});

/** Models in which no bid's score depends on another. */
const absolute = awards.filter(([name]) =>
  /lowest_price|lcc|added_value|fixed|referenz|ratio|quality_point|meat/.test(name),
);

it.each(absolute)("%s: a bid that goes leaves the others' scores and order", (_name, model, params) => {
  fc.assert(
    fc.property(offers, (given) => {
      const bids = bidsOf(model, given);
      const all = answerOf(model, params, bids);
      for (const { id } of bids) {
        const rest = answerOf(
          model,
          params,
          bids.filter((bid) => bid.id !== id),
        );
        expect(rest.scores).toEqual(
          Object.fromEntries(Object.entries(all.scores).filter(([other]) => other !== id)),
        );
        expect(rest.ranking.flat()).toEqual(all.ranking.flat().filter((other) => other !== id));
      }
    }),
    { numRuns: 25 },
  );
});

describe("one model in two notations", () => {
  const exact = (text = "") => parseDecimal(text) ?? zero;

  it("deduction and addition differ by the sum of the values, and ranks are the same", () => {
    fc.assert(
      fc.property(offers, (given) => {
        const bids = bidsOf("added_value", given);
        const [less, more] = ["deduction", "addition"].map((way) =>
          answerOf(`added_value_${way}`, { criteria: q }, bids),
        );
        for (const { id } of bids) {
          expect(toExact(add(exact(less?.scores[id]), exact("60")))).toBe(toExact(exact(more?.scores[id])));
        }
        expect(less?.ranks).toEqual(more?.ranks);
      }),
    );
  });

  it("fixed bounds rank as the added value of w·(b − a)/M: score = 40·b/800 less 40/800 of the comparison price", () => {
    const bounds = { type: "linear_fixed_bounds", lower: "100", upper: "900", clip_upper: false };
    fc.assert(
      fc.property(offers, (given) => {
        const bids = bidsOf("weighted_points", given);
        const points = answerOf(
          "weighted_points",
          { price_weight: "40", price_function: bounds, criteria: q },
          bids,
        );
        const sek = answerOf(
          "added_value_deduction",
          { criteria: [{ id: "q", weight: "1200", max: "100" }] },
          bids,
        );
        for (const { id } of bids) {
          const back = add(exact("45"), multiply(exact("-0.05"), exact(sek.scores[id])));
          expect(toExact(exact(points.scores[id]))).toBe(toExact(back));
        }
        expect(points.ranking).toEqual(sek.ranking);
      }),
    );
  });

  it("price per point ranks as points per price", () => {
    fc.assert(
      fc.property(offers, (given) => {
        const bids = bidsOf("ufab", given);
        expect(answerOf("price_per_quality_point", {}, bids).ranking).toEqual(
          answerOf("quality_price_ratio", {}, bids).ranking,
        );
      }),
    );
  });
});
