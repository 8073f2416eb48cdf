import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeCase } from "#app/domain/evaluation/evaluation-case.ts";

const faultsOf = (unchecked: unknown): (readonly [string, string | undefined])[] => {
  const result = computeCase(unchecked);
  return result.ok ? [] : result.faults.map(({ code, place }) => [code, place?.field] as const);
};

const lowest = (price: unknown, more: object = {}) => ({
  id: "c",
  model: "lowest_price",
  params: {},
  bids: [{ id: "A", price, ...more }],
});

describe("a number that is not a plain decimal string is refused with its path", () => {
  it.each([
    ["1,000.50"],
    ["1 000"],
    ["1e3"],
    ["NaN"],
    ["Infinity"],
    [""],
    [".5"],
    ["1/2"],
    [100],
    [Number.NaN],
    [true],
    [["1"]],
    [{}],
  ])("%j", (price) => expect(faultsOf(lowest(price))).toEqual([["not_a_decimal", "bids[0].price"]]));

  it("of a megabyte at once", () => {
    const start = performance.now();
    expect(faultsOf(lowest("9".repeat(1_000_000)))).toEqual([["number_too_long", "bids[0].price"]]);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe("a case that cannot be meant is refused", () => {
  const criteria = [{ id: "q", weight: "40", max: "5" }];
  const bids = [{ id: "A", price: "100", points: { q: "3" } }];
  const points = (changes: object, given: object[] = bids) => ({
    id: "c",
    model: "weighted_points",
    params: {
      price_weight: "60",
      price_function: { type: "linear_fixed_bounds", lower: "0", upper: "200" },
      criteria,
      ...changes,
    },
    bids: given,
  });

  it.each([
    ["negative price", lowest("-1"), "number_negative", "bids[0].price"],
    ["missing price", lowest(undefined), "missing_field", "bids[0].price"],
    ["unknown field of a bid", lowest("1", { prise: "1" }), "unknown_field", "bids[0].prise"],
    ["unknown field of the case", { ...lowest("1"), parms: {} }, "unknown_field", "parms"],
    ["unknown field of the params", points({ weigth_total: "1" }), "unknown_field", "params.weigth_total"],
    ["unknown model", { ...lowest("1"), model: "best_price" }, "unknown_model", "model"],
    ["a model named like a built-in", { ...lowest("1"), model: "constructor" }, "unknown_model", "model"],
    [
      "weights off the declared total",
      points({ weight_total: "101" }),
      "weights_do_not_add_up",
      "params.weight_total",
    ],
    [
      "points above the maximum",
      points({}, [{ id: "A", price: "1", points: { q: "6" } }]),
      "points_above_max",
      "bids[0].points.q",
    ],
    [
      "points on no criterion",
      points({}, [{ id: "A", price: "1", points: { z: "1" } }]),
      "unknown_criterion",
      "bids[0].points.z",
    ],
    ["points without criteria", points({ criteria: null }), "missing_field", "params.criteria"],
    [
      "bounds the wrong way round",
      points({ price_function: { type: "linear_fixed_bounds", lower: "2", upper: "1" } }),
      "bounds_not_ascending",
      "params.price_function.upper",
    ],
    [
      "a criterion without a maximum",
      points({ criteria: [{ id: "q", weight: "40", max: "0" }] }, []),
      "number_not_positive",
      "params.criteria[0].max",
    ],
    ["an answer to an unknown must", lowest("1", { must: { M9: true } }), "unknown_must", "bids[0].must.M9"],
    [
      "a must that is no boolean",
      { ...lowest("1", { must: { M1: "yes" } }), params: { must: ["M1"] } },
      "not_a_boolean",
      "bids[0].must.M1",
    ],
  ])("%s", (_name, unchecked, code, path) => expect(faultsOf(unchecked)).toEqual([[code, path]]));

  it("accepts weights that add up exactly", () =>
    expect(faultsOf(points({ weight_total: "100" }))).toEqual([]));

  it("names a bid that stands twice", () => {
    const twice = {
      ...lowest("1"),
      bids: [
        { id: "A", price: "1" },
        { id: "A", price: "2" },
      ],
    };
    expect(faultsOf(twice)).toEqual([["duplicate_bid_id", "bids[1].id"]]);
  });

  it("lists all faults, not only the first", () => {
    const faulty = points({ price_weight: "x", criteria: [{ id: "q", weight: "y", max: "5" }] }, [
      { id: "A" },
    ]);
    expect(faultsOf(faulty).map(([, path]) => path)).toEqual(
      expect.arrayContaining(["params.price_weight", "params.criteria[0].weight", "bids[0].price"]),
    );
  });

  it.each([[null], [3], ["x"], [[]], [{}], [{ model: "lowest_price" }], [{ ...lowest("1"), bids: {} }]])(
    "%j is no case",
    (unchecked) => expect(faultsOf(unchecked).length).toBeGreaterThan(0),
  );
});

describe("whatever is fed in", () => {
  const vectors: Record<string, unknown>[] = JSON.parse(
    readFileSync(new URL("../../vectors/evaluation.json", import.meta.url), "utf8"),
  );

  it("gives a result or faults with a path, and never throws", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vectors),
        fc.constantFrom("params", "bids", "model"),
        fc.jsonValue(),
        (vector, field, value) => {
          const result = computeCase({ ...vector, [field]: value });
          if (!result.ok)
            for (const { code, place } of result.faults)
              expect([code, place?.field]).not.toContain(undefined);
        },
      ),
    );
  });

  it("ranks 10,000 bids, and refuses an analysis of so many", () => {
    const bids = Array.from({ length: 10_000 }, (_, i) => ({
      id: `B${i}`,
      price: String((i * 7919) % 10_007),
    }));
    const result = computeCase({ id: "c", model: "lowest_price", params: {}, bids });
    expect(result).toMatchObject({ ok: true, value: { winner: "B0" } });
    const analysis = {
      id: "c",
      model: "sensitivity.leave_one_out",
      params: { base_model: "lowest_price" },
      bids,
    };
    expect(faultsOf(analysis)).toEqual([["too_many_bids", "bids"]]);
  });

  it("keeps a bid whose id is a name of the language", () => {
    const bids = [
      { id: "__proto__", price: "1" },
      { id: "constructor", price: "2" },
    ];
    const result = computeCase({ id: "c", model: "lowest_price", params: {}, bids });
    expect(result).toMatchObject({
      ok: true,
      value: { winner: "__proto__", ranking: [["__proto__"], ["constructor"]] },
    });
  });
});
