import { describe, expect, it } from "vitest";
import { computeStaffing } from "#app/domain/staffing/staffing-case.ts";

const answer = (model: string, inputs: unknown) => {
  const result = computeStaffing({ id: "case", model, inputs });
  return result.ok
    ? result.value
    : result.faults.map(({ code, place }) => `${code} ${place?.field ?? ""}`.trim());
};

const load = { calls: 100, interval_s: 1800, aht_s: 180, threshold_s: 20 };

describe("a staffing case", () => {
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
