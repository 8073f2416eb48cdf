import { describe, expect, it } from "vitest";
import {
  noServiceCredits,
  type ServiceCredits,
  serviceCreditFindings,
  worseSide,
} from "#app/domain/tender/service-credits.ts";
import { complete, edited, refusals, requirement } from "./drafts.ts";

const step = { requirement: "AVAIL-001", limit: "90", percent: "5" };
const schedule = (changes: Partial<ServiceCredits> = {}): ServiceCredits => ({
  ...noServiceCredits,
  feeItem: "P1",
  steps: [step],
  ...changes,
});
const codes = (changes: Partial<ServiceCredits>) =>
  serviceCreditFindings({ ...complete, serviceCredits: schedule(changes) }).map(
    ({ ruleId, code }) => `${ruleId} ${code}`,
  );

describe("a schedule of service credits", () => {
  it("is complete with a fee, a cap and steps beyond the limits of measured requirements", () => {
    expect(codes({})).toEqual([]);
    expect(serviceCreditFindings({ ...complete, serviceCredits: noServiceCredits })).toEqual([]);
  });

  it.each<[string, Partial<ServiceCredits>, string[]]>([
    ["names no price row as the fee", { feeItem: "P9" }, ["CREDIT-01 credit_fee_missing"]],
    ["has no cap", { capPercent: "0" }, ["CREDIT-02 credit_cap_malformed"]],
    ["takes more than the whole fee", { capPercent: "100.5" }, ["CREDIT-02 credit_cap_malformed"]],
    [
      "names a requirement that is not picked",
      { steps: [{ ...step, requirement: "AVAIL-999" }] },
      ["CREDIT-03 credit_without_limit"],
    ],
    [
      "costs whoever meets the requirement",
      { steps: [{ ...step, limit: "90.1" }] },
      ["CREDIT-04 credit_before_limit"],
    ],
    ["costs nothing", { steps: [{ ...step, percent: "0" }] }, ["CREDIT-05 credit_percent_malformed"]],
    ["names a step twice", { steps: [step, step] }, ["CREDIT-06 credit_step_twice"]],
  ])("has a finding when it %s", (_name, changes, findings) => {
    expect(codes(changes)).toEqual(findings);
  });

  it("knows the worse side of a limit by the comparator of the measure", () => {
    expect(worseSide(requirement(complete, "AVAIL-001"))).toBe("below");
    const wait = requirement(complete, "AVAIL-001").measure;
    expect(worseSide({ measure: wait && { ...wait, comparator: "<=" } })).toBe("above");
    expect(worseSide({ measure: wait && { ...wait, threshold: null } })).toBeNull();
    expect(worseSide({ measure: null })).toBeNull();
  });

  it("is refused as an edit when a number is none, and kept when it is merely incomplete", () => {
    const edit = (serviceCredits: ServiceCredits) =>
      ({ type: "set-service-credits", serviceCredits }) as const;
    expect(refusals(complete, edit(schedule({ capPercent: "femton", terminationAfter: 0 })))).toEqual([
      "number_malformed",
      "months_malformed",
    ]);
    expect(edited(complete, edit(schedule({ feeItem: null }))).serviceCredits.feeItem).toBeNull();
  });
});
