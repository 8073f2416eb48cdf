import type { EvaluationCase } from "../published-cases.ts";
import { caseOf, fault, rows } from "./case-of.ts";

/** Rounding, and sums of what was rounded; the arithmetic of each figure stands beside it. */
export const roundingCases: readonly EvaluationCase[] = [
  caseOf(
    "rounding: halves away from zero or to the even neighbour, and no -0",
    "numeric",
    { modes: ["HALF_UP", "HALF_EVEN"] },
    [
      { id: "2.5@0" },
      { id: "3.5@0" },
      { id: "-2.5@0" },
      { id: "1.005@2" },
      { id: "-0.4@0" },
      { id: "0.125" },
      { id: "7" },
    ],
    {
      HALF_UP: {
        "2.5@0": "3",
        "3.5@0": "4",
        "-2.5@0": "-3",
        "1.005@2": "1.01",
        "-0.4@0": "0",
        "0.125@0": "0",
        "0.125@1": "0.1",
        "0.125@2": "0.13",
        "0.125@3": "0.125",
        "7@0": "7",
        "7@1": "7.0",
        "7@2": "7.00",
      },
      HALF_EVEN: {
        "2.5@0": "2",
        "3.5@0": "4",
        "-2.5@0": "-2",
        "1.005@2": "1.00",
        "-0.4@0": "0",
        "0.125@0": "0",
        "0.125@1": "0.1",
        "0.125@2": "0.12",
        "0.125@3": "0.125",
        "7@0": "7",
        "7@1": "7.0",
        "7@2": "7.00",
      },
    },
  ),
  caseOf(
    "rounding: an unknown mode",
    "numeric",
    { modes: ["HALF_DOWN"] },
    [],
    fault("unknown_value", "params.modes[0]"),
  ),
  caseOf(
    "rounding: to more decimals than there are",
    "numeric",
    { modes: ["HALF_UP"] },
    [{ id: "1@21" }],
    fault("number_out_of_range", "bids[0].id"),
  ),
  // 40·100/103 = 38.8…, 60·0.82 = 49.2: whole numbers 39 and 49.
  caseOf(
    "components: prices and quality each by its own rounding",
    "numeric",
    {
      model: "weighted_points",
      rounding: { price_points: "0 decimals HALF_EVEN", quality_points: "0 decimals HALF_UP" },
      price_weight: "40",
      price_function: { type: "inverse_proportional" },
      criteria: [{ id: "q", weight: "60", max: "100" }],
    },
    [
      { id: "A", price: "100", points: { q: "80" } },
      { id: "B", price: "103", points: { q: "82" } },
    ],
    { rounded_components: { A: "88", B: "88" }, rounded_ranking: [["A", "B"]], ranking: [["B"], ["A"]] },
  ),
  caseOf(
    "components: only of a model whose score is a sum of them",
    "numeric",
    { model: "lowest_price", rounding: { price_points: "1 decimal HALF_UP" } },
    [],
    fault("unknown_value", "params.model"),
  ),
  caseOf(
    "sums: exact, the highest first",
    "numeric",
    {},
    rows({ A: ["0.1", "0.2"], B: ["0.3"], C: ["0.4"] }),
    {
      exact: { A: "3/10", B: "3/10", C: "2/5" },
      ranking: [["C"], ["A", "B"]],
    },
  ),
];
