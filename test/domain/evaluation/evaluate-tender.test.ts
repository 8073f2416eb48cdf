import { describe, expect, it } from "vitest";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { evaluationCaseOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import type { TenderEvaluationInput } from "#app/domain/evaluation/tender-evaluation.ts";
import { toExact } from "#app/domain/money/fraction.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import {
  line,
  must,
  no,
  number,
  numberAnswer,
  requirement,
  response,
  serviceLevel,
  tender,
  threeLevels,
  yes,
} from "./example-tender.ts";

const input = (
  content: TenderContent,
  responses: TenderEvaluationInput["responses"],
  more: Partial<TenderEvaluationInput> = {},
): TenderEvaluationInput => ({
  tender: content,
  responses,
  levels: [],
  measured: [],
  lotterySeed: null,
  ...more,
});

const only = (given: TenderEvaluationInput) => {
  const [first] = evaluateTender(given).responses;
  if (!first) throw new Error("no response");
  return first;
};

describe("scores", () => {
  it("deducts the value of what is offered from the price", () => {
    const result = evaluateTender(
      input(tender([requirement("R1")]), [
        response("A", { R1: yes }),
        response("B", { R1: no }, { calls: "950" }),
      ]),
    );
    expect(result.responses.map(({ score }) => score?.exact)).toEqual(["900000", "950000"]);
    expect(result.winner).toBe("A");
  });

  it("keeps a share that has no decimal notation exact", () => {
    const timed = requirement("R1", { answer: numberAnswer, scoring: line("24", "2", "lower") });
    const result = only(input(tender([timed]), [response("A", { R1: number("10") })]));
    expect(result.cells[0]?.share?.exact).toBe("7/11");
    expect(result.score?.exact).toBe("10300000/11");
  });

  it("adds price points by the published bounds to the points of the shoulds", () => {
    const content = tender([requirement("R1")], {
      evaluation: {
        type: "weighted_points",
        priceWeight: "80",
        priceFunction: { type: "linear_fixed_bounds", lower: "0", upper: "2000000" },
        weightTotal: "100",
        tieBreak: [],
      },
    });
    expect(only(input(content, [response("A", { R1: yes })])).score?.exact).toBe("60");
  });

  it("shows a missing answer as missing, worth nothing", () => {
    const cell = only(input(tender([requirement("R1")]), [response("A", {})])).cells[0];
    expect(cell).toMatchObject({ state: "missing", share: { exact: "0" } });
  });

  it("waits with a file until the committee has set a level", () => {
    const filed = requirement("R1", { answer: { type: "file" }, scoring: threeLevels });
    const responses = [response("A", { R1: { type: "file", met: true, comment: "" } })];
    expect(only(input(tender([filed]), responses)).cells[0]?.state).toBe("not_judged");
    const levels = [{ response: "A", requirement: "R1", level: "level_1" }];
    expect(only(input(tender([filed]), responses, { levels })).cells[0]?.share?.exact).toBe("1/2");
  });
});

describe("a file that the vendor says does not meet", () => {
  it("is worth nothing without waiting for the committee", () => {
    const filed = requirement("R1", { answer: { type: "file" }, scoring: threeLevels });
    const responses = [response("A", { R1: { type: "file", met: false, comment: "" } })];
    expect(only(input(tender([filed]), responses)).cells[0]).toMatchObject({
      state: "answered",
      share: { exact: "0" },
      explanation: { children: [{ label: "share_levels", substituted: "u(not_met)" }] },
    });
  });
});

describe("measured values", () => {
  const measured = requirement("R1", {
    answer: numberAnswer,
    scoring: line("80", "100"),
    measure: serviceLevel,
  });
  const value = (verdict: "verified" | "no_data", figure: string | null) => ({
    measured: [
      { response: "A", requirement: "R1", verdict, value: figure, coverage: "100", source: "import-1" },
    ],
  });
  const answered = [response("A", { R1: number("100") })];

  it("feed the value function where the use is award", () => {
    const cell = only(input(tender([measured]), answered, value("verified", "95"))).cells[0];
    expect(cell?.share?.exact).toBe("3/4");
    expect(cell?.explanation?.children[0]?.source).toEqual({
      kind: "measured",
      response: "A",
      requirement: "R1",
      reference: "import-1",
    });
  });

  it("earn nothing without data, and the cell says so", () => {
    for (const more of [value("no_data", null), {}]) {
      expect(only(input(tender([measured]), answered, more)).cells[0]).toMatchObject({
        state: "no_data",
        share: { exact: "0" },
      });
    }
  });

  it("stand beside the answer and move no points where the use is another", () => {
    const followedUp = { ...measured, useOfMeasurement: "follow-up" as const };
    const cell = only(input(tender([followedUp]), answered, value("verified", "80"))).cells[0];
    expect(cell).toMatchObject({ share: { exact: "1" }, measured: { verdict: "verified", value: "80" } });
  });
});

describe("gates", () => {
  const reasonsFor = (content: TenderContent, one: TenderEvaluationInput["responses"][number]) =>
    only(input(content, [one])).reasons;

  it("lists every must that failed or is missing, and every missing unit price", () => {
    const content = tender([must("M1"), must("M2")]);
    expect(reasonsFor(content, response("A", { M1: no }, {}))).toEqual([
      "must:M1:failed",
      "must:M2:missing",
      "must:unit_price:calls:missing",
    ]);
  });

  it("fails a number outside its range or past the threshold of its measure", () => {
    const measured = must("M1", { answer: numberAnswer, scoring: line("80", "100"), measure: serviceLevel });
    const content = tender([measured]);
    expect(reasonsFor(content, response("A", { M1: number("89.9") }))).toEqual(["must:M1:failed"]);
    expect(reasonsFor(content, response("A", { M1: number("100.1") }))).toEqual(["must:M1:failed"]);
    expect(reasonsFor(content, response("A", { M1: number("90") }))).toEqual([]);
  });

  it("asks for clarification while a file has not been judged, and excludes once it is not met", () => {
    const filed = must("M1", { answer: { type: "file" }, scoring: threeLevels });
    const responses = [response("A", { M1: { type: "file", met: true, comment: "" } })];
    expect(only(input(tender([filed]), responses))).toMatchObject({
      admission: "clarification_needed",
      score: null,
    });
    const levels = [{ response: "A", requirement: "M1", level: "level_0" }];
    expect(only(input(tender([filed]), responses, { levels }))).toMatchObject({
      admission: "excluded",
      reasons: ["must:M1:failed"],
    });
  });

  it("rejects a price above the ceiling and a negative unit price", () => {
    const content = tender([], { ceilingPriceSek: "1000000", forbidNegativePrices: true });
    expect(reasonsFor(content, response("A", {}, { calls: "1000" }))).toEqual([]);
    expect(reasonsFor(content, response("A", {}, { calls: "1000.01" }))).toEqual(["ceiling_price"]);
    expect(reasonsFor(content, response("A", {}, { calls: "-1" }))).toEqual([
      "must:tender_price:failed",
      "negative_item_price",
    ]);
  });
});

describe("ties", () => {
  const tied = [response("A", { R1: yes }), response("B", { R1: no }, { calls: "900" })];

  it("go to the lower tender price, and the decision is named", () => {
    const result = evaluateTender(input(tender([requirement("R1")]), tied));
    expect(result.ranking).toEqual([["A", "B"]]);
    expect(result.order).toEqual([["B"], ["A"]]);
    expect(result.decidedBy).toEqual([{ better: "B", worse: "A", rule: "lower_tender_price" }]);
  });

  it("stay ties until the seed of the lottery is published", () => {
    const twins = [response("A", { R1: yes }), response("B", { R1: yes })];
    const content = tender([requirement("R1")]);
    expect(evaluateTender(input(content, twins)).winner).toBeNull();
    expect(evaluateTender(input(content, twins, { lotterySeed: "beacon-1" })).decidedBy[0]?.rule).toBe(
      "lottery",
    );
  });
});

describe("the exported case", () => {
  it("is recomputed to the same scores, reasons and order", () => {
    const timed = requirement("R2", { answer: numberAnswer, scoring: line("24", "2", "lower") });
    const given = input(tender([must("M1"), requirement("R1"), timed]), [
      response("A", { M1: yes, R1: yes, R2: number("7") }),
      response("B", { M1: yes, R1: no, R2: number("3.5") }, { calls: "812.37" }),
      response("C", { M1: no }),
    ]);
    const read = readEvaluationCase(JSON.parse(JSON.stringify(evaluationCaseOf(given))));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const again = evaluate(read.value);
    const own = evaluateTender(given);
    expect(own.order).toEqual(again.order);
    for (const { response: id, score, reasons } of own.responses) {
      const value = again.scores.get(id);
      expect(score?.exact).toBe(value && toExact(value));
      expect(reasons).toEqual(again.excluded.get(id) ?? []);
    }
  });
});
