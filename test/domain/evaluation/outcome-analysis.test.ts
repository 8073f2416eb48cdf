import { describe, expect, it } from "vitest";
import { comparableValues } from "#app/domain/evaluation/analysis/comparable-values.ts";
import { weightedRows } from "#app/domain/evaluation/analysis/weighted-rows.ts";
import { winnerMargins } from "#app/domain/evaluation/analysis/winner-margins.ts";
import { worthStability } from "#app/domain/evaluation/analysis/worth-stability.ts";
import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import { agreementOf } from "#app/domain/evaluation/committee-agreement.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { add, equal, multiply, sum, toExact, zero } from "#app/domain/money/fraction.ts";
import { krippendorffAlpha } from "#app/domain/statistics/krippendorff.ts";
import { requirement, threeLevels } from "./example-tender.ts";

function read(model: string, params: object, bids: object[]): AwardCase {
  const result = readEvaluationCase({ model, params, bids });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const bid = (id: string, price: string, q1: string, q2: string) => ({ id, price, points: { q1, q2 } });
const bids = [bid("A", "900", "10", "0"), bid("B", "1000", "10", "10")];
/** A costs 900 − 100 = 800; B 1000 − 100 − 80 = 820. */
const inSek = read(
  "added_value_deduction",
  { criteria: [criterion("q1", "100"), criterion("q2", "80")] },
  bids,
);
/** Price 50·(2000 − p)/2000: A 27.5 + 30 = 57.5; B 25 + 30 + 20 = 75. */
const inPoints = read(
  "weighted_points",
  {
    price_weight: "50",
    price_function: { type: "linear_fixed_bounds", lower: "0", upper: "2000" },
    criteria: [criterion("q1", "30"), criterion("q2", "20")],
  },
  bids,
);

function criterion(id: string, weight: string) {
  return { id, weight, max: "10" };
}

describe("the winner's margin in SEK", () => {
  it("moves with the value of what the rival is better at, and with the winner's price", () => {
    const bars = winnerMargins(inSek, evaluate(inSek));
    // Margin 20; q2 is worth 16 more or less to B; 5 % of A's price is 45; q1 is alike in both.
    expect(bars.map(({ criterion, minus, plus }) => [criterion, toExact(minus), toExact(plus)])).toEqual([
      [null, "65", "-25"],
      ["q2", "36", "4"],
      ["q1", "20", "20"],
    ]);
  });
});

describe("the worth of a criterion in SEK", () => {
  it("keeps the winner up to where the rival is level, the others as they are", () => {
    const intervals = worthStability(inSek, evaluate(inSek));
    expect(
      intervals.map(({ criterion, low, high, highRival }) => [
        criterion,
        toExact(low),
        high && toExact(high),
        highRival,
      ]),
    ).toEqual([
      ["q1", "0", null, null],
      ["q2", "0", "100", "B"],
    ]);
  });
});

describe("the weight of a criterion in points", () => {
  it("is the sum of weight times value, exactly", () => {
    const result = evaluate(inPoints);
    const { rows, weights, total } = weightedRows(inPoints, result);
    for (const { id, values } of rows) {
      const score = multiply(total, sum(values.map((value, j) => multiply(weights[j] ?? zero, value))));
      expect(equal(score, result.scores.get(id) ?? add(zero, zero))).toBe(true);
    }
  });

  it("keeps the winner until the other weights have shrunk to where the rival is level", () => {
    const [price] = worthStability(inPoints, evaluate(inPoints));
    // With price weight t of 100: A 0.55t + 0.6(100 − t), B 0.5t + (100 − t); level at 0.45t = 40.
    expect(price).toMatchObject({ criterion: null, lowRival: null, highRival: "A" });
    expect(price?.high && toExact(price.high)).toBe("800/9");
  });
});

describe("comparable values", () => {
  it("scale a price in SEK from the dearest to the cheapest bid, for analysis only", () => {
    const [a, b] = comparableValues(inSek, evaluate(inSek));
    expect(a?.values.map(toExact)).toEqual(["1", "1", "0"]);
    expect(b?.values.map(toExact)).toEqual(["0", "1", "1"]);
  });

  it("do not divide by zero when all prices are alike", () => {
    const alike = read("added_value_deduction", { criteria: [criterion("q1", "1"), criterion("q2", "1")] }, [
      bid("A", "5", "1", "1"),
      bid("B", "5", "2", "2"),
    ]);
    expect(comparableValues(alike, evaluate(alike)).map(({ values }) => toExact(values[0] ?? zero))).toEqual([
      "0",
      "0",
    ]);
  });
});

describe("agreement between evaluators", () => {
  const judged = requirement("Q1", { answer: { type: "text" }, scoring: threeLevels });
  const levels = (evaluator: string, given: readonly number[]) =>
    given.map((level, i) => ({ evaluator, response: `R${i}`, requirement: "Q1", level: `level_${level}` }));

  it("shows the levels and no number below ten units", () => {
    const { alpha, w, units } = agreementOf([judged], [...levels("a", [0, 1]), ...levels("b", [0, 2])]);
    expect([alpha, w]).toEqual([null, null]);
    expect(units.map((unit) => unit.levels)).toEqual([
      ["level_0", "level_0"],
      ["level_1", "level_2"],
    ]);
  });

  it("is 1 when all agree, and α by shares otherwise", () => {
    const one = [0, 1, 2, 0, 1, 2, 0, 1, 2, 1];
    const other = [0, 1, 2, 0, 2, 2, 1, 1, 2, 1];
    const same = agreementOf([judged], [...levels("a", one), ...levels("b", one)]);
    expect([same.alpha && toExact(same.alpha), same.w && toExact(same.w)]).toEqual(["1", "1"]);
    const { alpha } = agreementOf([judged], [...levels("a", one), ...levels("b", other)]);
    const asNumbers = [one, other].map((given) => given.map((level) => ({ n: BigInt(level), d: 2n })));
    expect(alpha).toEqual(krippendorffAlpha(asNumbers, "ordinal"));
    expect(alpha && toExact(alpha)).not.toBe("1");
  });

  it("leaves out what only one has judged, and is undefined when nothing varies", () => {
    const same = Array.from({ length: 10 }, () => 1);
    const { alpha, w, units } = agreementOf([judged], [...levels("a", [...same, 2]), ...levels("b", same)]);
    expect(units).toHaveLength(10);
    expect([alpha, w]).toEqual([null, null]);
  });
});
