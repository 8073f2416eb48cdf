import { describe, expect, it } from "vitest";
import { evaluateCommand } from "#app/cli/evaluate.ts";
import { statisticsCommand } from "#app/cli/statistics.ts";
import { runInMemory } from "./run-in-memory.ts";

const good = '{"id":"good","model":"lowest_price","params":{},"bids":[{"id":"A","price":"1"}]}';

/** The faults of a case that stands before a good one, which must still be computed. */
async function faultsOf(unchecked: string): Promise<readonly (readonly [string, string])[]> {
  const { code, out, err } = await runInMemory(evaluateCommand, ["-"], `[${unchecked},${good}]`);
  const [bad, other] = JSON.parse(out);
  expect(other).toMatchObject({ id: "good", winner: "A" });
  expect({ code, err }).toEqual({ code: 1, err: "" });
  // A faulty case has no answer: nothing that could be taken for a ranking.
  expect(Object.keys(bad).sort()).toEqual(["error", "faults", "id"]);
  expect(bad.error).toEqual(bad.faults[0]);
  for (const { message } of bad.faults) expect(message).not.toBe("");
  return bad.faults.map((fault: { code: string; path: string }) => [fault.code, fault.path]);
}

const lowestPrice = (price: string) =>
  `{"id":"c","model":"lowest_price","params":{},"bids":[{"id":"A","price":${price}}]}`;
const award = (model: string, params: object, ...bids: object[]) =>
  JSON.stringify({ id: "c", model, params, bids });
const A = { id: "A", price: "1" };
const criteria = [{ id: "q", weight: "40", max: "5" }];
const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const many = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `B${i}`, price: "1" }));

describe("a number that is no plain decimal", () => {
  it.each([
    ["thousands separators", '"1,000"'],
    ["thin spaces", '"1 000"'],
    ["a decimal comma", '"1,5"'],
    ["an exponent", '"1e3"'],
    ["a plus sign", '"+1"'],
    ["a minus sign that is none", '"−1"'],
    ["not a number", '"NaN"'],
    ["infinity", '"Infinity"'],
    ["hexadecimal", '"0x10"'],
    ["a fraction", '"1/2"'],
    ["repeating decimals", '"0.(3)"'],
    ["no whole part", '".5"'],
    ["no decimals after the point", '"5."'],
    ["other digits than ours", '"٣"'],
    ["a line end", '"1\\n"'],
    ["nothing", '""'],
    ["a number of JSON", "100"],
    ["a number of JSON beyond all", "1e400"],
    ["a number of JSON that was rounded in reading", "9007199254740993"],
    ["a boolean", "true"],
    ["a list", '["1"]'],
    ["an object", '{"value":"1"}'],
  ])("%s", async (_name, price) => {
    expect(await faultsOf(lowestPrice(price))).toEqual([["not_a_decimal", "bids[0].price"]]);
  });

  it("null is no price", async () =>
    expect(await faultsOf(lowestPrice("null"))).toEqual([["missing_field", "bids[0].price"]]));

  it("a negative price", async () =>
    expect(await faultsOf(lowestPrice('"-0.01"'))).toEqual([["number_negative", "bids[0].price"]]));

  it("leading zeros and a negative zero are plain decimals", async () => {
    const unchecked = award("lowest_price", {}, { id: "A", price: "007" }, { id: "B", price: "-0.0" });
    const { out } = await runInMemory(evaluateCommand, ["-"], `[${unchecked}]`);
    expect(JSON.parse(out)[0]).toMatchObject({ scores: { A: "7", B: "0" }, exact: { A: "7", B: "0" } });
  });

  it.each([
    ["a price", lowestPrice(`"${"9".repeat(1_000_000)}"`), "bids[0].price"],
    [
      "a number to be rounded",
      award("numeric", { modes: ["HALF_UP"] }, { id: `0.${"9".repeat(1_000_000)}` }),
      "bids[0].id",
    ],
  ])("a megabyte of digits at once: %s", async (_name, unchecked, path) => {
    const start = performance.now();
    expect(await faultsOf(unchecked)).toEqual([["number_too_long", path]]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("a case that does not say what is meant", () => {
  it.each([
    ["two bids of one name", award("lowest_price", {}, A, A), "duplicate_bid_id", "bids[1].id"],
    ["a bid without a name", award("lowest_price", {}, { price: "1" }), "missing_field", "bids[0].id"],
    [
      "a bid with a number for a name",
      award("lowest_price", {}, { ...A, id: 7 }),
      "not_a_text",
      "bids[0].id",
    ],
    [
      "bids that are no list",
      '{"id":"c","model":"lowest_price","params":{},"bids":{}}',
      "not_a_list",
      "bids",
    ],
    ["no bids field", '{"id":"c","model":"lowest_price","params":{}}', "missing_field", "bids"],
    ["no params", '{"id":"c","model":"lowest_price","bids":[]}', "missing_field", "params"],
    ["no model", '{"id":"c","params":{},"bids":[]}', "missing_field", "model"],
    ["an unknown model", award("lowest_cost", {}), "unknown_model", "model"],
    ["a model of the language", award("toString", {}), "unknown_model", "model"],
    ["an unknown field", award("lowest_price", {}, { ...A, prize: "1" }), "unknown_field", "bids[0].prize"],
    [
      "an unknown param",
      award("lowest_price", { cieling_price: "1" }),
      "unknown_field",
      "params.cieling_price",
    ],
    [
      "an unknown field of a criterion",
      award("fixed_price_quality_only", { criteria: [{ ...criteria[0], minimum: "1" }] }),
      "unknown_field",
      "params.criteria[0].minimum",
    ],
    [
      "weights off their total",
      award("fixed_price_quality_only", { criteria, weight_total: "100" }),
      "weights_do_not_add_up",
      "params.weight_total",
    ],
    [
      "two criteria of one name",
      award("fixed_price_quality_only", { criteria: [...criteria, ...criteria] }),
      "duplicate_id",
      "params.criteria[1]",
    ],
    [
      "points on an unknown criterion",
      award("added_value_deduction", { criteria }, { ...A, points: { Q: "1" } }),
      "unknown_criterion",
      "bids[0].points.Q",
    ],
    [
      "points above the maximum",
      award("added_value_deduction", { criteria }, { ...A, points: { q: "5.01" } }),
      "points_above_max",
      "bids[0].points.q",
    ],
    [
      "a boolean in words",
      award("lowest_price", { must: ["M"] }, { ...A, must: { M: "true" } }),
      "not_a_boolean",
      "bids[0].must.M",
    ],
    ["more bids than there ever are", award("lowest_price", {}, ...many(20_001)), "too_many_bids", "bids"],
    [
      "an analysis of more bids than it can do",
      award("sensitivity.single_score_flip", { base_model: "lowest_price", step: "1" }, ...many(10_000)),
      "too_many_bids",
      "bids",
    ],
    [
      "a prototype for a param",
      '{"id":"c","model":"lowest_price","params":{"__proto__":{"must":["M"]}},"bids":[]}',
      "unknown_field",
      "params.__proto__",
    ],
    [
      "a prototype for a bid",
      '{"id":"c","model":"lowest_price","params":{},"bids":[{"id":"A","__proto__":{"price":"1"},"price":"2"}]}',
      "unknown_field",
      "bids[0].__proto__",
    ],
    [
      "lists in lists in lists",
      `{"id":"c","model":"lowest_price","params":{},"bids":[],"extra":${nested(100_000)}}`,
      "unknown_field",
      "extra",
    ],
    ["no name", '{"model":"lowest_price","params":{},"bids":[]}', "missing_field", "id"],
    ["null for a name", '{"id":null,"model":"lowest_price","params":{},"bids":[]}', "missing_field", "id"],
    [
      "a list for a name",
      `{"id":${nested(100_000)},"model":"lowest_price","params":{},"bids":[]}`,
      "not_a_text",
      "id",
    ],
  ])("%s", async (_name, unchecked, code, path) => {
    expect(await faultsOf(unchecked)).toEqual([[code, path]]);
  });

  it("a bid that is none", async () => {
    const unchecked = '{"id":"c","model":"lowest_price","params":{},"bids":[null]}';
    expect(await faultsOf(unchecked)).toContainEqual(["not_an_object", "bids[0]"]);
  });

  it.each(["null", "3", '"case"', "[]"])("%s is no case", async (unchecked) => {
    expect(await faultsOf(unchecked)).toContainEqual(["not_an_object", ""]);
  });

  it("names every fault and not only the first", async () => {
    const unchecked = award(
      "weighted_points",
      { price_weight: "x", criteria },
      { id: "A", points: { q: "9" } },
    );
    expect((await faultsOf(unchecked)).map(([, path]) => path)).toEqual([
      "params.price_weight",
      "params.price_function",
      "params.price_function.type",
      "bids[0].points.q",
      "bids[0].price",
    ]);
  });
});

describe("what is odd and yet a case", () => {
  it("answers cases that share a name, each in its place", async () => {
    const { code, out } = await runInMemory(evaluateCommand, ["-"], `[${good},${good}]`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { id: "good", winner: "A" },
      { id: "good", winner: "A" },
    ]);
  });

  it("ranks 10,000 bids", async () => {
    const bids = many(10_000).map((bid, i) => ({ ...bid, price: String(10_000 - i) }));
    const { code, out } = await runInMemory(
      evaluateCommand,
      ["-"],
      `[${award("lowest_price", {}, ...bids)}]`,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)[0]).toMatchObject({ winner: "B9999" });
  });

  it("keeps names of the language apart from the language", async () => {
    const unchecked =
      '{"id":"__proto__","model":"added_value_deduction","params":{"criteria":[{"id":"__proto__","weight":"5","max":"5"}]},' +
      '"bids":[{"id":"constructor","price":"10","points":{"__proto__":"5"}},{"id":"__proto__","price":"10","points":{"__proto__":"4"}}]}';
    const { out } = await runInMemory(evaluateCommand, ["-"], `[${unchecked}]`);
    const [answer] = JSON.parse(out);
    expect(answer).toMatchObject({
      id: "__proto__",
      winner: "constructor",
      ranking: [["constructor"], ["__proto__"]],
    });
    expect(Object.entries(answer.scores)).toEqual([
      ["__proto__", "6"],
      ["constructor", "5"],
    ]);
  });

  it.each([
    ["quality_price_ratio", {}, { id: "A", price: "0", L: "1" }, "price_must_be_positive"],
    ["price_per_quality_point", {}, { id: "A", price: "1", L: "0" }, "quality_must_be_positive"],
    ["world_bank_rated", { X: "0.5" }, { id: "A", price: "0", technical: "1" }, "price_must_be_positive"],
  ])(
    "%s refuses the bids as its own outcome, which is no fault of the case",
    async (model, params, bid, error) => {
      const { code, out } = await runInMemory(evaluateCommand, ["-"], `[${award(model, params, bid)}]`);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toEqual([{ id: "c", error, scores: {}, ranking: [] }]);
    },
  );
});

describe("a file without cases", () => {
  it.each([
    ["empty", "", "empty_file"],
    ["blank", " \n", "empty_file"],
    ["no JSON", "id;model\n", "not_json"],
    ["cut off", '[{"id":"c"', "not_json"],
    ["an object", "{}", "not_a_list_of_cases"],
    ["vectors that are no list", '{"vectors":{}}', "not_a_list_of_cases"],
    ["null", "null", "not_a_list_of_cases"],
  ])("%s: says why and computes nothing", async (_name, content, code) => {
    const ended = await runInMemory(evaluateCommand, ["-"], content);
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).toMatch(new RegExp(`^-: ${code}: .+\\n$`));
  });

  it("reads a file that begins with a byte order mark", async () => {
    expect(await runInMemory(evaluateCommand, ["-"], `\uFEFF[${good}]`)).toMatchObject({ code: 0 });
  });
});

describe("a faulty statistics case", () => {
  it.each([
    [
      "a rating that was rounded in reading",
      "icc",
      {
        ratings: [
          [1, 12345678901234567890n.toString()],
          [2, 3],
        ],
      },
      null,
    ],
    [
      "successes as text",
      "wilson",
      { successes: "1", n: 2, confidence: "0.9" },
      ["not_a_count", "input.successes"],
    ],
    [
      "a confidence as number",
      "wilson",
      { successes: 1, n: 2, confidence: 0.9 },
      ["not_a_decimal", "input.confidence"],
    ],
    [
      "certainty",
      "required_n",
      { target: "0.9", confidence: "1" },
      ["number_out_of_range", "input.confidence"],
    ],
    ["an unknown method", "t_test", {}, ["unknown_method", "method"]],
    [
      "an unknown level",
      "krippendorff_alpha",
      { level: "rank", data: [[1], [2]] },
      ["unknown_value", "input.level"],
    ],
    [
      "one unit",
      "kendall_w",
      { ratings_by_rater: [[1], [2]] },
      ["too_few_ratings", "input.ratings_by_rater"],
    ],
    [
      "errors that add up to certainty",
      "sprt",
      { alpha: "0.5", beta: "0.5", p0: "0.2", p1: "0.1" },
      ["number_out_of_range", "input.beta"],
    ],
  ])("%s", async (_name, method, input, fault) => {
    const { out } = await runInMemory(statisticsCommand, ["-"], JSON.stringify([{ id: "s", method, input }]));
    const [{ error }] = JSON.parse(out);
    if (fault === null) expect(error).toBeUndefined();
    else expect([error.code, error.path]).toEqual(fault);
  });

  it("a JSON number that may not be what was written", async () => {
    const content =
      '[{"id":"s","method":"icc","input":{"ratings":[[1,12345678901234567890],[2,0.12345678901234567]]}}]';
    const { code, out } = await runInMemory(statisticsCommand, ["-"], content);
    expect(code).toBe(1);
    expect(
      JSON.parse(out)[0].faults.map(({ code: fault, path }: { code: string; path: string }) => [fault, path]),
    ).toEqual([
      ["number_too_long", "input.ratings[0][1]"],
      ["number_too_long", "input.ratings[1][1]"],
    ]);
  });
});
