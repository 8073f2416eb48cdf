import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import { computeCase } from "#app/domain/evaluation/evaluation-case.ts";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { evaluationCaseOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { exampleEvaluation } from "#app/domain/evaluation/tender/example-evaluation.ts";
import type { TenderEvaluationInput } from "#app/domain/evaluation/tender-evaluation.ts";
import { add, parseExact, subtract, sum, toExact } from "#app/domain/money/fraction.ts";
import { type ModelChoice, modelChoices } from "#app/domain/tender/model-choice.ts";
import type { EvaluationModel, TenderContent } from "#app/domain/tender/tender.ts";
import {
  line,
  must,
  no,
  number,
  numberAnswer,
  requirement,
  response,
  tender,
  yes,
} from "./example-tender.ts";

const tieBreak = ["lower_tender_price", "higher_quality", "lottery"] as const;
const inPoints = { type: "weighted_points", priceWeight: "60", weightTotal: "100", tieBreak } as const;

/** Forty points of quality, sixty for price; a floor at 24 of 40. */
const models: Readonly<Record<ModelChoice, EvaluationModel>> = {
  added_value_deduction: { type: "added_value_deduction", tieBreak },
  linear_fixed_bounds: {
    ...inPoints,
    priceFunction: { type: "linear_fixed_bounds", lower: "600000", upper: "1500000" },
  },
  threshold_lowest_price: { type: "threshold_lowest_price", minQuality: "24", weightTotal: "40", tieBreak },
  lowest_price: { type: "lowest_price", tieBreak },
  fixed_price_quality_only: {
    type: "fixed_price_quality_only",
    fixedPriceSek: "1000000",
    weightTotal: "40",
    tieBreak,
  },
  quality_price_ratio: { type: "quality_price_ratio", minQuality: "24", weightTotal: "40", tieBreak },
  linear_from_lowest: { ...inPoints, priceFunction: { type: "linear_from_lowest", slope: "1" } },
  inverse_proportional: { ...inPoints, priceFunction: { type: "inverse_proportional" } },
};

const timed = requirement("R2", {
  answer: numberAnswer,
  scoring: line("24", "2", "lower"),
  weight: "20",
  valueSek: "110000",
});
const requirements = [must("M1"), requirement("R1", { weight: "20", valueSek: "100000" }), timed];

const contentOf = (choice: ModelChoice, changes: Partial<TenderContent> = {}): TenderContent =>
  tender(requirements, {
    evaluation: models[choice],
    estimatedValueSek: "1000000",
    ceilingPriceSek: "1500000",
    ...(choice === "fixed_price_quality_only" ? { priceItems: [] } : {}),
    ...changes,
  });

/** A is good and dear: 20 + 20·14/22 points at 1 200 000. B is poor and cheap: 20·14/22 at 800 000. C fails the must. */
const responses = [
  response("A", { M1: yes, R1: yes, R2: number("10") }, { calls: "1200" }),
  response("B", { M1: yes, R1: no, R2: number("10") }, { calls: "800" }),
  response("C", { M1: no, R1: yes, R2: number("2") }, { calls: "700" }),
];
const input = (content: TenderContent): TenderEvaluationInput => ({
  tender: content,
  responses,
  levels: [],
  measured: [],
  lotterySeed: null,
});

const scoreOf = (content: TenderContent, id: string) =>
  evaluateTender(input(content)).responses.find(({ response: one }) => one === id)?.score?.exact ?? null;

describe("the models of a tender, by hand", () => {
  // Quality: A 360/11 = 32.73 points or 1 870 000/11 SEK, B 140/11 = 12.73 points.
  it.each<[ModelChoice, string | null, string | null, string]>([
    ["added_value_deduction", "1030000", "730000", "B"],
    ["linear_fixed_bounds", "580/11", "1960/33", "B"],
    ["threshold_lowest_price", "1200000", null, "A"],
    ["lowest_price", "1200000", "800000", "B"],
    ["fixed_price_quality_only", "360/11", "140/11", "A"],
    ["quality_price_ratio", "300/11", null, "A"],
    ["linear_from_lowest", "690/11", "800/11", "B"],
    ["inverse_proportional", "800/11", "800/11", "B"],
  ])("%s gives A %s and B %s: %s wins", (choice, a, b, winner) => {
    const content = contentOf(choice);
    expect([scoreOf(content, "A"), scoreOf(content, "B")]).toEqual([a, b]);
    expect(evaluateTender(input(content)).winner).toBe(winner);
  });

  it("name the quality floor as the reason of a bid below it", () => {
    const { responses: evaluated } = evaluateTender(input(contentOf("quality_price_ratio")));
    expect(evaluated.map(({ reasons }) => reasons)).toEqual([[], ["min_total_quality"], ["must:M1:failed"]]);
  });

  it("break an exact tie of a relative model by the published chain", () => {
    const { decidedBy } = evaluateTender(input(contentOf("inverse_proportional")));
    expect(decidedBy).toEqual([{ better: "B", worse: "A", rule: "lower_tender_price" }]);
  });

  it("measure a relative price from the admitted bids alone: C, which is cheaper, failed a must", () => {
    const result = evaluateTender(input(contentOf("inverse_proportional")));
    const opened = result.responses[0]?.explanation?.children.find(({ label }) => label === "price_points");
    const lowest = opened?.children.find(({ label }) => label === "lowest_price_of_all");
    expect(lowest).toMatchObject({ substituted: "min(1200000; 800000)", value: "800000" });
  });

  it("show the price that the buyer has set as every bid's price", () => {
    const { responses: evaluated } = evaluateTender(input(contentOf("fixed_price_quality_only")));
    expect(evaluated.map(({ price }) => price?.exact)).toEqual(["1000000", "1000000", "1000000"]);
  });

  it("reject a price of zero where the model divides by it, and nowhere else", () => {
    const free = (choice: ModelChoice) => {
      const given = {
        ...input(contentOf(choice)),
        responses: [response("A", { M1: yes, R1: yes, R2: number("2") }, { calls: "0" })],
      };
      return evaluateTender(given).responses[0]?.reasons;
    };
    for (const choice of modelChoices) {
      const divides = ["quality_price_ratio", "linear_from_lowest", "inverse_proportional"].includes(choice);
      expect([choice, free(choice)]).toEqual([choice, divides ? ["must:tender_price:failed"] : []]);
    }
  });
});

/** Numbers that a reader sees beneath the score. */
const leaves = (explanation: Explanation): readonly string[] =>
  explanation.children.length === 0 ? [explanation.label] : explanation.children.flatMap(leaves);

describe.each(modelChoices)("a tender by %s", (choice) => {
  const content = contentOf(choice);
  const result = evaluateTender(input(content));

  it("gives the same exact scores and ranking when its case file is computed again", () => {
    const file = JSON.parse(JSON.stringify(evaluationCaseOf(input(content))));
    const computed = computeCase(file);
    if (!computed.ok) throw new Error(JSON.stringify(computed.faults));
    const exact = Object.fromEntries(
      result.responses.flatMap(({ response: id, score }) => (score === null ? [] : [[id, score.exact]])),
    );
    expect(computed.value.exact).toEqual(exact);
    expect(computed.value.ranking).toEqual(result.ranking);
    expect(computed.value.order).toEqual(result.order);
    expect(Object.keys(computed.value.excluded as object).toSorted()).toEqual(
      result.responses.filter(({ admission }) => admission !== "admitted").map(({ response: id }) => id),
    );
  });

  it("opens every admitted score down to the answers and the price, with the score on top", () => {
    for (const { explanation, score, cells } of result.responses) {
      if (score === null) continue;
      if (explanation === null) throw new Error("a score without its explanation");
      expect(explanation.value).toBe(score.exact);
      const seen = leaves(explanation);
      expect(seen).toContain(choice === "fixed_price_quality_only" ? "fixed_price" : "price_row");
      const shares = seen.filter((label) => label.startsWith("share_"));
      expect(shares).toHaveLength(choice === "lowest_price" ? 0 : cells.filter(({ value }) => value).length);
    }
  });

  it("explains points that add up to the score", () => {
    if (!choice.startsWith("linear") && choice !== "inverse_proportional") return;
    for (const { explanation, score } of result.responses) {
      if (explanation === null || score === null) continue;
      const parts = explanation.children
        .filter(({ label }) => label === "price_points" || label === "quality")
        .flatMap(({ value }) => parseExact(value) ?? []);
      expect(toExact(sum(parts))).toBe(score.exact);
    }
  });

  it("is worked through by the evaluation description's example as by the engine", () => {
    const example = exampleEvaluation(content);
    if (example === null) throw new Error("no example");
    const [a, b, c] = example.bids;
    expect(c?.rank).toBeNull();
    expect(c?.reasons[0]).toBe("must:M1:failed");
    expect(a?.rank ?? b?.rank).not.toBeNull();
    const [price, quality] = [a?.price ?? "", a?.quality?.exact ?? ""].map((text) => parseExact(text));
    const score = parseExact(a?.score?.exact ?? "");
    if (!price || !quality || !score) throw new Error("A has no result");
    if (choice === "added_value_deduction") expect(toExact(add(score, quality))).toBe(toExact(price));
    if (choice === "fixed_price_quality_only") expect(toExact(subtract(score, quality))).toBe("0");
    if (choice.endsWith("lowest_price") || choice === "lowest_price")
      expect(toExact(score)).toBe(toExact(price));
    // 40 points at full quality: 40 · 1 000 000 / 1 000 000, and M·lo/p with B at 95 % of A's price.
    if (choice === "quality_price_ratio") expect(toExact(score)).toBe("40");
    if (choice === "inverse_proportional") expect(toExact(score)).toBe("97");
    if (choice === "linear_from_lowest") expect(toExact(subtract(score, quality))).toBe("1080/19");
  });
});

describe("whether other bids matter", () => {
  const bid = fc.record({
    id: fc.uuid(),
    price: fc.integer({ min: 400, max: 1500 }),
    r1: fc.boolean(),
    r2: fc.integer({ min: 0, max: 30 }),
  });
  const market = fc.uniqueArray(bid, { minLength: 2, maxLength: 5, selector: ({ id }) => id });
  const evaluated = (
    content: TenderContent,
    bids: readonly { id: string; price: number; r1: boolean; r2: number }[],
  ) =>
    evaluateTender({
      ...input(content),
      responses: bids.map(({ id, price, r1, r2 }) =>
        response(id, { M1: yes, R1: r1 ? yes : no, R2: number(String(r2)) }, { calls: String(price) }),
      ),
    });

  it.each(modelChoices.filter((choice) => !isRelative(models[choice])))(
    "it never does by %s: every score is the same without any other bid",
    (choice) => {
      const content = contentOf(choice);
      fc.assert(
        fc.property(market, (bids) => {
          const all = evaluated(content, bids).responses;
          const [, ...others] = bids;
          for (const { response: id, score, reasons } of evaluated(content, others).responses) {
            const before = all.find(({ response: one }) => one === id);
            expect([score, reasons]).toEqual([before?.score, before?.reasons]);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it("does by lowest price over price: a losing bid decides who wins", () => {
    const content = contentOf("inverse_proportional", {
      evaluation: {
        type: "weighted_points",
        priceWeight: "20",
        weightTotal: "40",
        priceFunction: { type: "inverse_proportional" },
        tieBreak,
      },
      requirements: [
        must("M1"),
        requirement("R1", { weight: "0" }),
        { ...timed, weight: "20", scoring: line("0", "100") },
      ],
    });
    // The published case SENS-LOO-01: quality 60, 88, 50 and 15 of 100, prices 100, 140, 150 and 70.
    const bids = [
      { id: "A", price: 1000, r1: false, r2: 60 },
      { id: "B", price: 1400, r1: false, r2: 88 },
      { id: "D", price: 1500, r1: false, r2: 50 },
    ];
    const cheap = { id: "E", price: 700, r1: false, r2: 15 };
    expect(evaluated(content, bids).winner).toBe("A");
    expect(evaluated(content, [...bids, cheap]).winner).toBe("B");
  });
});
