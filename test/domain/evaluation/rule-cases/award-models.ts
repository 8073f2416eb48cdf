import type { EvaluationCase } from "../published-cases.ts";
import { caseOf, fault, offered, rated } from "./case-of.ts";

const twoCriteria = [
  { id: "q1", weight: "30", max: "5" },
  { id: "q2", weight: "10", max: "4" },
];

const bounds = { type: "linear_fixed_bounds", lower: "0", upper: "200" };

/** Every award model at its edges; the arithmetic of each figure stands beside it. */
export const awardModelCases: readonly EvaluationCase[] = [
  // 100 + 110/1.1 + 121/1.21.
  caseOf(
    "life cycle: a year from now is discounted once",
    "lowest_cost_lcc",
    { rate: "0.1" },
    [{ id: "A", price: "100", yearly_cost: ["110", "121"] }],
    { exact: { A: "300" }, direction: "lower_is_better" },
  ),
  // 10 + 1/0.5 + 1/0.25.
  caseOf(
    "life cycle: a negative rate makes later costs dearer",
    "lowest_cost_lcc",
    { rate: "-0.5" },
    [{ id: "A", price: "10", yearly_cost: ["1", "1"] }],
    { exact: { A: "16" } },
  ),
  caseOf(
    "life cycle: without interest it is a sum, and without years the price",
    "lowest_cost_lcc",
    { rate: "0" },
    [
      { id: "A", price: "10", yearly_cost: ["1", "2"] },
      { id: "B", price: "12", yearly_cost: [] },
    ],
    { exact: { A: "13", B: "12" }, winner: "B" },
  ),
  caseOf(
    "life cycle: money cannot lose all its worth in a year",
    "lowest_cost_lcc",
    { rate: "-1" },
    [],
    fault("number_out_of_range", "params.rate"),
  ),

  // 30·4/5 + 10·1/4 = 26.5.
  caseOf(
    "added value: deducted, and below zero if it comes to that",
    "added_value_deduction",
    { criteria: twoCriteria },
    [offered("A", "100", { q1: "4", q2: "1" }), offered("B", "20", { q1: "5", q2: "4" })],
    { exact: { A: "147/2", B: "-20" }, winner: "B" },
  ),
  // p + 40 − V.
  caseOf(
    "added value: as an addition every figure is the sum of the values higher",
    "added_value_addition",
    { criteria: twoCriteria },
    [offered("A", "100", { q1: "4", q2: "1" }), offered("B", "20", { q1: "5", q2: "4" })],
    { exact: { A: "227/2", B: "20" }, ranking: [["B"], ["A"]] },
  ),
  // 200(1 − 26.5/100).
  caseOf(
    "added value in percent of the own price",
    "added_value_percent_of_own_price",
    { criteria: twoCriteria },
    [offered("A", "200", { q1: "4", q2: "1" })],
    { exact: { A: "147" } },
  ),
  caseOf(
    "added value in percent: all of a price cannot be deducted",
    "added_value_percent_of_own_price",
    { criteria: [{ id: "q", weight: "100", max: "5" }] },
    [],
    fault("weights_too_high", "params.criteria"),
  ),
  caseOf(
    "added value in percent: almost all can",
    "added_value_percent_of_own_price",
    { criteria: [{ id: "q", weight: "99.9", max: "5" }] },
    [offered("A", "1000", { q: "5" })],
    { exact: { A: "1" } },
  ),

  // Six points short of ten at (40/60)·Pref/10 each: the mean 150 makes 10 a point, the lowest 100 makes 20/3.
  caseOf(
    "percent weights: a point costs by the average price",
    "price_model_percent_weights",
    { w_quality: "40", w_price: "60", max_points: "10", reference: "average" },
    [rated("A", "100", "10"), rated("B", "200", "4")],
    { exact: { A: "100", B: "260" } },
  ),
  caseOf(
    "percent weights: a point costs by the lowest price",
    "price_model_percent_weights",
    { w_quality: "40", w_price: "60", max_points: "10", reference: "lowest", weight_total: "100" },
    [rated("A", "100", "10"), rated("B", "200", "4")],
    { exact: { A: "100", B: "240" } },
  ),
  caseOf(
    "percent weights: a point costs by the published price, whatever is bid",
    "price_model_percent_weights",
    { w_quality: "40", w_price: "60", max_points: "10", reference: "fixed", P_ref: "75" },
    [rated("A", "100", "10"), rated("B", "200", "4")],
    { exact: { A: "100", B: "230" } },
  ),
  // The mean of 100, 100, 400 is 200, their median 100.
  caseOf(
    "percent weights: the average is the mean",
    "price_model_percent_weights",
    { w_quality: "50", w_price: "50", max_points: "10", reference: "average" },
    [rated("A", "100", "9"), rated("B", "100", "10"), rated("C", "400", "10")],
    { exact: { A: "120", B: "100", C: "400" } },
  ),

  // 0.7·100/200 + 0.3 and 0.7 + 0.3·50/100.
  caseOf(
    "World Bank: shares of the lowest cost and of the highest technical score",
    "world_bank_rated",
    { X: "0.7", weight_total: "1" },
    [
      { id: "A", price: "100", technical: "50" },
      { id: "B", price: "200", technical: "100" },
    ],
    { exact: { A: "17/20", B: "13/20" }, winner: "A" },
  ),
  caseOf(
    "World Bank: cost may be everything",
    "world_bank_rated",
    { X: "1" },
    [
      { id: "A", price: "100", technical: "1" },
      { id: "B", price: "200", technical: "100" },
    ],
    { exact: { A: "1", B: "1/2" } },
  ),
  caseOf(
    "World Bank: cost cannot be more than everything",
    "world_bank_rated",
    { X: "1.01" },
    [],
    fault("number_out_of_range", "params.X"),
  ),
  // 0.5 + 0.25 and 0.25 + 0.5.
  caseOf(
    "World Bank: a tie is broken by its own quality",
    "world_bank_rated",
    { X: "0.5", tie_break: { rules: ["higher_quality"] } },
    [
      { id: "A", price: "100", technical: "50" },
      { id: "B", price: "200", technical: "100" },
    ],
    {
      tie: ["A", "B"],
      tie_break: { result_with_lowest_tender_price: "A", result_with_highest_quality_first: "B" },
      order: [["B"], ["A"]],
    },
  ),

  // s_min 20, m 100: 300·120/120 and 400·120/160.
  caseOf(
    "relative value: the tie is decided by price or by quality, whichever is first",
    "relative_value_cost",
    { max_points: "100" },
    [rated("A", "300", "20"), rated("B", "400", "60")],
    {
      exact: { A: "300", B: "300" },
      winner: null,
      tie: ["A", "B"],
      tie_break: {
        rules: ["lowest_tender_price", "highest_quality"],
        result_with_lowest_tender_price: "A",
        result_with_highest_quality_first: "B",
      },
    },
  ),

  // 26.5/100 and 40/160.
  caseOf(
    "ratio: quality comes from the points where no total is given",
    "quality_price_ratio",
    { criteria: twoCriteria },
    [offered("A", "100", { q1: "4", q2: "1" }), offered("B", "160", { q1: "5", q2: "4" })],
    { exact: { A: "53/200", B: "1/4" }, winner: "A" },
  ),
  caseOf(
    "ratio: a given total goes before the points, which then serve the gates only",
    "quality_price_ratio",
    { criteria: [{ id: "q1", weight: "30", max: "5", min: "3" }] },
    [
      { ...offered("A", "100", { q1: "3" }), L: "50" },
      { ...offered("B", "100", { q1: "2.9" }), L: "90" },
    ],
    { exact: { A: "1/2" }, excluded: { B: ["criterion_min:q1"] } },
  ),
  caseOf(
    "ratio: one bid of 0 among others is refused",
    "quality_price_ratio",
    {},
    [rated("A", "5", "1"), rated("B", "0", "1")],
    { error: "price_must_be_positive", scores: {}, ranking: [] },
  ),
  caseOf(
    "ratio: no quality is nothing for any price",
    "quality_price_ratio",
    {},
    [rated("A", "5", "0"), rated("B", "10", "1")],
    { exact: { A: "0", B: "1/10" } },
  ),
  caseOf(
    "price per point: a gift costs nothing a point",
    "price_per_quality_point",
    {},
    [rated("A", "0", "3"), rated("B", "10", "4")],
    { exact: { A: "0", B: "5/2" }, winner: "A" },
  ),
  caseOf(
    "price per point: one bid without quality among others is refused",
    "price_per_quality_point",
    {},
    [rated("A", "5", "1"), rated("B", "5", "0")],
    { error: "quality_must_be_positive", scores: {}, ranking: [] },
  ),

  // Means 50 and 200: 60·90/50 − 40·100/200; the medians would be 30 and 100.
  caseOf(
    "UfAB mean: over the mean and not the median",
    "ufab_gewichtet_mittelwert",
    { GL: "60", GP: "40", weight_total: "100" },
    [rated("A", "100", "90"), rated("B", "100", "30"), rated("C", "400", "30")],
    { exact: { A: "88", B: "16", C: "-44" } },
  ),
  caseOf(
    "UfAB median: over the median and not the mean",
    "ufab_gewichtet_median",
    { GL: "60", GP: "40" },
    [rated("A", "100", "90"), rated("B", "100", "30"), rated("C", "400", "30")],
    { exact: { A: "140", B: "20", C: "-100" } },
  ),
  caseOf(
    "UfAB reference: over what was published",
    "ufab_gewichtet_referenz",
    { GL: "60", GP: "40", L_ref: "60", P_ref: "200" },
    [rated("A", "100", "90"), rated("C", "400", "30")],
    { exact: { A: "70", C: "-50" } },
  ),
  caseOf(
    "UfAB median: references that stand in the case decide nothing",
    "ufab_gewichtet_median",
    { GL: "60", GP: "40", L_ref: "1", P_ref: "1" },
    [rated("A", "100", "90"), rated("B", "100", "30"), rated("C", "400", "30")],
    { exact: { A: "140", B: "20", C: "-100" } },
  ),
  caseOf(
    "UfAB mean: no price at all",
    "ufab_gewichtet_mittelwert",
    { GL: "60", GP: "40" },
    [rated("A", "0", "90")],
    { error: "price_must_be_positive", scores: {}, ranking: [] },
  ),
  caseOf(
    "UfAB mean: no quality at all",
    "ufab_gewichtet_mittelwert",
    { GL: "60", GP: "40" },
    [rated("A", "9", "0")],
    { error: "quality_must_be_positive", scores: {}, ranking: [] },
  ),

  // Z 100, 95, 90, 89.9; the edge of 10 % is 90.
  ...(["highest_L", "lowest_price", "points:q"] as const).map((decision, i) =>
    caseOf(
      `band: among those within ten percent ${decision} decides`,
      "ufab_erweiterte_richtwertmethode",
      { band_percent: "10", decision, factor: "1000", criteria: [{ id: "q", weight: "1", max: "9" }] },
      [
        { ...rated("A", "8", "0.8"), points: { q: "0.5" } },
        { ...rated("B", "6", "0.57"), points: { q: "7" } },
        { ...rated("C", "10", "0.9"), points: {} },
        { ...rated("D", "1", "0.0899"), points: { q: "9" } },
      ],
      {
        exact: { A: "100", B: "95", C: "90", D: "899/10" },
        band_lower: "90",
        within_band: ["A", "B", "C"],
        excluded: { D: ["outside_band"] },
        ranking: [
          [["C"], ["A"], ["B"]],
          [["B"], ["A"], ["C"]],
          [["B"], ["A"], ["C"]],
        ][i],
      },
    ),
  ),
  ...["0.99", "10.01"].map((percent) =>
    caseOf(
      `band: ${percent} percent is outside 1 to 10`,
      "ufab_erweiterte_richtwertmethode",
      { band_percent: percent, decision: "highest_L" },
      [],
      fault("number_out_of_range", "params.band_percent"),
    ),
  ),
  caseOf(
    "band: one percent is a band, and one bid is within it",
    "ufab_erweiterte_richtwertmethode",
    { band_percent: "1", decision: "highest_L" },
    [rated("A", "2", "1")],
    { band_lower: "0.495", winner: "A" },
  ),
  caseOf(
    "band: an unknown criterion decides nothing",
    "ufab_erweiterte_richtwertmethode",
    { band_percent: "5", decision: "highest_Z" },
    [],
    fault("unknown_criterion", "params.decision"),
  ),

  // 0.2/(1 − 0.5) = 0.4: 140/1.4; 0.5/0.5 = 1: 150/2.
  caseOf(
    "coefficient: the worth of features over what they leave of the price",
    "meat_coefficient",
    {
      features: [
        { id: "a", max: "0.3" },
        { id: "b", max: "0.2" },
      ],
    },
    [
      { id: "A", price: "140", features: { a: "0.1", b: "0.1" } },
      { id: "B", price: "150", features: { a: "0.3", b: "0.2" } },
    ],
    { exact: { A: "100", B: "75" } },
  ),
  caseOf(
    "coefficient: a feature that is not answered gives nothing",
    "meat_coefficient",
    { features: [{ id: "a", max: "0.5" }] },
    [
      { id: "A", price: "100" },
      { id: "B", price: "110", features: { a: null } },
      { id: "C", price: "150", features: { a: "0.5" } },
    ],
    { exact: { A: "100", B: "110", C: "75" } },
  ),
  caseOf(
    "coefficient: features cannot be worth the whole price",
    "meat_coefficient",
    { features: [{ id: "a", max: "1" }] },
    [],
    fault("number_out_of_range", "params.features"),
  ),

  caseOf(
    "points: one bid whose price has no weight",
    "weighted_points",
    { price_weight: "0", price_function: bounds, criteria: twoCriteria, weight_total: "40" },
    [offered("A", "100", { q1: "5" })],
    { exact: { A: "30" } },
  ),
  caseOf(
    "points: weights off the declared total are refused and never scaled",
    "weighted_points",
    { price_weight: "60", price_function: bounds, criteria: twoCriteria, weight_total: "100.0001" },
    [],
    fault("weights_do_not_add_up", "params.weight_total"),
  ),
  caseOf(
    "points: the price weight counts into the declared total",
    "weighted_points",
    { price_weight: "60", price_function: bounds, criteria: twoCriteria, weight_total: "100" },
    [offered("A", "100", {})],
    { exact: { A: "30" } },
  ),
];
