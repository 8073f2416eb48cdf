import type { EvaluationCase } from "../published-cases.ts";
import { caseOf, fault, offered } from "./case-of.ts";

const alike = { criteria: [{ id: "q", weight: "100", max: "100" }] };

const chain = (...rules: string[]) => ({ ...alike, tie_break: { rules } });

/** Comparison price 50 each. */
const level = [
  offered("A", "100", { q: "50" }),
  offered("B", "90", { q: "40" }),
  offered("C", "90", { q: "40" }),
  offered("D", "60", { q: "0" }),
];

/** Equal results, and what puts one bid before another. */
export const tieCases: readonly EvaluationCase[] = [
  caseOf("ranks: 1, 1, 1, 4", "added_value_deduction", alike, level, {
    ranking: [["A", "B", "C"], ["D"]],
    ranks: { A: 1, B: 1, C: 1, D: 4 },
    winner: null,
    tie: ["A", "B", "C"],
    // B and C share the lowest price, and the highest quality among them.
    tie_break: { result_with_lowest_tender_price: null, result_with_highest_quality_first: "A" },
  }),
  caseOf("chain: the lower price first", "added_value_deduction", chain("lower_tender_price"), level, {
    order: [["B", "C"], ["A"], ["D"]],
    decided_by: { "B>C": null, "C>A": "lower_tender_price", "A>D": "score" },
  }),
  caseOf("chain: the higher quality first", "added_value_deduction", chain("higher_quality"), level, {
    order: [["A"], ["B", "C"], ["D"]],
    decided_by: { "A>B": "higher_quality", "B>C": null, "C>D": "score" },
  }),
  caseOf(
    "chain: without a seed the lottery has not been held",
    "added_value_deduction",
    chain("lottery"),
    level,
    {
      order: [["A", "B", "C"], ["D"]],
    },
  ),
  // SHA-256 by openssl: of "s|C" 3713…, of "s|A" 6438…, of "s|B" a512….
  caseOf(
    "chain: the lowest ticket first",
    "added_value_deduction",
    { ...alike, tie_break: { rules: ["lottery"], seed: "s" } },
    level,
    {
      order: [["C"], ["A"], ["B"], ["D"]],
      decided_by: { "C>A": "lottery", "A>B": "lottery", "B>D": "score" },
      winner: null,
    },
  ),
  caseOf(
    "chain: a fixed price has no price to decide by",
    "fixed_price_quality_only",
    { ...alike, tie_break: { rules: ["lower_tender_price"] } },
    [
      { id: "A", points: { q: "5" } },
      { id: "B", points: { q: "5" } },
      { id: "C", points: { q: "4" } },
    ],
    { order: [["A", "B"], ["C"]], tie_break: { result_with_lowest_tender_price: null } },
  ),
  caseOf(
    "chain: a price that only one of two has told does not decide",
    "fixed_price_quality_only",
    { ...alike, tie_break: { rules: ["lower_tender_price"] } },
    [
      { id: "A", points: { q: "5" } },
      { id: "B", points: { q: "5" }, price: "1" },
    ],
    { order: [["A", "B"]], tie_break: { result_with_lowest_tender_price: null } },
  ),
  // 40 − 39.999999999999 is nothing in ten decimals.
  caseOf(
    "canonical rounding: scores with roots or logarithms are level when ten decimals are",
    "weighted_points",
    {
      price_weight: "40",
      price_function: { type: "logarithmic", base: "2" },
      criteria: [{ id: "q", weight: "1", max: "1" }],
    },
    [
      offered("A", "10", { q: "0.5" }),
      offered("B", "10", { q: "0.500000000001" }),
      offered("C", "10", { q: "0.5000000001" }),
    ],
    { ranking: [["C"], ["A", "B"]], scores: { A: "40.5", B: "40.500000000001", C: "40.5000000001" } },
  ),
  caseOf(
    "canonical rounding: exact scores are not rounded",
    "weighted_points",
    {
      price_weight: "40",
      price_function: { type: "linear_min_max" },
      criteria: [{ id: "q", weight: "1", max: "1" }],
    },
    [offered("A", "10", { q: "0.5" }), offered("B", "10", { q: "0.500000000001" })],
    { ranking: [["B"], ["A"]] },
  ),
  caseOf(
    "chain: the lottery decides what is left, by openssl's tickets",
    "tie_break",
    { rules: ["score", "lottery"], seed: "s" },
    [
      { id: "A", score: "1" },
      { id: "B", score: "1" },
      { id: "C", score: "1" },
      { id: "D", score: "2" },
    ],
    {
      ranking: [["D"], ["C"], ["A"], ["B"]],
      decided_by: { "D>C": "score", "C>A": "lottery", "A>B": "lottery" },
    },
  ),
  caseOf(
    "chain: without a seed there is no lottery",
    "tie_break",
    { rules: ["score", "lottery"] },
    [
      { id: "B", score: "1" },
      { id: "A", score: "1" },
    ],
    { ranking: [["A", "B"]], decided_by: { "A>B": null }, exact: { A: "1", B: "1" } },
  ),
  caseOf(
    "chain: where the price decides it has to be told",
    "tie_break",
    { rules: ["lowest_price"] },
    [{ id: "A", score: "1" }],
    fault("missing_field", "bids[0].price"),
  ),
  caseOf(
    "chain: upwards where it says so, and level at the end",
    "tie_break",
    { rules: ["score", "points:risk asc", "points:care"] },
    [
      { id: "D", score: "1", points: { risk: "1", care: "5" } },
      { id: "C", score: "1", points: { risk: "1", care: "5" } },
      { id: "B", score: "1", points: { risk: "1", care: "6" } },
      { id: "A", score: "1", points: { risk: "2", care: "9" } },
    ],
    {
      ranking: [["B"], ["C", "D"], ["A"]],
      decided_by: { "B>C": "points:care", "C>D": null, "D>A": "points:risk" },
    },
  ),
];
