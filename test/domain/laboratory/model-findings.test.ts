import { describe, expect, it } from "vitest";
import { modelFindings } from "#app/domain/laboratory/model-findings.ts";
import { noServiceCredits } from "#app/domain/tender/service-credits.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import { must, requirement, serviceLevel, tender } from "../evaluation/example-tender.ts";

const found = (...requirements: TenderRequirement[]) =>
  modelFindings(tender(requirements)).map(({ ruleId, severity, params }) => [ruleId, severity, params.id]);

describe("the model linter", () => {
  it("asks whether all can supply data for a should that is scored by call records", () => {
    const measured = requirement("Q1", { measure: serviceLevel, useOfMeasurement: "award" });
    expect(found(measured)).toEqual([["MOD-22", "warning", "Q1"]]);
    expect(found({ ...measured, useOfMeasurement: "verification" })).toEqual([]);
  });

  it("asks for a penalty where points are given for a promise that the contract will measure", () => {
    const promised = requirement("Q1", { measure: serviceLevel, useOfMeasurement: "follow-up" });
    expect(found(promised)).toEqual([["MOD-23", "warning", "Q1"]]);
    // What earns nothing is not paid for, and what has no limit cannot be broken.
    expect(found(must("Q1", { measure: serviceLevel, useOfMeasurement: "follow-up" }))).toEqual([]);
    const reported = { ...serviceLevel, role: "report", comparator: null, threshold: null } as const;
    expect(found({ ...promised, measure: reported })).toEqual([]);
    const credited = {
      ...noServiceCredits,
      feeItem: "calls",
      steps: [{ requirement: "Q1", limit: "90", percent: "5" }],
    };
    expect(modelFindings(tender([promised], { serviceCredits: credited }))).toEqual([]);
  });
});
