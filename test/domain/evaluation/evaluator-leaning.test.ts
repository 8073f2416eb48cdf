import { describe, expect, it } from "vitest";
import { agreementOf } from "#app/domain/evaluation/committee-agreement.ts";
import { judgedScores } from "#app/domain/evaluation/judged-scores.ts";
import { toExact, wholeNumber } from "#app/domain/money/fraction.ts";
import { requirement, threeLevels } from "./example-tender.ts";

const requirements = ["Q1", "Q2", "Q3"].map((id) =>
  requirement(id, { answer: { type: "text" }, scoring: threeLevels }),
);

/** Levels by evaluator, for responses R0, R1 … on one requirement. */
const sheet = (id: string, levels: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(levels).flatMap(([evaluator, given]) =>
    given.map((level, i) => ({ evaluator, response: `R${i}`, requirement: id, level: `level_${level}` })),
  );

describe("an evaluator who is milder or stricter than the panel", () => {
  it("is one a whole step or more from the panel's mean over all bids", () => {
    const { leanings } = agreementOf(requirements, sheet("Q1", { a: [2, 2], b: [0, 0], c: [1, 1] }));
    expect(leanings.map(({ steps, leans }) => [steps && toExact(steps), leans])).toEqual([
      ["1", true],
      ["-1", true],
      ["0", false],
    ]);
  });

  it("may differ on each bid as long as it evens out", () => {
    const { leanings } = agreementOf(requirements, sheet("Q1", { a: [2, 0], b: [0, 2] }));
    expect(leanings.map(({ steps, leans }) => [steps && toExact(steps), leans])).toEqual([
      ["0", false],
      ["0", false],
    ]);
  });

  it("is not told by what nobody else has judged", () => {
    const { leanings } = agreementOf(requirements, sheet("Q1", { a: [2] }));
    expect(leanings).toEqual([{ steps: null, leans: false, apart: [] }]);
  });
});

describe("an evaluator whose order of the bids is another", () => {
  const panel = { b: [2, 1, 0], c: [2, 1, 0], d: [2, 1, 0] };

  it("has a bid two places or more from the panel on most criteria", () => {
    const levels = ["Q1", "Q2", "Q3"].flatMap((id, i) =>
      sheet(id, { a: i === 0 ? [2, 1, 0] : [0, 1, 2], ...panel }),
    );
    const { leanings } = agreementOf(requirements, levels);
    expect(leanings.map(({ apart }) => apart)).toEqual([["R0", "R2"], [], [], []]);
  });

  it("is not told by half the criteria", () => {
    const levels = ["Q1", "Q2"].flatMap((id, i) =>
      sheet(id, { a: i === 0 ? [2, 1, 0] : [0, 1, 2], ...panel }),
    );
    expect(agreementOf(requirements, levels).leanings[0]?.apart).toEqual([]);
  });
});

describe("intraclass correlation of a committee", () => {
  it("is told from ten units on, over those that all have judged", () => {
    const one = [0, 1, 2, 0, 1, 2, 0, 1, 2, 1];
    const same = agreementOf(requirements, sheet("Q1", { a: one, b: one }));
    expect([same.iccOne, same.iccPanel].map((form) => form && toExact(form))).toEqual(["1", "1"]);
    // b is a half of the scale milder throughout where it can be: agreement falls, for one more than for the mean.
    const mild = agreementOf(
      requirements,
      sheet("Q1", { a: one, b: one.map((level) => Math.min(2, level + 1)) }),
    );
    const [single = 1, mean = 1] = [mild.iccOne, mild.iccPanel].map((form) =>
      form ? Number(form.n) / Number(form.d) : 1,
    );
    expect(single).toBeLessThan(mean);
    expect(mean).toBeLessThan(1);
    const few = agreementOf(requirements, sheet("Q1", { a: [0, 1], b: [0, 1] }));
    expect([few.iccOne, few.iccPanel]).toEqual([null, null]);
  });
});

describe("own levels as points", () => {
  it("are shares of the criterion's maximum, in one order of evaluators; a must has none", () => {
    const criteria = [{ id: "Q1", weight: wholeNumber(10), max: wholeNumber(4), min: null, group: null }];
    const levels = [...sheet("Q1", { b: [2], a: [1] }), ...sheet("Q2", { a: [2] })];
    expect(judgedScores(requirements, criteria, levels)).toEqual([
      {
        bid: "R0",
        criterion: "Q1",
        own: [wholeNumber(2), wholeNumber(4)],
        levels: [wholeNumber(0), wholeNumber(2), wholeNumber(4)],
      },
    ]);
  });
});
