import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { awardModels } from "#app/domain/evaluation/award/award-models.ts";
import { priceFunctions } from "#app/domain/evaluation/award/price-function/price-functions.ts";
import { analyses } from "#app/domain/evaluation/case/case-kinds.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import { engineModels, modelTiers, priceFunctionTiers, tierOf } from "#app/domain/evaluation/model-tiers.ts";
import { draftFindings } from "#app/domain/tender/draft-findings.ts";
import { modelChoices } from "#app/domain/tender/model-choice.ts";
import { publishable } from "#app/domain/tender/publishable.ts";
import type { DraftTender, EvaluationModel } from "#app/domain/tender/tender.ts";
import { catalogue, complete, edited, nowUs, refusals } from "../tender/drafts.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const engine = [...Object.keys(awardModels), ...Object.keys(analyses)];
const functions = Object.keys(priceFunctions);

/** A draft whose model no form can give it: as a file or a damaged row would hold it. */
const forged = (evaluation: object): DraftTender => ({
  ...complete,
  evaluation: { tieBreak: ["lottery"], ...evaluation } as unknown as EvaluationModel,
});
const inPoints = (priceFunction: object) =>
  forged({ type: "weighted_points", priceWeight: "60", weightTotal: "150", priceFunction });

const refusedEverywhere = (draft: DraftTender) => {
  const published = publishable(draft, nowUs, catalogue);
  expect(published.ok).toBe(false);
  const input = { tender: draft, responses: [], levels: [], measured: [], lotterySeed: null };
  expect(() => evaluateTender(input)).toThrow("is no model of a tender");
  return draftFindings(draft, nowUs, catalogue)
    .filter(({ path: at }) => at === "evaluation")
    .map(({ ruleId, severity, code }) => `${ruleId} ${severity} ${code}`);
};

describe("the tiers of models", () => {
  it.each(engine)("hold %s, with nobody forgotten", (name) => {
    expect(Object.hasOwn(modelTiers, name)).toBe(true);
  });

  it.each(functions)("hold the price function %s", (name) => {
    expect(Object.hasOwn(priceFunctionTiers, name)).toBe(true);
  });

  it("hold nothing that the engine does not compute", async () => {
    expect(Object.keys(modelTiers).toSorted()).toEqual(engine.toSorted());
    expect(Object.keys(priceFunctionTiers).toSorted()).toEqual(functions.toSorted());
    // A file that nobody has put on the list of models would be in no tier.
    const files = await readdir(path.join(root, "app/domain/evaluation/award/model"));
    expect(files.length).toBeLessThanOrEqual(Object.keys(awardModels).length);
  });

  it("offer a buyer exactly what is absolute, or relative and acknowledged", () => {
    const offered = [
      ...new Set(Object.values(engineModels)),
      ...functions.filter((name) => modelChoices.some((choice) => choice === name)),
    ];
    const allowed = [...Object.entries(modelTiers), ...Object.entries(priceFunctionTiers)]
      .filter(([, tier]) => tier === "absolute" || tier === "acknowledged")
      .map(([name]) => name);
    expect(offered.toSorted()).toEqual(allowed.toSorted());
    for (const choice of modelChoices) {
      const { evaluation } = edited(complete, { type: "choose-model", choice });
      expect(["absolute", "acknowledged"]).toContain(tierOf(evaluation));
    }
  });

  it("tell a relative model by its price function, and a clipped one by its flag", () => {
    const of = (priceFunction: { type: string; clipLower?: boolean }) =>
      tierOf({ type: "weighted_points", priceFunction });
    expect(of({ type: "inverse_proportional" })).toBe("acknowledged");
    expect(of({ type: "linear_fixed_bounds" })).toBe("absolute");
    expect(of({ type: "linear_fixed_bounds", clipLower: true })).toBe("blocked");
    expect(of({ type: "toString" })).toBeNull();
    expect(tierOf({ type: "constructor" })).toBeNull();
  });
});

const refused = Object.entries(modelTiers).filter(([, tier]) => tier === "analysis" || tier === "case_file");

describe.each(refused)("%s, which is %s,", (name, tier) => {
  const code = tier === "analysis" ? "model_for_analysis_only" : "model_not_offered";
  it("is refused by the edit of a draft", () => {
    expect(refusals(complete, { type: "choose-model", choice: name })).toEqual([code]);
  });
  it("is refused by publication and by the evaluation, and found by the linter", () => {
    expect(refusedEverywhere(forged({ type: name }))).toEqual([`TENDER-12 error ${code}`]);
  });
});

const blocked = [
  ["linear_min_max", {}, "MOD-05 error worst_bid_steers"],
  ["banded", { bands: [] }, "MOD-02 error price_in_bands"],
  ["parabolic_from_lowest", { zeroAt: "1" }, "MOD-01 error price_without_effect"],
  ["linear_fixed_bounds", { lower: "1", upper: "2", clipLower: true }, "MOD-01 error price_without_effect"],
  ["average_based", {}, "TENDER-12 error model_not_offered"],
  ["zscore", {}, "TENDER-12 error model_not_offered"],
] as const;

describe.each(blocked)("points by %s %j", (type, params, finding) => {
  it("are refused by publication and by the evaluation, with the rule that blocks them", () => {
    expect(refusedEverywhere(inPoints({ type, ...params }))).toEqual([finding]);
  });
  it("are refused by the edit of a draft, unless it is the clip that blocks", () => {
    const codes = refusals(complete, { type: "choose-model", choice: type });
    expect(codes).toEqual("clipLower" in params ? [] : [finding.split(" ")[2]]);
  });
});
