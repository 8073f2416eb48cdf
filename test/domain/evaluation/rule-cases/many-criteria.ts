import type { EvaluationCase } from "../published-cases.ts";
import { caseOf, fault, rows } from "./case-of.ts";

/** Analyses of many criteria; the arithmetic of each figure stands beside it. */
export const manyCriteriaCases: readonly EvaluationCase[] = [
  // 1 and 1/2 of 3/2, then 3 and 1 of 4: (2/3 + 3·3/4)/4.
  caseOf(
    "sum scaled: costs are inverted first",
    "wsm_sum_scaled",
    { objectives: ["min", "max"], weights: ["1", "3"] },
    rows({ A: ["1", "3"], B: ["2", "1"] }),
    { exact: { A: "35/48", B: "13/48" }, ranking: [["A"], ["B"]] },
  ),
  caseOf(
    "sum scaled: a cost of 0 has no inverse",
    "wsm_sum_scaled",
    { objectives: ["max", "min"], weights: ["1", "1"] },
    rows({ B: ["1", "1"], A: ["1", "0"] }),
    fault("number_not_positive", "bids[1].values[1]"),
  ),
  caseOf(
    "sum scaled: a column of nothing",
    "wsm_sum_scaled",
    { objectives: ["max"], weights: ["1"] },
    rows({ A: ["0"] }),
    fault("column_sum_is_zero", "bids[0].values[0]"),
  ),
  // log10(1/11) and log10(10/11).
  caseOf("product: one column", "wpm_log10", { weights: ["7"] }, rows({ A: ["1"], B: ["10"] }), {
    scores: { A: "-1.04139268515822504075", B: "-0.04139268515822504075" },
    ranking: [["B"], ["A"]],
  }),
  caseOf(
    "product: nothing has no logarithm",
    "wpm_log10",
    { weights: ["7"] },
    rows({ A: ["0"] }),
    fault("number_not_positive", "bids[0].values[0]"),
  ),
  caseOf(
    "product: costs have no place in it",
    "wpm_log10",
    { weights: ["1", "1"], objectives: ["max", "min"] },
    [],
    fault("unknown_value", "params.objectives[1]"),
  ),
  caseOf(
    "ideal: mirrored bids are as near to it",
    "topsis",
    { weights: ["1", "1"], objectives: ["max", "max"] },
    rows({ A: ["3", "4"], B: ["4", "3"] }),
    { scores: { A: "0.5", B: "0.5" }, ranking: [["A", "B"]] },
  ),
  caseOf(
    "ideal: of one criterion the best is at it and the worst is not",
    "topsis",
    { weights: ["1"], objectives: ["min"] },
    rows({ A: ["1"], B: ["2"], C: ["3"] }),
    { scores: { A: "1", B: "0.5", C: "0" } },
  ),
  caseOf(
    "net flow: equals win nothing of each other",
    "promethee_ii",
    { weights: ["1"] },
    rows({ A: ["2"], B: ["2"], C: ["1"] }),
    {
      exact: { A: "1/2", B: "1/2", C: "-1" },
      ranking: [["A", "B"], ["C"]],
    },
  ),
  caseOf("net flow: one bid has none", "promethee_ii", { weights: ["1"] }, rows({ A: ["2"] }), {
    exact: { A: "0" },
  }),
  caseOf(
    "pairs: two cannot contradict each other",
    "ahp_weights",
    {
      matrix: [
        ["1", "3"],
        ["1/3", "1"],
      ],
      random_index: "0",
    },
    [{ id: "a" }, { id: "b" }],
    {
      scores: { a: "0.75", b: "0.25" },
      lambda_max: "2",
      CI: "0",
      CR: "0",
    },
  ),
  // Of three, λ is 1 + c + 1/c with c³ = a₁₃/(a₁₂·a₂₃) = 8: 3.5. CI 0.5/2, CR 0.25/0.58.
  caseOf(
    "pairs: three that contradict each other by a factor of eight",
    "ahp_weights",
    {
      matrix: [
        ["1", "1", "8"],
        ["1", "1", "1"],
        ["1/8", "1", "1"],
      ],
      random_index: "0.58",
    },
    [{ id: "a" }, { id: "b" }, { id: "c" }],
    { lambda_max: "3.5", CI: "0.25", CR: "0.43103448275862068966" },
  ),
  caseOf(
    "evaluators: an even number has the mean of the middle two",
    "committee",
    { evaluators: 4 },
    rows({ A: ["1", "10", "2", "3"], B: ["3", "3", "3", "3"] }),
    {
      scores: { A: "4", B: "3" },
      ranking: [["A"], ["B"]],
      median: { A: "2.5", B: "3" },
      median_ranking: [["B"], ["A"]],
      mean_rounded_whole: { A: "4", B: "3" },
    },
  ),
  caseOf(
    "evaluators: a half is rounded up",
    "committee",
    { evaluators: 2 },
    rows({ A: ["2", "3"], B: ["-2", "-3"] }),
    {
      mean_rounded_whole: { A: "3", B: "-3" },
    },
  ),
];
