import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAwardModelName } from "#app/domain/evaluation/award/award-models.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { round } from "#app/domain/money/decimal.ts";
import { toExact } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { answer } from "./run-case.ts";

const q = [{ id: "q", weight: "50", max: "100" }];
const weighted = (type: string, more: object = {}, weight = "50") => ({
  price_weight: weight,
  price_function: { type, ...more },
  criteria: q,
});
const bid = (id: string, price: string, points: string) => ({ id, price, points: { q: points } });
const rated = (id: string, price: string, L: string) => ({ id, price, L });

describe("published reversals by one losing bid (evaluation reference, section 4)", () => {
  it.each([
    [
      "inverse proportional",
      "weighted_points",
      weighted("inverse_proportional"),
      [bid("A", "100", "60"), bid("B", "140", "88"), bid("D", "150", "50")],
      bid("C", "70", "15"),
      "A",
      "B",
    ],
    [
      "min–max",
      "weighted_points",
      weighted("linear_min_max"),
      [bid("A", "100", "60"), bid("B", "120", "82")],
      bid("C", "200", "10"),
      "A",
      "B",
    ],
    [
      "UfAB mean",
      "ufab_gewichtet_mittelwert",
      { GL: "50", GP: "50" },
      [rated("A", "150", "80"), rated("B", "100", "60")],
      rated("C", "150", "10"),
      "B",
      "A",
    ],
    [
      "UfAB median",
      "ufab_gewichtet_median",
      { GL: "50", GP: "50" },
      [rated("A", "150", "80"), rated("B", "110", "60")],
      rated("C", "200", "10"),
      "B",
      "A",
    ],
  ])("%s", (_name, model, params, bids, loser, without, withIt) => {
    expect(answer(model, params, bids).winner).toBe(without);
    expect(answer(model, params, [...bids, loser]).winner).toBe(withIt);
  });
});

describe("models whose order does not depend on others although scores do", () => {
  const bids = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 3,
    maxLength: 5,
  });

  it.each([
    ["relative value cost", "relative_value_cost", { max_points: "100" }, rated],
    ["logarithmic", "weighted_points", weighted("logarithmic", { base: "2" }), bid],
  ] as const)("%s", (_name, model, params, make) => {
    fc.assert(
      fc.property(bids, (given) => {
        const made = given.map(([price, quality], i) => make(`B${i}`, String(price), String(quality)));
        const order = (answer(model, params, made).ranking as string[][]).flat();
        for (const { id } of made) {
          const rest = answer(
            model,
            params,
            made.filter((other) => other.id !== id),
          ).ranking as string[][];
          expect(rest.flat()).toEqual(order.filter((other) => other !== id));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("edges", () => {
  it("no relative model divides by zero with one bid or equal bids", () => {
    const types = ["inverse_proportional", "linear_min_max", "average_based"].map((type) => weighted(type));
    const all = [
      ...types,
      weighted("linear_from_lowest", { slope: "1" }),
      weighted("parabolic_from_lowest", { zero_at: "1" }),
      weighted("logarithmic", { base: "10" }),
      weighted("zscore", { centre: "25", scale: "10" }),
      weighted("anac_linear", { base_price: "100" }),
      weighted("anac_power", { base_price: "100", alpha: "0.5" }),
      weighted("anac_bilinear", { base_price: "100", X: "0.85" }),
      weighted("aragon_corrected_proportional", { base_price: "100", Bs: "0" }),
    ];
    for (const params of all) {
      expect(answer("weighted_points", params, [bid("A", "100", "1")]).winner).toBe("A");
      expect(answer("weighted_points", params, [bid("A", "100", "1"), bid("B", "100", "1")]).tie).toEqual([
        "A",
        "B",
      ]);
    }
  });

  it.each([
    ["world_bank_rated", { X: "0.5" }, [{ id: "A", price: "0", technical: "1" }], "price_must_be_positive"],
    ["world_bank_rated", { X: "0.5" }, [{ id: "A", price: "1", technical: "0" }], "quality_must_be_positive"],
    [
      "weighted_points",
      weighted("linear_from_lowest", { slope: "1" }),
      [bid("A", "0", "1")],
      "price_must_be_positive",
    ],
    [
      "weighted_points",
      weighted("logarithmic", { base: "2" }),
      [bid("A", "0", "1")],
      "price_must_be_positive",
    ],
    [
      "weighted_points",
      weighted("anac_power", { base_price: "10", alpha: "0.5" }),
      [bid("A", "11", "1")],
      "price_above_base_price",
    ],
  ])("%s refuses bids outside its domain", (model, params, bids, error) => {
    expect(answer(model, params, bids)).toEqual({ error, scores: {}, ranking: [] });
  });

  it("an answer that is not given counts 0, whether its field is absent or null", () => {
    const params = { criteria: q };
    const bids = [
      { id: "A", price: "10", points: { q: null } },
      { id: "B", price: "10", points: {} },
      bid("C", "10", "0"),
    ];
    expect(answer("added_value_deduction", params, bids).scores).toEqual({ A: "10", B: "10", C: "10" });
  });

  it("a refused zero price does not matter when the bid is excluded", () => {
    const params = { ...weighted("inverse_proportional"), must: ["M"] };
    const bids = [
      { ...bid("A", "0", "1"), must: { M: false } },
      { ...bid("B", "5", "1"), must: { M: true } },
    ];
    expect(answer("weighted_points", params, bids).winner).toBe("B");
  });

  it("the UfAB band is decided by quality, price or a named criterion", () => {
    const params = (decision: string) => ({ band_percent: "10", decision, factor: "1000", criteria: q });
    const bids = [
      { ...bid("A", "8000", "10"), L: "800" },
      { ...bid("B", "10000", "90"), L: "910" },
    ];
    const model = "ufab_erweiterte_richtwertmethode";
    expect(answer(model, params("highest_L"), bids).winner).toBe("B");
    expect(answer(model, params("lowest_price"), bids).winner).toBe("A");
    expect(answer(model, params("q"), bids).winner).toBe("B");
  });

  it("says what both tie-break rules would make of a tie", () => {
    const params = { criteria: [{ id: "q", weight: "100", max: "100" }] };
    const tie = answer("added_value_deduction", params, [bid("A", "100", "50"), bid("B", "90", "40")]);
    expect(tie).toMatchObject({
      winner: null,
      tie: ["A", "B"],
      tie_break: { result_with_lowest_tender_price: "B", result_with_highest_quality_first: "A" },
    });
  });
});

describe("explanations", () => {
  const vectors: { id: string; model: string; params: object; bids: object[] }[] = JSON.parse(
    readFileSync(new URL("../../vectors/evaluation.json", import.meta.url), "utf8"),
  );
  const awards = vectors.filter(({ model }) => isAwardModelName(model));

  it.each(awards.map((vector) => [vector.id, vector] as const))(
    "%s: every score opens to its own value",
    (_id, vector) => {
      const read = readEvaluationCase(vector);
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      const result = evaluate(read.value);
      for (const [id, score] of result.scores) {
        const explanation = result.explain(id);
        expect(explanation?.value).toBe(toExact(result.rational ? score : round(score, 10, halfEven)));
        expect(explanation?.formula).not.toBe("");
      }
    },
  );

  it("puts the numbers into the formula", () => {
    const read = readEvaluationCase({
      id: "c",
      model: "added_value_deduction",
      params: { criteria: [{ id: "q", weight: "300", max: "5" }] },
      bids: [bid("A", "1000", "2")],
    });
    if (!read.ok) throw new Error();
    expect(evaluate(read.value).explain("A")).toMatchObject({
      formula: "p − V",
      substituted: "1000 − 120",
      value: "880",
      children: [
        { substituted: "120", children: [{ subject: "q", substituted: "300 · 2 / 5", value: "120" }] },
      ],
    });
  });
});
