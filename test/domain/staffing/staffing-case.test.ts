import { describe, expect, it } from "vitest";
import { computeStaffing } from "#app/domain/staffing/staffing-case.ts";

const answer = (model: string, inputs: unknown) => {
  const result = computeStaffing({ id: "case", model, inputs });
  return result.ok
    ? result.value
    : result.faults.map(({ code, place }) => `${code} ${place?.field ?? ""}`.trim());
};

const load = { calls: 100, interval_s: 1800, aht_s: 180, threshold_s: 20 };

/**
 * Erlang A by another route, at 50 digits: the states one by one, and the wait behind so many others as a chain that
 * is solved by uniformisation, without a closed form.
 */
const uniformised = [
  {
    id: "EA-night",
    model: "erlang-a",
    inputs: { calls: 7, interval_s: 1800, aht_s: 200, patience_s: 45, agents: 1, threshold_s: 30 },
    expected: {
      p_wait: "0.47316361223412",
      p_abandon: "0.39164678427040",
      mean_wait_all_s: "17.6241052921682",
      occupancy: "0.47316361223412",
      sl_answered_in_T_over_offered: "0.57063449767927",
      p_abandon_within_T: "0.21713455191628",
      sl_ignore_abandon_within_T: "0.72890494666237",
      sl_positive_abandon: "0.78776904959555",
      sl_over_answered: "0.93799865427672",
      p_virtual_wait_le_T: "0.58663055333188",
    },
  },
  {
    id: "EA-overload",
    model: "erlang-a",
    inputs: { calls: 60, interval_s: 900, aht_s: 150, patience_s: 30, agents: 8, threshold_s: 15 },
    expected: {
      p_wait: "0.55865923184140",
      p_abandon: "0.29225821974667",
      mean_wait_all_s: "8.76774659240036",
      occupancy: "0.88467722531665",
      sl_answered_in_T_over_offered: "0.58725901307515",
      p_abandon_within_T: "0.18630295496512",
      sl_ignore_abandon_within_T: "0.72171702804941",
      sl_positive_abandon: "0.77356196804028",
      sl_over_answered: "0.82976451222783",
      p_virtual_wait_le_T: "0.62666680021253",
    },
  },
  {
    id: "EA-patient",
    model: "erlang-a",
    inputs: { calls: 33, interval_s: 1800, aht_s: 240, patience_s: 900, agents: 6, threshold_s: 20 },
    expected: {
      p_wait: "0.33490385864546",
      p_abandon: "0.03409725386588",
      mean_wait_all_s: "30.6875284792967",
      occupancy: "0.70832868049835",
      sl_answered_in_T_over_offered: "0.71796000710423",
      p_abandon_within_T: "0.00676173470592",
      sl_ignore_abandon_within_T: "0.72284771156261",
      sl_positive_abandon: "0.72472174181016",
      sl_over_answered: "0.74330465461224",
      p_virtual_wait_le_T: "0.71853597095279",
    },
  },
  {
    id: "EA-zero-limit",
    model: "erlang-a",
    inputs: { calls: 90, interval_s: 1800, aht_s: 180, patience_s: 60, agents: 10, threshold_s: 0 },
    expected: {
      p_wait: "0.32461934071370",
      p_abandon: "0.11541903267670",
      mean_wait_all_s: "6.92514196060255",
      occupancy: "0.79612287059096",
      sl_answered_in_T_over_offered: "0.67538065928629",
      p_abandon_within_T: "0E-136",
      sl_ignore_abandon_within_T: "0.67538065928629",
      sl_positive_abandon: "0.67538065928629",
      sl_over_answered: "0.76350349401025",
      p_virtual_wait_le_T: "0.67538065928629",
    },
  },
  {
    id: "EA-fraction",
    model: "erlang-a",
    inputs: { calls: 25.5, interval_s: 1800, aht_s: 187.5, patience_s: 100, agents: 4, threshold_s: 20 },
    expected: {
      p_wait: "0.25064026473797",
      p_abandon: "0.10028864678615",
      mean_wait_all_s: "10.0288646786159",
      occupancy: "0.59746457049356",
      sl_answered_in_T_over_offered: "0.80337241310437",
      p_abandon_within_T: "0.04007459586470",
      sl_ignore_abandon_within_T: "0.83691129502718",
      sl_positive_abandon: "0.84344700896907",
      sl_over_answered: "0.89292239142549",
      p_virtual_wait_le_T: "0.80878574495659",
    },
  },
];

describe("a staffing case", () => {
  it.each(uniformised)("$id has the service level by all five definitions", ({ expected, ...unchecked }) => {
    const result = computeStaffing(unchecked);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    for (const [name, value] of Object.entries(expected)) {
      expect(Number(result.value[name]), name).toBeCloseTo(Number(value), 11);
    }
  });

  it("says of too few agents that the queue is not stable, and gives no wait", () => {
    const inputs = { offered_erlang: "12", agents: 10, aht_s: 180, threshold_s: 20 };
    expect(answer("erlang-c", inputs)).toEqual({
      stable: false,
      p_wait: "1",
      service_level: "0",
      asa_s: null,
      occupancy: null,
    });
  });

  it("takes the level with one agent less as 0 where that is not stable", () => {
    expect(answer("erlang-c-staffing", { ...load, target: "0.1" })).toMatchObject({
      agents: 11,
      service_level_one_less: "0",
    });
  });

  it("takes numbers as JSON numbers, decimals or fractions", () => {
    const blocking = (offered_erlang: unknown) => answer("erlang-b", { offered_erlang, trunks: 1 });
    expect([blocking(0.25), blocking("0.25"), blocking("1/4")]).toEqual(Array(3).fill({ blocking: "0.2" }));
  });

  it("needs one trunk and one agent as soon as somebody might call", () => {
    expect(answer("erlang-c-staffing", { ...load, calls: 0, target: "0.9" })).toMatchObject({
      offered_erlang: "0",
      agents: 1,
      service_level: "1",
    });
    const trunks = { calls: 0, interval_s: 1800, trunk_holding_s: 200, max_blocking: "0.01" };
    expect(answer("erlang-b-trunks", trunks)).toMatchObject({
      trunks: 1,
      blocking: "0",
      blocking_one_less: "1",
    });
  });

  it("computes the largest sizes it accepts", () => {
    const inputs = { offered_erlang: 10_000_000, trunks: 10_000_000 };
    expect(answer("erlang-b", inputs)).toMatchObject({ blocking: expect.stringMatching(/^0\.000252/) });
    const endless = { ...load, calls: 10_000, patience_s: 180_000, agents: 1 };
    expect(answer("erlang-a", endless)).toMatchObject({ p_wait: "1", occupancy: "1" });
  });
});

describe("a faulty staffing case names all its faults", () => {
  it.each([
    ["erlang-d", {}, ["unknown_model model"]],
    [
      "erlang-b",
      [],
      ["not_an_object inputs", "missing_field inputs.offered_erlang", "missing_field inputs.trunks"],
    ],
    [
      "erlang-b",
      { offered_erlang: "-1", trunks: -1, agents: 3 },
      [
        "number_out_of_range inputs.offered_erlang",
        "not_a_count inputs.trunks",
        "unknown_field inputs.agents",
      ],
    ],
    [
      "erlang-b",
      { offered_erlang: "1e3", trunks: 10_000_001 },
      ["not_a_decimal inputs.offered_erlang", "number_out_of_range inputs.trunks"],
    ],
    [
      "erlang-c",
      { offered_erlang: true, agents: 1.5, aht_s: 0, threshold_s: "-1" },
      [
        "number_out_of_range inputs.aht_s",
        "not_a_decimal inputs.offered_erlang",
        "number_out_of_range inputs.threshold_s",
        "not_a_count inputs.agents",
      ],
    ],
    ["erlang-c-staffing", { ...load, target: "1" }, ["number_out_of_range inputs.target"]],
    ["erlang-c-staffing", { ...load, target: "0" }, ["number_out_of_range inputs.target"]],
    [
      "erlang-c-staffing",
      { ...load, interval_s: "0", target: "0.9" },
      ["number_out_of_range inputs.interval_s"],
    ],
    [
      "erlang-c-staffing",
      { ...load, calls: 10_000_000, aht_s: 1801, target: "0.9" },
      ["number_out_of_range inputs.calls"],
    ],
    [
      "erlang-b-trunks",
      { calls: "x", interval_s: 1800, trunk_holding_s: 200, max_blocking: "1.5" },
      ["not_a_decimal inputs.calls", "number_out_of_range inputs.max_blocking"],
    ],
    ["erlang-a", { ...load, agents: 0, patience_s: 60 }, ["not_a_count inputs.agents"]],
    ["erlang-a", { ...load, agents: 9, patience_s: 0 }, ["number_out_of_range inputs.patience_s"]],
    // Fifty erlangs of callers who hang up after four months would queue in more states than are worth computing.
    [
      "erlang-a",
      { ...load, agents: 9, patience_s: 9_999_999, aht_s: 90, calls: 1000 },
      ["number_out_of_range inputs.patience_s"],
    ],
    ["erlang-a", { ...load, agents: 9 }, ["missing_field inputs.patience_s"]],
  ])("%s %j", (model, inputs, faults) => {
    expect(answer(model, inputs)).toEqual(faults);
  });

  it("also what is no case at all", () => {
    expect(computeStaffing(7)).toEqual({
      ok: false,
      faults: [
        { code: "not_an_object", place: { field: "" } },
        { code: "missing_field", place: { field: "model" } },
      ],
    });
  });
});
