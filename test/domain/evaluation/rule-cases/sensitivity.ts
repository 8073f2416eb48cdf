import type { EvaluationCase } from "../published-cases.ts";
import { fault, rated, rows } from "./case-of.ts";

const q = [{ id: "q", weight: "40", max: "100" }];
const thirds = Array.from({ length: 3 }, () => "0.33333333333333333333");
const bid = (id: string, price: string, points: string) => ({ id, price, points: { q: points } });

const breakEven = (
  id: string,
  params: object,
  bids: readonly object[],
  expected: EvaluationCase["expected"],
): EvaluationCase => ({
  id,
  model: "sensitivity.break_even_price",
  params: { bid: "B", ...params },
  bids,
  expected,
});

const points = (priceFunction: object) => ({
  base_model: "weighted_points",
  price_weight: "60",
  price_function: priceFunction,
  criteria: q,
});
const bounds = { type: "linear_fixed_bounds", lower: "0", upper: "2000" };
const none = { break_even_price: null, reason: "cannot_win_on_price" };

const breakEvens: readonly EvaluationCase[] = [
  // B has no price points above 2000, so its own gap says nothing: 60(2000 − p)/2000 = 30 at p = 1000.
  breakEven(
    "break-even: a price beyond the clip has to fall below it first",
    points(bounds),
    [bid("A", "1000", "0"), bid("B", "3000", "0")],
    { break_even_exact: "1000", reduction: "2000", reduction_percent: "66.666666666667" },
  ),
  // Below 100 there are no more than 60 points, which A has at 50: B is 4 behind in quality for good.
  breakEven(
    "break-even: clipped below, no price makes up for the points",
    points({ type: "linear_fixed_bounds", lower: "100", upper: "1100", clip_lower: true }),
    [bid("A", "50", "50"), bid("B", "300", "40")],
    { ...none, break_even_exact: null, reduction: null, reduction_percent: null },
  ),
  // The comparison price of A is 100 − 40 = 60; B has no added value: 60.
  breakEven(
    "break-even: added value, what the first costs after deduction",
    { base_model: "added_value_deduction", criteria: q },
    [bid("A", "100", "100"), bid("B", "90", "0")],
    { break_even_price: "60", reduction: "30", reduction_percent: "33.333333333333" },
  ),
  breakEven(
    "break-even: added value, even a gift costs too much",
    { base_model: "added_value_deduction", criteria: q },
    [bid("A", "30", "100"), bid("B", "90", "0")],
    none,
  ),
  // The first may ask 30 more before it is level: a negative reduction.
  breakEven(
    "break-even: for the first it is how far the price may rise",
    { base_model: "added_value_deduction", criteria: q },
    [bid("A", "100", "0"), bid("B", "110", "100")],
    { break_even_price: "140", reduction: "-30", reduction_percent: "-27.272727272727" },
  ),
  // From 2000 on nobody has price points and all tie, so it is there that B has to go below.
  breakEven(
    "break-even: of prices that all tie it is the lowest",
    points(bounds),
    [bid("A", "3000", "50"), bid("B", "2500", "50")],
    { break_even_price: "2000", reduction: "500", reduction_percent: "20" },
  ),
  // Below 100 both have all 60 points: level at best, never first.
  breakEven(
    "break-even: clipped below, level with the first is not first",
    points({ type: "linear_fixed_bounds", lower: "100", upper: "1100", clip_lower: true }),
    [bid("A", "50", "50"), bid("B", "300", "50")],
    none,
  ),
  breakEven(
    "break-even: alone, a bid wins at any price",
    { base_model: "lowest_price" },
    [{ id: "B", price: "5" }],
    { break_even_price: null, reason: "wins_at_any_price" },
  ),
  breakEven(
    "break-even: a bid that is out for something else cannot win",
    { base_model: "lowest_price", must: ["M"] },
    [
      { id: "A", price: "10", must: { M: true } },
      { id: "B", price: "20", must: { M: false } },
    ],
    none,
  ),
  // 85·1000/80.
  breakEven(
    "break-even: ratio, quality over the ratio of the best",
    { base_model: "quality_price_ratio" },
    [rated("A", "1000", "80"), rated("B", "2000", "85"), rated("C", "1000", "10")],
    { break_even_exact: "2125/2", break_even_price: "1062.5" },
  ),
  // Above the lowest other: 60·100/p + 24 = 60·100/120 + 32 (A, 82) → p = 6000/58; C is behind A with 60 + 4.
  breakEven(
    "break-even: inverse, while another bid stays the lowest",
    points({ type: "inverse_proportional" }),
    [bid("A", "120", "80"), bid("B", "140", "60"), bid("C", "100", "10")],
    { break_even_exact: "3000/29" },
  ),
  // Level with A only as the lowest itself: 60 + 8 = 60p/100 + 40 → p = 140/3.
  breakEven(
    "break-even: inverse, as the lowest itself",
    points({ type: "inverse_proportional" }),
    [bid("A", "100", "100"), bid("B", "140", "20")],
    { break_even_exact: "140/3" },
  ),
  // 60 + 0 against 60p/100 + 60.1 of an A with almost two thirds of the weight more: even p → 0 leaves 60 to 60.1.
  breakEven(
    "break-even: inverse, not even as good as given away",
    {
      ...points({ type: "inverse_proportional" }),
      criteria: [{ id: "q", weight: "60.1", max: "100" }],
    },
    [bid("A", "100", "100"), bid("B", "140", "0")],
    none,
  ),
  // 50(p_A − p)/mean moves both: 60(2 − p/m)/2 + 16 = 60(2 − 100/m)/2 + 40 with m = (p + 100)/2: p = 300/7.
  breakEven(
    "break-even: average, both move",
    points({ type: "average_based" }),
    [bid("A", "100", "100"), bid("B", "140", "40")],
    { break_even_exact: "300/7" },
  ),
  // Z of C above 1000·0.1/0.9 leaves A outside the band: 420 000/p > 1000/9 → p < 3780.
  breakEven(
    "break-even: band, where the others fall out of it",
    {
      base_model: "ufab_erweiterte_richtwertmethode",
      band_percent: "10",
      decision: "highest_L",
      factor: "1000",
      bid: "C",
    },
    [rated("A", "8000", "800"), rated("B", "10000", "910"), rated("C", "4000", "420")],
    { break_even_price: "3780", winner: "A" },
  ),
  // C wins while B is outside; raised above 4615.38… (0.9·420 000/p ≤ 91 000/1000) B is inside again.
  breakEven(
    "break-even: band, one that is outside may come inside again",
    {
      base_model: "ufab_erweiterte_richtwertmethode",
      band_percent: "10",
      decision: "highest_L",
      factor: "1000",
      bid: "C",
    },
    [rated("B", "10000", "910"), rated("C", "4000", "420")],
    { break_even_exact: "54000/13", winner: "C", reduction: "-153.84615384615384615385" },
  ),
  // 12.5(130 − p)/σ = 34 with σ² = ¾(200 + (110 − p)²/4) has the roots 29.45… and 87.24… (quadratic, 60 digits).
  breakEven(
    "break-even: z-score, where a still lower price loses again",
    {
      base_model: "weighted_points",
      price_weight: "50",
      price_function: { type: "zscore", centre: "25", scale: "12.5" },
      criteria: [{ id: "q", weight: "50", max: "100" }],
    },
    [bid("A", "130", "100"), bid("B", "140", "32"), bid("C", "100", "0"), bid("D", "100", "0")],
    { break_even_price: "87.24284170416969011337", break_even_exact: undefined, monotone: false },
  ),
  breakEven(
    "break-even: an unknown bid",
    { base_model: "lowest_price", bid: "Z" },
    [{ id: "B", price: "5" }],
    fault("unknown_bid", "params.bid"),
  ),
];

const flip = (
  id: string,
  params: object,
  bids: readonly object[],
  expected: EvaluationCase["expected"],
): EvaluationCase => ({ id, model: "sensitivity.single_score_flip", params, bids, expected });

const flips: readonly EvaluationCase[] = [
  flip(
    "flip: of two levels as near the lower one, then by bid and criterion",
    {
      base_model: "fixed_price_quality_only",
      step: "1",
      criteria: [
        { id: "b", weight: "5", max: "5" },
        { id: "a", weight: "5", max: "5" },
      ],
    },
    [
      { id: "Y", points: { a: "2", b: "2" } },
      { id: "X", points: { a: "2", b: "2" } },
    ],
    {
      winner: null,
      flips: ["X", "Y"].flatMap((who) =>
        ["a", "b"].map((criterion) => ({
          bid: who,
          criterion,
          from: "2",
          to: "1",
          delta: "-1",
          new_first: [who === "X" ? "Y" : "X"],
        })),
      ),
    },
  ),
  // Levels 0, 2, 4, 5. B (0) needs 4 of 5 to tie A, and A must fall to 0 for it.
  flip(
    "flip: the maximum is a level too, a missing answer counts from 0, and a tie is a change",
    { base_model: "fixed_price_quality_only", step: "2", criteria: [{ id: "q", weight: "5", max: "5" }] },
    [
      { id: "A", points: { q: "4" } },
      { id: "B", points: {} },
    ],
    {
      flips: [
        { bid: "A", criterion: "q", from: "4", to: "0", delta: "-4", new_first: ["A", "B"] },
        { bid: "B", criterion: "q", from: "0", to: "4", delta: "4", new_first: ["A", "B"] },
      ],
    },
  ),
  flip(
    "flip: a score below a floor puts a bid out, one at it lets it in",
    {
      base_model: "lowest_price",
      step: "1",
      criteria: [{ id: "q", weight: "5", max: "3", min: "2" }],
    },
    [
      { id: "A", price: "10", points: { q: "3" } },
      { id: "B", price: "5", points: { q: "1" } },
    ],
    {
      winner: "A",
      flips: [
        { bid: "B", criterion: "q", from: "1", to: "2", delta: "1", new_first: ["B"] },
        { bid: "A", criterion: "q", from: "3", to: "1", delta: "-2", new_first: [] },
      ],
    },
  ),
  flip(
    "flip: a step of nothing never ends",
    { base_model: "lowest_price", step: "0" },
    [],
    fault("number_not_positive", "params.step"),
  ),
  flip(
    "flip: more levels than any scale has",
    { base_model: "lowest_price", step: "0.001", criteria: [{ id: "q", weight: "5", max: "3" }] },
    [],
    fault("too_many_levels", "params.criteria[0].max"),
  ),
];

const bandFlips: readonly EvaluationCase[] = [
  flip(
    "flip: in a band, where what decides is not the score",
    {
      base_model: "ufab_erweiterte_richtwertmethode",
      band_percent: "10",
      decision: "highest_L",
      step: "1",
      criteria: [{ id: "q", weight: "20", max: "2" }],
    },
    [
      { id: "A", price: "1", points: { q: "1" } },
      { id: "B", price: "2", points: { q: "2" } },
      { id: "C", price: "1.9", points: { q: "2" } },
    ],
    {
      // Z: A 10, B 10, C 10.5…: the band from 9.47 holds all three, and B and C share the highest L.
      ranking: [["B", "C"], ["A"]],
      flips: [
        // With 20 A has Z 20: alone in its band.
        { bid: "A", criterion: "q", from: "1", to: "2", delta: "1", new_first: ["A"] },
        { bid: "B", criterion: "q", from: "2", to: "1", delta: "-1", new_first: ["C"] },
        { bid: "C", criterion: "q", from: "2", to: "1", delta: "-1", new_first: ["B"] },
      ],
    },
  ),
];

const weights: readonly EvaluationCase[] = [
  {
    // A leads while t > 1 − t.
    id: "stability: two opposites meet at a half",
    model: "sensitivity.weight_stability_interval",
    params: { weights: { w: "0.6", v: "0.4" } },
    bids: rows({ A: ["1", "0"], B: ["0", "1"] }),
    expected: {
      winner: "A",
      intervals: {
        w: { low: "0.5", low_exact: "1/2", low_rival: "B", high: "1", high_exact: "1", high_rival: null },
        v: { low: "0", low_exact: "0", low_rival: null, high: "0.5", high_exact: "1/2", high_rival: "B" },
      },
    },
  },
  {
    // Against B from t > 1/2, against C (0.5, 0.9) from t > 9/14: the narrower one is named.
    id: "stability: the nearest rival ends the interval",
    model: "sensitivity.weight_stability_interval",
    params: { weights: { w: "0.8", v: "0.2" } },
    bids: rows({ C: ["0.5", "0.9"], A: ["1", "0"], B: ["0", "1"] }),
    expected: { winner: "A", intervals: { w: { low_exact: "9/14", low_rival: "C" } } },
  },
  {
    id: "stability: one that is better in everything has no rival",
    model: "sensitivity.weight_stability_interval",
    params: { weights: { w: "0.6", v: "0.4" } },
    bids: rows({ A: ["1", "1"], B: ["0", "0.5"] }),
    expected: {
      intervals: {
        w: { low: "0", low_rival: null, high: "1", high_rival: null },
        v: { low: "0", low_rival: null, high: "1", high_rival: null },
      },
    },
  },
  {
    id: "stability: no winner, no interval",
    model: "sensitivity.weight_stability_interval",
    params: { weights: { w: "0.5", v: "0.5" } },
    bids: rows({ A: ["1", "0"], B: ["0", "1"] }),
    expected: { winner: null, intervals: {}, ranking: [["A", "B"]] },
  },
  {
    // w 0.48 or 0.72: 2w − 1; v 0.32 or 0.48: 1 − 2v.
    id: "tornado: a fifth less and more of each weight, the widest first",
    model: "sensitivity.tornado",
    params: { weights: { v: "0.4", w: "0.6" } },
    bids: rows({ A: ["0", "1"], B: ["1", "0"] }),
    expected: {
      winner: "A",
      margin_of_winner: {
        w: { minus20: "-0.04", plus20: "0.44" },
        v: { minus20: "0.36", plus20: "0.04" },
      },
      order: ["w", "v"],
    },
  },
  {
    // 0.9·1.2 is more than all there is: 1, and the margin 1.
    id: "tornado: no weight is more than all",
    model: "sensitivity.tornado",
    params: { weights: { w: "0.9", v: "0.1" }, change: "±20 % relative, others rescaled" },
    bids: rows({ A: ["1", "0"], B: ["0", "1"] }),
    expected: { margin_of_winner: { w: { minus20: "0.44", plus20: "1" } } },
  },
  {
    id: "tornado: by the percent that is said",
    model: "sensitivity.tornado",
    params: { weights: { w: "0.6", v: "0.4" }, change: "± 10 %" },
    bids: rows({ A: ["1", "0"], B: ["0", "1"] }),
    expected: { margin_of_winner: { w: { minus10: "0.08", plus10: "0.32" } } },
  },
  ...["±1 point", "±2.5 %", "±0 %", "±101 %"].map(
    (change): EvaluationCase => ({
      id: `tornado: ${change} is not a whole percent`,
      model: "sensitivity.tornado",
      params: { weights: { w: "1" }, change },
      bids: [],
      expected: fault("unknown_value", "params.change"),
    }),
  ),
  {
    id: "tornado: without a rival there is no margin",
    model: "sensitivity.tornado",
    params: { weights: { w: "1" } },
    bids: rows({ A: ["1"] }),
    expected: { winner: "A", margin_of_winner: { w: { minus20: null, plus20: null } } },
  },
  {
    // A is first where w ≥ 1/2: of the simplex (1 − 1/2)² of the area.
    id: "acceptability: three criteria, a quarter of all weights",
    model: "smaa_rank_acceptability",
    params: { criteria: 3, weights: "uniform on simplex" },
    bids: rows({ A: ["1", "0", "0"], B: ["0", "1", "1"] }),
    expected: {
      exact: { A: ["1/4", "3/4"], B: ["3/4", "1/4"] },
      // The corner triangle (1,0,0), (½,½,0), (½,0,½).
      central_weights: { A: ["0.66666666666666666667", "0.16666666666666666667", "0.16666666666666666667"] },
    },
  },
  {
    // The area with w ≥ t is (1 − t)²: (1/4 − 1/16)/(9/16 − 1/16).
    id: "acceptability: three criteria, the first within a range",
    model: "smaa_rank_acceptability",
    params: { criteria: 3, weights: "uniform w_price in [0.25,0.75]" },
    bids: rows({ A: ["1", "0", "0"], B: ["0", "1", "1"] }),
    expected: { exact: { A: ["3/8", "5/8"] } },
  },
  {
    // A and B tie where the third weight is 0, an edge without area: A is ahead everywhere else.
    id: "acceptability: three criteria, bids that tie along an edge of all weights",
    model: "smaa_rank_acceptability",
    params: { criteria: 3, weights: "uniform on simplex" },
    bids: rows({ A: ["1", "0", "1"], B: ["1", "0", "0"] }),
    expected: { exact: { A: ["1", "0"], B: ["0", "1"] }, central_weights: { A: thirds, B: null } },
  },
  {
    id: "acceptability: two criteria over their whole line",
    model: "smaa_rank_acceptability",
    params: { criteria: 2, weights: "uniform on simplex" },
    bids: rows({ A: ["1", "0.4"], B: ["0.7", "0.9"] }),
    expected: {
      crossover_w_price: "0.625",
      rank1: { A: "0.375", B: "0.625" },
      central_weights: { A: ["0.8125", "0.1875"], B: ["0.3125", "0.6875"] },
    },
  },
  {
    id: "acceptability: bids that never differ share every rank",
    model: "smaa_rank_acceptability",
    params: { criteria: 2, weights: "uniform on simplex" },
    bids: rows({ A: ["1", "1"], B: ["1", "1"] }),
    expected: { crossover_w_price: null, rank1: { A: "1", B: "1" } },
  },
  {
    id: "acceptability: one that is never first has no central weights",
    model: "smaa_rank_acceptability",
    params: { criteria: 2, weights: "uniform on simplex" },
    bids: rows({ A: ["1", "1"], B: ["0", "0"] }),
    expected: { rank1: { B: "0" }, central_weights: { A: ["0.5", "0.5"], B: null } },
  },
  ...["uniform w_price in [0.7,0.4]", "uniform w_price in [0.4,1.1]", "normal"].map(
    (given): EvaluationCase => ({
      id: `acceptability: ${given} is no range`,
      model: "smaa_rank_acceptability",
      params: { criteria: 2, weights: given },
      bids: [],
      expected: fault("unknown_value", "params.weights"),
    }),
  ),
];

const leaveOut: readonly EvaluationCase[] = [
  {
    // Of prices 100, 120 and 200 the dearest sets what a krona is worth (min–max).
    id: "leave one out: only losing bids are named, the excluded change nothing",
    model: "sensitivity.leave_one_out",
    params: {
      base_model: "weighted_points",
      price_weight: "50",
      price_function: { type: "linear_min_max" },
      criteria: [{ id: "q", weight: "50", max: "100" }],
      ceiling_price: "500",
    },
    bids: [bid("D", "501", "100"), bid("C", "200", "10"), bid("B", "120", "82"), bid("A", "100", "60")],
    expected: {
      winner: "B",
      without: {
        A: [["B"], ["C"]],
        B: [["A"], ["C"]],
        C: [["A"], ["B"]],
        D: [["B"], ["A"], ["C"]],
      },
      award_depends_on_losing_bids: ["C"],
    },
  },
  {
    id: "leave one out: of one bid nothing is left",
    model: "sensitivity.leave_one_out",
    params: { base_model: "lowest_price" },
    bids: [{ id: "A", price: "1" }],
    expected: { without: { A: [] }, award_depends_on_losing_bids: [] },
  },
];

/** Sensitivity of an award; the arithmetic of each figure stands beside it. */
export const sensitivityCases: readonly EvaluationCase[] = [
  ...breakEvens,
  ...flips,
  ...bandFlips,
  ...weights,
  ...leaveOut,
];
