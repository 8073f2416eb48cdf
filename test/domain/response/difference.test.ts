import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { responseDifference } from "#app/domain/response/difference.ts";
import type { Answer } from "#app/domain/response/response.ts";

const none = { requirements: [], statements: [], priceItems: [] };
const number = (value: string): Answer => ({ type: "number", value });

describe("the difference between current and read answers", () => {
  it("tells added, changed, removed and unchanged, in the order of reading", () => {
    const difference = responseDifference(
      {
        answers: { B: number("1"), C: number("1"), D: number("1"), E: number("1") },
        statements: { address: "A", contact_name: "C" },
        unitPrices: { x: "1", y: "1" },
      },
      {
        answers: { A: number("1"), B: number("1"), C: number("2") },
        unitPrices: { x: "2" },
        statements: { address: "B", taxes_paid: "yes" },
        blank: {
          requirements: ["D", "F"],
          statements: ["contact_name", "contact_phone"],
          priceItems: ["y", "z"],
        },
      },
    );
    expect(difference.answers.map(({ requirement, kind }) => [requirement, kind])).toEqual([
      ["A", "added"],
      ["B", "unchanged"],
      ["C", "changed"],
      ["D", "removed"],
    ]);
    expect(difference.statements.map(({ statement, kind }) => [statement, kind])).toEqual([
      ["address", "changed"],
      ["taxes_paid", "added"],
      ["contact_name", "removed"],
    ]);
    expect(difference.unitPrices).toEqual([
      { item: "x", kind: "changed", before: "1", after: "2" },
      { item: "y", kind: "removed", before: "1", after: null },
    ]);
  });

  it("leaves an answer alone that was neither read nor blank", () => {
    const current = { answers: { A: number("1") }, statements: { address: "A" }, unitPrices: { x: "1" } };
    const nothing = { answers: {}, statements: {}, unitPrices: {}, blank: none };
    expect(responseDifference(current, nothing)).toEqual({
      answers: [],
      statements: [],
      unitPrices: [],
    });
  });

  it("compares by meaning: trailing zeros and the order of options say nothing", () => {
    const current = {
      answers: { A: number("99.50"), B: { type: "choice", values: ["x", "y"] } as const },
      statements: {},
      unitPrices: { x: "7.0" },
    };
    const read = {
      answers: { A: number("99.5"), B: { type: "choice", values: ["y", "x"] } as const },
      statements: {},
      unitPrices: { x: "7" },
      blank: none,
    };
    const { answers, unitPrices } = responseDifference(current, read);
    expect([...answers, ...unitPrices].map(({ kind }) => kind)).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
    ]);
  });

  it("is empty of changes when what is read is what there is", () => {
    const texts = fc.dictionary(
      fc.string(),
      fc.string().map((value): Answer => ({ type: "text", value })),
    );
    fc.assert(
      fc.property(texts, (answers) => {
        const difference = responseDifference(
          { answers, statements: {}, unitPrices: {} },
          { answers, statements: {}, unitPrices: {}, blank: none },
        );
        expect(difference.answers.every(({ kind }) => kind === "unchanged")).toBe(true);
        expect(difference.answers).toHaveLength(Object.keys(answers).length);
      }),
    );
  });
});
