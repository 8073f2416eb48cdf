import { describe, expect, it } from "vitest";
import { draftContent } from "#app/db/tender-draft-content.ts";
import { tierOf } from "#app/domain/evaluation/model-tiers.ts";
import { type ModelChoice, modelChoiceOf, modelChoices } from "#app/domain/tender/model-choice.ts";
import { parametersOf } from "#app/domain/tender/model-parameters.ts";
import { publishable } from "#app/domain/tender/publishable.ts";
import { recordedSimulation, simulationBasis } from "#app/domain/tender/simulation-basis.ts";
import type { DraftTender, RecordedSimulation } from "#app/domain/tender/tender.ts";
import { catalogue, complete, edited, found, nowUs, refusals } from "./drafts.ts";

const choose = (choice: ModelChoice, draft: DraftTender = { ...complete, ceilingPriceSek: "7000000" }) =>
  edited(draft, { type: "choose-model", choice });
const set = (parameters: Record<string, string>) => ({ type: "set-parameters", parameters }) as const;

const simulation = (draft: DraftTender): RecordedSimulation => ({
  seed: 7,
  markets: 4000,
  spreadPercent: 30,
  awardFlips: 36,
  orderChanges: 90,
  basisSha256: simulationBasis(draft),
  acknowledged: true,
});
const acknowledged = (draft: DraftTender) =>
  edited(draft, { type: "record-simulation", simulation: simulation(draft) });

describe("the choice of a model", () => {
  it.each(modelChoices)("%s starts with numbers that make sense, and is stored as it is", (choice) => {
    const draft = choose(choice);
    expect(modelChoiceOf(draft.evaluation)).toBe(choice);
    expect(draftContent.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    const expected: Partial<Record<ModelChoice, string[]>> = {
      lowest_price: ["REQ-26 shoulds_without_effect"],
      fixed_price_quality_only: ["MOD-21 price_rows_beside_fixed_price"],
      quality_price_ratio: ["MOD-20 point_cost_varies"],
      linear_from_lowest: ["MOD-06 relative_not_acknowledged"],
      inverse_proportional: ["MOD-20 point_cost_varies", "MOD-06 relative_not_acknowledged"],
      // Half the points for price, up to the ceiling: quality is worth all of 7 000 000.
      linear_fixed_bounds: ["MOD-20 added_value_large"],
    };
    expect(found(draft)).toEqual(expected[choice] ?? []);
  });

  it("keeps weights, values and tie-break, so that one can look at another and come back", () => {
    const before = { ...complete, ceilingPriceSek: "7000000" };
    for (const choice of modelChoices) {
      const back = choose("added_value_deduction", choose(choice, before));
      expect(back).toEqual(before);
    }
  });

  it("is no change when it is chosen already, whatever its numbers", () => {
    const changed = edited(choose("linear_from_lowest"), set({ "priceFunction.slope": "2" }));
    expect(choose("linear_from_lowest", changed)).toEqual(changed);
  });

  it("refuses a name that nobody knows", () => {
    expect(refusals(complete, { type: "choose-model", choice: "prettiest_bid" })).toEqual(["model_unknown"]);
  });
});

describe("the numbers of a model", () => {
  it.each(modelChoices)("%s takes each of its own, and no other", (choice) => {
    const draft = choose(choice);
    for (const name of Object.keys(parametersOf(draft.evaluation))) {
      expect(parametersOf(edited(draft, set({ [name]: "12.5" })).evaluation)[name]).toBe("12.5");
      expect(refusals(draft, set({ [name]: "12,5" }))).toEqual(["number_malformed"]);
    }
    expect(refusals(draft, set({ seats: "1" }))).toEqual(["parameter_unknown"]);
    expect(refusals(draft, set({ toString: "1" }))).toEqual(["parameter_unknown"]);
  });

  it("MOD-01: a slope is above zero", () => {
    const draft = acknowledged(edited(choose("linear_from_lowest"), set({ "priceFunction.slope": "0" })));
    expect(found(draft)).toContain("MOD-01 slope_not_positive");
  });

  it("MOD-11: a model that divides by the price does not let negative rows bring it near zero", () => {
    for (const choice of ["inverse_proportional", "linear_from_lowest", "quality_price_ratio"] as const) {
      const open = { ...choose(choice), forbidNegativePrices: false };
      expect(found(open)).toContain("MOD-11 price_near_zero");
    }
    const absolute = { ...choose("linear_fixed_bounds"), forbidNegativePrices: false };
    expect(found(absolute)).not.toContain("MOD-11 price_near_zero");
  });

  it("MOD-11, MOD-12: a quality floor is above zero, within reach, and high enough for a ratio", () => {
    // The shoulds of the profile give 90 points.
    const floor = (choice: "quality_price_ratio" | "threshold_lowest_price", minQuality: string) =>
      found(edited(choose(choice), set({ minQuality }))).filter((finding) => /floor/.test(finding));
    expect(floor("quality_price_ratio", "0")).toEqual(["MOD-11 quality_floor_missing"]);
    expect(floor("threshold_lowest_price", "0")).toEqual(["MOD-12 quality_floor_missing"]);
    expect(floor("quality_price_ratio", "90.01")).toEqual(["MOD-12 quality_floor_unreachable"]);
    expect(floor("quality_price_ratio", "90")).toEqual([]);
    expect(floor("quality_price_ratio", "45")).toEqual([]);
    expect(floor("quality_price_ratio", "44.9")).toEqual(["MOD-12 quality_floor_low"]);
    expect(floor("threshold_lowest_price", "1")).toEqual([]);
  });

  it("REQ-26: a model of quality has shoulds, and one of price alone has none", () => {
    const musts = complete.requirements.filter(({ level }) => level === "must");
    const bare = { ...complete, requirements: musts };
    for (const choice of [
      "threshold_lowest_price",
      "fixed_price_quality_only",
      "quality_price_ratio",
    ] as const) {
      expect(found(choose(choice, bare))).toContain("REQ-26 model_without_shoulds");
    }
    expect(found(choose("lowest_price", bare)).filter((finding) => finding.startsWith("MOD"))).toEqual([]);
  });

  it("MOD-21, MOD-04: a fixed price is stated, not above the ceiling, and has no rows beside it", () => {
    const fixed = { ...choose("fixed_price_quality_only"), priceItems: [] };
    const priced = (fixedPriceSek: string) => found(edited(fixed, set({ fixedPriceSek })));
    expect(priced("6000000")).toEqual([]);
    expect(priced("0")).toEqual(["MOD-21 fixed_price_missing"]);
    expect(priced("7000000.01")).toEqual(["MOD-04 fixed_price_above_ceiling"]);
  });

  it("MOD-20: quality in points is worth no more than half of the estimated value, as in SEK", () => {
    const draft = choose("linear_fixed_bounds");
    // 90 points of quality beside M for price up to 7 000 000: 90/M of it.
    const weighted = (priceWeight: string, weightTotal: string) =>
      found(edited(draft, set({ priceWeight, weightTotal })));
    expect(weighted("210", "300")).toEqual([]);
    expect(weighted("209", "299")).toEqual(["MOD-20 added_value_large"]);
  });
});

describe("the acknowledgement of a relative model", () => {
  const draft = choose("inverse_proportional");

  it("is of the very model, worths and scales that were simulated", () => {
    const of = (change: Partial<DraftTender>) => simulationBasis({ ...draft, ...change });
    const same = simulationBasis(draft);
    expect(of({ title: { sv: "Annat", en: "Other" } })).toBe(same);
    expect(of({ deadline: null })).toBe(same);
    const musts = draft.requirements.filter(({ level }) => level === "must");
    expect(of({ requirements: draft.requirements.filter((one) => one !== musts[0]) })).toBe(same);
    expect(of({ evaluation: { ...draft.evaluation, tieBreak: ["lottery"] } })).toBe(same);
    expect(of({ estimatedValueSek: "1" })).not.toBe(same);
    expect(of({ ceilingPriceSek: null })).not.toBe(same);
    expect(of({ requirements: musts })).not.toBe(same);
    expect(simulationBasis(edited(draft, set({ priceWeight: "91" })))).not.toBe(same);
    expect(simulationBasis(choose("linear_from_lowest"))).not.toBe(same);
  });

  it("lets the draft through once the rate has a written reason, and travels with what is frozen", () => {
    const given = acknowledged(draft);
    expect(found(given)).toEqual(["MOD-20 point_cost_varies", "MOD-06 order_depends_on_others"]);
    const reasons = Object.fromEntries(
      ["MOD-20:point_cost_varies:evaluation", "MOD-06:order_depends_on_others:evaluation.simulation"].map(
        (key) => [key, "Likvärdiga leverantörer, liten spridning."],
      ),
    );
    const published = publishable({ ...given, reasons }, nowUs, catalogue);
    if (!published.ok) throw new Error(JSON.stringify(published.faults));
    expect(published.value.simulation).toEqual(simulation(draft));
    expect(publishable({ ...draft, reasons }, nowUs, catalogue)).toMatchObject({
      ok: false,
      faults: [{ code: "relative_not_acknowledged" }],
    });
  });

  it("is outdated by another weight, and fresh again when the weight is set back", () => {
    const given = acknowledged(draft);
    const changed = edited(
      given,
      { type: "set-worth", id: "CONT-001", worth: "5" },
      set({ weightTotal: "181" }),
    );
    expect(recordedSimulation(changed)).toBe("outdated");
    expect(found(changed)).toContain("MOD-06 acknowledgement_outdated");
    const back = edited(
      changed,
      { type: "set-worth", id: "CONT-001", worth: "4" },
      set({ weightTotal: "180" }),
    );
    expect(recordedSimulation(back)).toBe("current");
    expect(recordedSimulation(draft)).toBe("none");
  });

  it("has to be explicit, and of what stands", () => {
    const record = (change: Partial<RecordedSimulation>) =>
      refusals(draft, { type: "record-simulation", simulation: { ...simulation(draft), ...change } });
    expect(record({})).toEqual([]);
    expect(record({ acknowledged: false })).toEqual(["acknowledgement_not_ticked"]);
    expect(record({ basisSha256: simulationBasis(complete) })).toEqual(["simulation_outdated"]);
  });

  it("is asked of no absolute model, which may record its zero", () => {
    for (const choice of modelChoices.filter((one) => tierOf(choose(one).evaluation) === "absolute")) {
      expect(found(choose(choice)).filter((finding) => finding.startsWith("MOD-06"))).toEqual([]);
    }
    const absolute = choose("linear_fixed_bounds");
    const recorded = edited(absolute, {
      type: "record-simulation",
      simulation: { ...simulation(absolute), awardFlips: 0, orderChanges: 0, acknowledged: false },
    });
    expect(recorded.simulation).toMatchObject({ awardFlips: 0, acknowledged: false });
  });
});
