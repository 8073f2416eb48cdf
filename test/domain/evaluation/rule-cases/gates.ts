import type { EvaluationCase } from "../published-cases.ts";
import { caseOf, rated } from "./case-of.ts";

const allGates = {
  must: ["M1", "M2", "M3"],
  ceiling_price: "100",
  forbid_negative_items: true,
  criteria: [
    { id: "q1", weight: "30", max: "5", min: "2", group: "g" },
    { id: "q2", weight: "10", max: "4", min: "0" },
  ],
  groups: [{ id: "g", min_share: "0.5" }],
  min_total_quality: "20",
};

const met = { M1: true, M2: true, M3: true };

/** What a bid has to pass before it is compared. */
export const gateCases: readonly EvaluationCase[] = [
  caseOf(
    "gates: every reason, in the order of the gates",
    "lowest_price",
    allGates,
    [
      { id: "A", price: "100.01", items: ["1", "-0.01"], must: { M1: false, M3: true }, points: {} },
      { id: "B", price: "100", items: ["0"], must: met, points: { q1: "3", q2: "0.8" } },
    ],
    {
      winner: "B",
      excluded: {
        A: [
          "must:M1:failed",
          "must:M2:missing",
          "ceiling_price",
          "negative_item_price",
          "criterion_min:q1",
          "group_min:g",
          "min_total_quality",
        ],
      },
    },
  ),
  // q1 2 of 5 is 40 % of the group; 12 + 8 = 20.
  caseOf(
    "gates: a bound that is met exactly is met",
    "lowest_price",
    { ...allGates, groups: [{ id: "g", min_share: "0.4" }] },
    [
      { id: "A", price: "100", must: met, points: { q1: "2", q2: "3.2" } },
      { id: "B", price: "99", must: met, points: { q1: "2", q2: "3.19" } },
      { id: "C", price: "98", must: met, points: { q1: "1.99", q2: "4" } },
    ],
    {
      winner: "A",
      excluded: { B: ["min_total_quality"], C: ["criterion_min:q1", "group_min:g"] },
    },
  ),
  caseOf(
    "gates: a negative part price is allowed where it is not banned",
    "lowest_price",
    {},
    [{ id: "A", price: "5", items: ["-1", "6"] }],
    { winner: "A", excluded: {} },
  ),
  caseOf(
    "gates: a missing answer is 0, which a floor of 0.5 does not let through",
    "lowest_price",
    { criteria: [{ id: "q", weight: "1", max: "1", min: "0.5" }] },
    [{ id: "A", price: "5", points: {} }],
    { winner: null, ranking: [], scores: {}, excluded: { A: ["criterion_min:q"] } },
  ),
  caseOf(
    "gates: prices of the excluded do not count",
    "weighted_points",
    { price_weight: "40", price_function: { type: "linear_min_max" }, criteria: [], ceiling_price: "200" },
    [
      { id: "A", price: "100" },
      { id: "B", price: "200" },
      { id: "C", price: "900" },
    ],
    { scores: { A: "40", B: "0" }, excluded: { C: ["ceiling_price"] } },
  ),
  caseOf(
    "gates: a refused model still tells who was excluded",
    "quality_price_ratio",
    { must: ["M"] },
    [
      { ...rated("A", "0", "1"), must: { M: true } },
      { ...rated("B", "5", "1"), must: { M: false } },
    ],
    { error: "price_must_be_positive", excluded: { B: ["must:M:failed"] } },
  ),
  caseOf("gates: a refused model that excluded nobody", "quality_price_ratio", {}, [rated("A", "0", "1")], {
    error: "price_must_be_positive",
    excluded: undefined,
  }),
  caseOf("one bid: no tie and no pair to decide", "lowest_price", {}, [{ id: "A", price: "5" }], {
    winner: "A",
    tie: undefined,
    tie_break: undefined,
    decided_by: undefined,
    order: [["A"]],
  }),
  caseOf(
    "two bids: one pair",
    "lowest_price",
    {},
    [
      { id: "A", price: "5" },
      { id: "B", price: "4" },
    ],
    { decided_by: { "B>A": "score" } },
  ),
  caseOf("no bid at all", "lowest_price", {}, [], { winner: null, ranking: [], scores: {}, tie: undefined }),
];
