import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type JudgedScore,
  type ScoreDoubt,
  sampleScores,
} from "#app/domain/evaluation/analysis/sampled-scores.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { wholeNumber } from "#app/domain/money/fraction.ts";

function fixedPrice(points: Readonly<Record<string, number>>) {
  const read = readEvaluationCase({
    model: "fixed_price_quality_only",
    params: { criteria: [{ id: "q", weight: "2", max: "2" }] },
    bids: Object.entries(points).map(([id, q]) => ({ id, points: { q: String(q) } })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

const levels = [0, 1, 2].map(wholeNumber);
const judged = (bid: string, ...own: (number | null)[]): JudgedScore => ({
  bid,
  criterion: "q",
  own: own.map((points) => (points === null ? null : wholeNumber(points))),
  levels,
});
const samples = 10_000;
const firstShare = (
  points: Readonly<Record<string, number>>,
  given: readonly JudgedScore[],
  doubt: ScoreDoubt,
) =>
  sampleScores(fixedPrice(points), given, doubt, samples, 1).counts.map(
    ({ ranks }) => (ranks[0] ?? 0) / samples,
  );
/** 1/√N. */
const error = 0.01;

describe("one step lower or higher", () => {
  it("leaves one of two level bids first, or level, in six of nine equally likely draws", () => {
    const [a = 0, b = 0] = firstShare({ A: 1, B: 1 }, [judged("A", 1), judged("B", 1)], "one_step");
    expect(Math.abs(a - 6 / 9)).toBeLessThan(error);
    expect(Math.abs(b - 6 / 9)).toBeLessThan(error);
  });

  it("cannot leave the scale: at its ends a step outwards is none", () => {
    // A falls to 1 in a third of the draws, B rises to 1 in a third: A is always first, B with it in one of nine.
    const [a, b = 0] = firstShare({ A: 2, B: 0 }, [judged("A", 2), judged("B", 0)], "one_step");
    expect(a).toBe(1);
    expect(Math.abs(b - 1 / 9)).toBeLessThan(error);
  });

  it("leaves yes and no as they are", () => {
    const yesOrNo = { ...judged("B", 0), levels: [0, 2].map(wholeNumber) };
    expect(firstShare({ A: 1, B: 0 }, [yesOrNo], "one_step")).toEqual([1, 0]);
  });

  it("moves the agreed points by the mean of the evaluators' steps", () => {
    // Two evaluators: B moves by −1, −½ ×2, 0 ×3, ½ ×2 or 1 of nine; it reaches A's 1½ in one draw, passes it in none of less.
    const [, b = 0] = firstShare({ A: 2, B: 1 }, [judged("B", 1, 1)], "one_step");
    expect(Math.abs(b - 1 / 9)).toBeLessThan(error);
  });

  it("does nothing where nobody judged", () => {
    expect(firstShare({ A: 2, B: 1 }, [judged("B", null)], "one_step")).toEqual([1, 0]);
    expect(firstShare({ A: 2, B: 1 }, [], "one_step")).toEqual([1, 0]);
  });
});

describe("other evaluators", () => {
  it("draws the same panel for every bid", () => {
    // Both drawn from the first: A 2, B 0. From the second: 0, 2. One of each, in half the draws: level.
    const given = [judged("A", 2, 0), judged("B", 0, 2)];
    const [a = 0, b = 0] = firstShare({ A: 1, B: 1 }, given, "other_evaluators");
    expect(Math.abs(a - 3 / 4)).toBeLessThan(error);
    expect(Math.abs(b - 3 / 4)).toBeLessThan(error);
  });

  it("changes nothing where they agreed, or one judged alone", () => {
    expect(firstShare({ A: 2, B: 1 }, [judged("A", 2, 2), judged("B", 1, 1)], "other_evaluators")).toEqual([
      1, 0,
    ]);
    expect(firstShare({ A: 2, B: 1 }, [judged("B", 0)], "other_evaluators")).toEqual([1, 0]);
  });

  it("leaves what was agreed where nobody of the drawn panel judged", () => {
    // B is judged by the first only: whether drawn or not, its mean is the same.
    expect(firstShare({ A: 2, B: 1 }, [judged("B", 1, null)], "other_evaluators")).toEqual([1, 0]);
  });
});

describe("sampled scores", () => {
  const panel = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 });

  it("give every bid a rank in every sample, and the same for the same seed", () => {
    fc.assert(
      fc.property(
        fc.array(panel, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<ScoreDoubt>("one_step", "other_evaluators"),
        fc.nat(),
        (sheets, doubt, seed) => {
          const base = fixedPrice(Object.fromEntries(sheets.map(([first = 0], i) => [`B${i}`, first])));
          const given = sheets.map((own, i) => judged(`B${i}`, ...own));
          const sampled = sampleScores(base, given, doubt, 40, seed);
          for (const { ranks } of sampled.counts)
            expect(ranks.reduce((sum, count) => sum + count, 0)).toBe(40);
          expect(sampleScores(base, given, doubt, 40, seed)).toEqual(sampled);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("rank as the evaluation does when nothing moves", () => {
    const base = fixedPrice({ A: 0, B: 2, C: 1, D: 2 });
    const { ranks } = evaluate(base);
    for (const { id, ranks: counts } of sampleScores(base, [], "one_step", 7, 1).counts) {
      expect(counts.indexOf(7)).toBe((ranks.get(id) ?? 0) - 1);
    }
  });

  it("leave out who is not admitted", () => {
    const read = readEvaluationCase({
      model: "lowest_price",
      params: { must: ["M"] },
      bids: [
        { id: "A", price: "1", must: { M: false } },
        { id: "B", price: "2", must: { M: true } },
      ],
    });
    if (!read.ok) throw new Error();
    expect(sampleScores(read.value, [], "one_step", 3, 1).counts).toEqual([{ id: "B", ranks: [3] }]);
  });
});
