import { describe, expect, it } from "vitest";
import { criteriaFindings } from "#app/domain/tender/criteria-findings.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import { line, must, requirement, serviceLevel, tender } from "../evaluation/example-tender.ts";

const found = (...requirements: TenderRequirement[]) =>
  criteriaFindings(tender(requirements)).map(({ ruleId, severity, params }) => [ruleId, severity, params.id]);

const price = { type: "number", unit: "kr", min: "350", max: null, decimals: 2 } as const;

describe("requirements and evaluation together", () => {
  it("finds a must that demands a lowest price, which is unlawful", () => {
    expect(found(must("M1", { answer: price }))).toEqual([["MOD-03", "error", "M1"]]);
    expect(found(must("M1", { answer: { ...price, min: "0" } }))).toEqual([]);
    expect(found(must("M1", { answer: { ...price, unit: "s" } }))).toEqual([]);
  });

  it("finds two shoulds that count the same measure", () => {
    const same = { measure: serviceLevel, useOfMeasurement: "follow-up" } as const;
    expect(found(requirement("Q1", same), requirement("Q2", same))).toEqual([["MOD-17", "error", "Q2"]]);
    const other = { ...same, measure: { ...serviceLevel, parameters: { seconds: 60 } } };
    expect(found(requirement("Q1", same), requirement("Q2", other))).toEqual([]);
  });

  it("finds a should that pays for what a must demands, and not one that pays only beyond it", () => {
    const demanded = must("M1", { measure: serviceLevel });
    const paying = (from: string) =>
      requirement("Q1", { measure: serviceLevel, useOfMeasurement: "follow-up", scoring: line(from, "100") });
    expect(found(demanded, paying("80"))).toEqual([["MOD-17", "error", "Q1"]]);
    expect(found(demanded, paying("90"))).toEqual([]);
  });
});
