import { describe, expect, it } from "vitest";
import { computeCase } from "#app/domain/evaluation/evaluation-case.ts";
import { contradictions } from "./explained.ts";
import { publishedCases } from "./published-cases.ts";
import { ruleCases } from "./rule-cases/rule-cases.ts";
import { shownFields } from "./shown-fields.ts";

describe("a rule that no published case shows, by a figure computed by hand", () => {
  it.each(ruleCases.map((rule) => [rule.id, rule] as const))("%s", (_id, { expected, ...unchecked }) => {
    const result = computeCase(unchecked);
    const answer = result.ok ? result.value : { faults: result.faults };
    expect(shownFields(answer, expected)).toEqual(expected);
  });
});

describe("the formula of a score with the numbers put in", () => {
  const explained = [...publishedCases, ...ruleCases].flatMap((unchecked) => {
    const found = contradictions(unchecked);
    return found === null ? [] : [[unchecked.id, found] as const];
  });

  it.each(explained)("%s: gives the score", (_id, found) => expect(found).toEqual([]));

  it("is there for every award case", () => expect(explained.length).toBeGreaterThan(120));
});
