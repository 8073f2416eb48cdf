import type { EvaluationCase } from "../published-cases.ts";

const of = (
  model: string,
  id: string,
  params: object,
  bids: readonly object[],
  expected: EvaluationCase["expected"],
): EvaluationCase => ({ id, model, params, bids, expected });

const fault = (code: string, field: string) => ({ faults: [{ code, place: { field } }] });
const xs = (...values: string[]) => values.map((x) => ({ id: x, x }));
const rows = (values: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(values).map(([id, row]) => ({ id, values: row }));
const priced = (...prices: string[]) => prices.map((price, i) => ({ id: "ABCDEFGH"[i], price }));
const steps = [
  { from: "99", value: "1" },
  { from: "95", value: "0.5" },
];

const valueFunctions: readonly EvaluationCase[] = [
  of(
    "value_function",
    "steps: in whatever order they stand",
    { type: "step", steps },
    xs("94.9", "95", "98.9", "99"),
    {
      scores: { "94.9": "0", "95": "0.5", "98.9": "0.5", "99": "1" },
    },
  ),
  of(
    "value_function",
    "steps: before the first what is said",
    { type: "step", steps, else: "0.2" },
    xs("94"),
    {
      scores: { "94": "0.2" },
    },
  ),
  of(
    "value_function",
    "steps: two from the same place",
    { type: "step", steps: [...steps, { from: "95.0", value: "0.6" }] },
    [],
    fault("duplicate_x", "params.steps[2]"),
  ),
  of(
    "value_function",
    "pieces: down as well as up, and level outside",
    {
      type: "piecewise",
      points: [
        ["60", "0"],
        ["10", "1"],
        ["30", "0.5"],
      ],
    },
    xs("5", "20", "30", "45", "70"),
    { scores: { "5": "1", "20": "0.75", "30": "0.5", "45": "0.25", "70": "0" } },
  ),
  of(
    "value_function",
    "pieces: one point is level everywhere",
    { type: "piecewise", points: [["5", "0.3"]] },
    xs("1", "9"),
    {
      scores: { "1": "0.3", "9": "0.3" },
    },
  ),
  of(
    "value_function",
    "pieces: none",
    { type: "piecewise", points: [] },
    [],
    fault("empty_list", "params.points"),
  ),
  of(
    "value_function",
    "pieces: a point of three",
    { type: "piecewise", points: [["1", "2", "3"]] },
    [],
    fault("not_a_point", "params.points[0]"),
  ),
  of(
    "value_function",
    "line: clipped at both ends",
    { type: "linear", zero: "80", full: "100" },
    xs("79", "80", "95", "100", "101"),
    {
      scores: { "79": "0", "80": "0", "95": "0.75", "100": "1", "101": "1" },
      exact: { "95": "3/4" },
    },
  ),
  of(
    "value_function",
    "line: fewer is better",
    { type: "linear", zero: "24", full: "2" },
    xs("25", "24", "13", "2", "1"),
    {
      scores: { "25": "0", "24": "0", "13": "0.5", "2": "1", "1": "1" },
    },
  ),
  of(
    "value_function",
    "line: two ends in one place",
    { type: "linear", zero: "5", full: "5.0" },
    [],
    fault("number_out_of_range", "params.full"),
  ),
  // 1/(1 + e^∓2) to 20 decimals (python decimal, 60 digits).
  of(
    "value_function",
    "logistic: a half in the middle",
    { type: "logistic", k: "2", mid: "3" },
    xs("2", "3", "4"),
    {
      scores: { "2": "0.11920292202211755594", "3": "0.5", "4": "0.88079707797788244406" },
      exact: undefined,
    },
  ),
  of(
    "value_function",
    "logistic: falling with a negative slope",
    { type: "logistic", k: "-2", mid: "3" },
    xs("4"),
    {
      scores: { "4": "0.11920292202211755594" },
    },
  ),
  // (1 − e)/(1 − e²) = 1/(1 + e); clipped outside.
  of(
    "value_function",
    "exponential: convex with a negative ρ",
    { type: "exponential", zero: "0", full: "10", rho: "-0.5" },
    xs("-1", "5", "11"),
    {
      scores: { "-1": "0", "5": "0.26894142136999512075", "11": "1" },
      exact: undefined,
    },
  ),
  of(
    "value_function",
    "exponential: no ρ of 0",
    { type: "exponential", zero: "0", full: "10", rho: "0" },
    [],
    fault("number_out_of_range", "params.rho"),
  ),
  of("value_function", "another type", { type: "cubic" }, [], fault("unknown_value", "params.type")),
];

const manyCriteria: readonly EvaluationCase[] = [
  // 1 and 1/2 of 3/2, then 3 and 1 of 4: (2/3 + 3·3/4)/4.
  of(
    "wsm_sum_scaled",
    "sum scaled: costs are inverted first",
    { objectives: ["min", "max"], weights: ["1", "3"] },
    rows({ A: ["1", "3"], B: ["2", "1"] }),
    { exact: { A: "35/48", B: "13/48" }, ranking: [["A"], ["B"]] },
  ),
  of(
    "wsm_sum_scaled",
    "sum scaled: a cost of 0 has no inverse",
    { objectives: ["max", "min"], weights: ["1", "1"] },
    rows({ B: ["1", "1"], A: ["1", "0"] }),
    fault("number_not_positive", "bids[1].values[1]"),
  ),
  of(
    "wsm_sum_scaled",
    "sum scaled: a column of nothing",
    { objectives: ["max"], weights: ["1"] },
    rows({ A: ["0"] }),
    fault("column_sum_is_zero", "bids[0].values[0]"),
  ),
  // log10(1/11) and log10(10/11).
  of("wpm_log10", "product: one column", { weights: ["7"] }, rows({ A: ["1"], B: ["10"] }), {
    scores: { A: "-1.04139268515822504075", B: "-0.04139268515822504075" },
    ranking: [["B"], ["A"]],
  }),
  of(
    "wpm_log10",
    "product: nothing has no logarithm",
    { weights: ["7"] },
    rows({ A: ["0"] }),
    fault("number_not_positive", "bids[0].values[0]"),
  ),
  of(
    "wpm_log10",
    "product: costs have no place in it",
    { weights: ["1", "1"], objectives: ["max", "min"] },
    [],
    fault("unknown_value", "params.objectives[1]"),
  ),
  of(
    "topsis",
    "ideal: mirrored bids are as near to it",
    { weights: ["1", "1"], objectives: ["max", "max"] },
    rows({ A: ["3", "4"], B: ["4", "3"] }),
    { scores: { A: "0.5", B: "0.5" }, ranking: [["A", "B"]] },
  ),
  of(
    "topsis",
    "ideal: of one criterion the best is at it and the worst is not",
    { weights: ["1"], objectives: ["min"] },
    rows({ A: ["1"], B: ["2"], C: ["3"] }),
    { scores: { A: "1", B: "0.5", C: "0" } },
  ),
  of(
    "promethee_ii",
    "net flow: equals win nothing of each other",
    { weights: ["1"] },
    rows({ A: ["2"], B: ["2"], C: ["1"] }),
    {
      exact: { A: "1/2", B: "1/2", C: "-1" },
      ranking: [["A", "B"], ["C"]],
    },
  ),
  of("promethee_ii", "net flow: one bid has none", { weights: ["1"] }, rows({ A: ["2"] }), {
    exact: { A: "0" },
  }),
  of(
    "ahp_weights",
    "pairs: two cannot contradict each other",
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
  of(
    "ahp_weights",
    "pairs: three that contradict each other by a factor of eight",
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
  of(
    "committee",
    "evaluators: an even number has the mean of the middle two",
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
  of(
    "committee",
    "evaluators: a half is rounded up",
    { evaluators: 2 },
    rows({ A: ["2", "3"], B: ["-2", "-3"] }),
    {
      mean_rounded_whole: { A: "3", B: "-3" },
    },
  ),
];

const italian = (...discounts: string[]) =>
  discounts.map((discount, i) => ({ id: `B${String(i).padStart(2, "0")}`, discount }));
const lowBids: readonly EvaluationCase[] = [
  of(
    "abnormally_low",
    "Spain, one: three quarters of the budget are not below it",
    { base_budget: "100" },
    priced("75"),
    {
      scores: { threshold: "75" },
      flagged: [],
    },
  ),
  of(
    "abnormally_low",
    "Spain, two: four fifths of the other are not below it",
    { base_budget: "1" },
    priced("100", "80"),
    {
      scores: { threshold: "80" },
      flagged: [],
    },
  ),
  of(
    "abnormally_low",
    "Spain, two: less than four fifths of the other",
    { base_budget: "1" },
    priced("100", "79.99"),
    {
      flagged: ["B"],
    },
  ),
  // Mean 95, of which 100 is within a tenth: nine tenths are 85.5.
  of(
    "abnormally_low",
    "Spain, three: nobody is left out within a tenth of the mean",
    { base_budget: "1" },
    priced("90", "95", "100"),
    {
      scores: { threshold: "85.5" },
      flagged: [],
    },
  ),
  // Mean 100: 110 is not more than a tenth above it, so the mean stays.
  of(
    "abnormally_low",
    "Spain, three: exactly a tenth above the mean stays in",
    { base_budget: "1" },
    priced("90", "100", "110"),
    {
      scores: { threshold: "90" },
      flagged: [],
    },
  ),
  // Mean 70, both hundreds are above 77, but only the highest is left out: nine tenths of 55.
  of(
    "abnormally_low",
    "Spain, three: no more than the highest is left out",
    { base_budget: "1" },
    priced("10", "100", "100"),
    {
      scores: { threshold: "49.5" },
      flagged: ["A"],
    },
  ),
  of(
    "abnormally_low",
    "Spain, three: three quarters of the budget flag by themselves",
    { base_budget: "200" },
    priced("140", "150", "151"),
    {
      flagged: ["A"],
    },
  ),
  // Mean 55, within a tenth only the two tens, but three remain: mean 40.
  of(
    "abnormally_low",
    "Spain, four: at least the three lowest remain",
    { base_budget: "1" },
    priced("100", "10", "10", "100"),
    {
      scores: { threshold: "36" },
      flagged: ["B", "C"],
    },
  ),
  of("abnormally_low", "nobody has bid", { base_budget: "1" }, [], fault("too_few_bids", "bids")),
  // Eleven: two a side are cut (⌈1.1⌉). Rest 3…9: sum 42.00, mean 6, above it 7, 8, 9 by 2: c 0·0.
  of(
    "abnormally_low",
    "Italy: a tenth is rounded up, and decimals of 0 lessen nothing",
    { n_rule: ">=15" },
    italian("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"),
    {
      scores: { k: "2", sum: "42", mean: "6", scarto: "2", c1: "0", c2: "0", threshold: "8" },
      flagged: ["B07", "B08", "B09", "B10"],
    },
  ),
  // Of 12.34, 22.34, 32.34 and 42.34 the middle two remain: sum 54.68, mean 27.34, excess 5 less 48 % (6·8).
  of(
    "abnormally_low",
    "Italy: the first two decimals of the sum lessen the excess",
    { n_rule: ">=15" },
    italian("12.34", "22.34", "32.34", "42.34"),
    {
      scores: { k: "1", sum: "54.68", mean: "27.34", scarto: "5", c1: "6", c2: "8", threshold: "29.94" },
      exact: { threshold: "1497/50" },
      flagged: ["B02", "B03"],
    },
  ),
  // Rest 10, 10, 40: mean 20, excess 20 of the one above it.
  of(
    "abnormally_low",
    "Italy, few: the mean and not the median",
    { n_rule: "<15" },
    italian("1", "10", "10", "40", "50"),
    {
      scores: { mean: "20", scarto: "20", ratio: "1", threshold: "40" },
      flagged: ["B03", "B04"],
    },
  ),
  // Rest 85, 115: S/M = 15/100 exactly, so 1.2·100.
  of(
    "abnormally_low",
    "Italy, few: a ratio of 0.15 is still small",
    { n_rule: "<15" },
    italian("1", "85", "115", "120"),
    {
      scores: { k: "1", sum: "200", mean: "100", scarto: "15", ratio: "0.15", threshold: "120" },
      flagged: ["B03"],
    },
  ),
  // Rest 84, 116: 16/100, so 100 + 16.
  of(
    "abnormally_low",
    "Italy, few: beyond it mean and excess",
    { n_rule: "<15" },
    italian("1", "84", "116", "120"),
    {
      scores: { ratio: "0.16", threshold: "116" },
      flagged: ["B02", "B03"],
    },
  ),
  of(
    "abnormally_low",
    "Italy: discounts may stand in one list",
    { n_rule: "<15", discounts: ["1", "84", "116", "120"] },
    [{ id: "A" }, { id: "B" }, { id: "C" }, { id: "D" }],
    { scores: { threshold: "116" }, flagged: ["C", "D"] },
  ),
  of(
    "abnormally_low",
    "Italy: of two nothing is left",
    { n_rule: "<15" },
    italian("1", "2"),
    fault("too_few_bids", "bids"),
  ),
  // Discounts 30, 10, 20 of a hundred: limit 30, price 70, which is not below itself.
  of(
    "abnormally_low",
    "mean discount: ten points above the mean is not more than that",
    { rule: "mean_discount_plus_10pp", base_budget: "100" },
    priced("70", "90", "80"),
    {
      scores: { mean_discount: "20", threshold_discount: "30", threshold_price: "70" },
      flagged: [],
    },
  ),
  // Discounts 60, 10, 20 of 200: mean 30, limit 40, price 120.
  of(
    "abnormally_low",
    "mean discount: more than ten points above the mean",
    { rule: "mean_discount_plus_10pp", base_budget: "200" },
    priced("80", "180", "160"),
    {
      scores: { mean_discount: "30", threshold_discount: "40", threshold_price: "120" },
      flagged: ["A"],
    },
  ),
  // The second lowest is 100: four fifths are 80, and only the lowest is asked.
  of(
    "abnormally_low",
    "generic: the gap concerns the lowest alone",
    { rules: [{ id: "gap_to_second_lowest", pct: "10" }] },
    priced("79", "100", "1000"),
    { scores: { limit_second: "90" }, flags: { A: ["gap_to_second_lowest"] } },
  ),
  of(
    "abnormally_low",
    "generic: two that share the lowest price have no gap",
    { rules: [{ id: "gap_to_second_lowest", pct: "10" }] },
    priced("10", "10", "1000"),
    { flags: {} },
  ),
  // Mean 90, median 100: limits 72 and 80; second lowest 100: 80; estimate 100: 70.
  of(
    "abnormally_low",
    "generic: at a limit nobody is flagged",
    {
      rules: [
        { id: "pct_below_mean", pct: "20" },
        { id: "pct_below_median", pct: "30" },
        { id: "gap_to_second_lowest", pct: "30" },
        { id: "pct_below_estimate", pct: "30", estimate: "100" },
      ],
    },
    priced("70", "100", "100"),
    {
      scores: {
        mean: "90",
        median: "100",
        limit_mean: "72",
        limit_median: "70",
        limit_second: "70",
        limit_estimate: "70",
      },
      flags: { A: ["pct_below_mean"] },
    },
  ),
];

const month = (id: string, minutes: string, excluded: string, down: string) => ({
  id,
  minutes,
  excluded,
  down,
});
const counted = (id: string, good: string, total: string) => ({ id, good, total });
const measured: readonly EvaluationCase[] = [
  // 99/100, 100/100 and 392/400, the excluded minutes gone from both sides: pooled 591/600.
  of(
    "measured_requirement",
    "months: every k of n is told, pooled and mean apart",
    { threshold: "99", comparator: ">=" },
    [month("1", "110", "10", "1"), month("2", "100", "0", "0"), month("3", "500", "100", "8")],
    {
      scores: { "1": "99", "2": "100", "3": "98" },
      pooled: "98.5",
      mean_of_months: "99",
      months_met: 2,
      verdict: {
        every_month: false,
        "k_of_n(3 of 3)": false,
        "k_of_n(2 of 3)": true,
        "k_of_n(1 of 3)": true,
        pooled: false,
        mean_of_months: true,
      },
    },
  ),
  of(
    "measured_requirement",
    "counts: by window, and the same figures over all of them",
    { threshold: "99.9", comparator: ">=" },
    [counted("a", "99895", "100000"), counted("b", "999", "1000")],
    {
      scores: { a: "99.895", b: "99.9" },
      verdict_unrounded: { a: false, b: true },
      verdict_rounded_1dp: { a: true, b: true },
      pooled: "99.89504950495",
      months_met: 1,
    },
  ),
  ...(
    [
      [">", false],
      [">=", true],
      ["=", true],
      ["<=", true],
      ["<", false],
    ] as const
  ).map(([comparator, met]) =>
    of(
      "measured_requirement",
      `counts: a half ${comparator} a half`,
      { threshold: "50", comparator },
      [counted("a", "1", "2")],
      {
        verdict_unrounded: met,
      },
    ),
  ),
  of(
    "measured_requirement",
    "counts: more good ones than there are",
    { threshold: "1", comparator: ">=" },
    [counted("a", "3", "2")],
    fault("number_out_of_range", "bids[0].good"),
  ),
  of(
    "measured_requirement",
    "months: down for longer than there is",
    { threshold: "1", comparator: ">=" },
    [month("a", "10", "5", "6")],
    fault("number_out_of_range", "bids[0].down"),
  ),
  of(
    "measured_requirement",
    "months: one without data leaves open what hangs on it, and no more",
    { threshold: "99", comparator: ">=" },
    [month("1", "100", "100", "0"), month("2", "100", "0", "0"), month("3", "100", "0", "2")],
    {
      scores: { "1": null, "2": "100", "3": "98" },
      verdict: {
        every_month: false,
        "k_of_n(3 of 3)": false,
        "k_of_n(2 of 3)": null,
        "k_of_n(1 of 3)": true,
        pooled: true,
        mean_of_months: true,
      },
    },
  ),
  of(
    "measured_requirement",
    "months: none with data",
    { threshold: "99", comparator: ">=" },
    [month("1", "100", "100", "0")],
    {
      pooled: null,
      mean_of_months: null,
      verdict: { every_month: null, pooled: null, mean_of_months: null },
    },
  ),
  of(
    "measured_requirement",
    "months: none at all is no month met",
    { threshold: "99", comparator: ">=" },
    [],
    { months_met: 0, verdict: { every_month: null, pooled: null, mean_of_months: null } },
  ),
  ...(
    [
      [">", "1", true],
      [">=", "1", true],
      ["=", "1", false],
      ["<=", "1", false],
      ["<", "1", false],
      [">", "3", false],
      [">=", "3", false],
      ["<=", "3", true],
      ["<", "3", true],
    ] as const
  ).map(([comparator, threshold, met]) =>
    of(
      "measured_requirement",
      `counts: two ${comparator} ${threshold}`,
      { threshold, comparator },
      [counted("a", "2", "100")],
      { verdict_unrounded: met, verdict_rounded_1dp: met },
    ),
  ),
  of(
    "service_credit",
    "credit: every started hour, up to the cap",
    { monthly_fee: "1000", percent_per_started_hour: "3", cap_percent: "7" },
    [
      { id: "a", hours_late: "0" },
      { id: "b", hours_late: "0.001" },
      { id: "c", hours_late: "2" },
      { id: "d", hours_late: "2.001" },
    ],
    { scores: { a: "0", b: "30", c: "60", d: "70" } },
  ),
  of(
    "service_credit",
    "credit: without a cap there is none",
    { monthly_fee: "1000", tiers: [{ below: "99", percent: "120" }] },
    [
      { id: "a", measured: "98.999" },
      { id: "b", measured: "99" },
    ],
    { scores: { a: "1200", b: "0" } },
  ),
];

const numbers: readonly EvaluationCase[] = [
  of(
    "numeric",
    "rounding: halves away from zero or to the even neighbour, and no -0",
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
  of(
    "numeric",
    "rounding: an unknown mode",
    { modes: ["HALF_DOWN"] },
    [],
    fault("unknown_value", "params.modes[0]"),
  ),
  of(
    "numeric",
    "rounding: to more decimals than there are",
    { modes: ["HALF_UP"] },
    [{ id: "1@21" }],
    fault("number_out_of_range", "bids[0].id"),
  ),
  // 40·100/103 = 38.8…, 60·0.82 = 49.2: whole numbers 39 and 49.
  of(
    "numeric",
    "components: prices and quality each by its own rounding",
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
  of(
    "numeric",
    "components: only of a model whose score is a sum of them",
    { model: "lowest_price", rounding: { price_points: "1 decimal HALF_UP" } },
    [],
    fault("unknown_value", "params.model"),
  ),
  of(
    "tie_break",
    "chain: the lottery decides what is left, by openssl's tickets",
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
  of(
    "tie_break",
    "chain: without a seed there is no lottery",
    { rules: ["score", "lottery"] },
    [
      { id: "B", score: "1" },
      { id: "A", score: "1" },
    ],
    { ranking: [["A", "B"]], decided_by: { "A>B": null }, exact: { A: "1", B: "1" } },
  ),
  of(
    "tie_break",
    "chain: where the price decides it has to be told",
    { rules: ["lowest_price"] },
    [{ id: "A", score: "1" }],
    fault("missing_field", "bids[0].price"),
  ),
  of("numeric", "sums: exact, the highest first", {}, rows({ A: ["0.1", "0.2"], B: ["0.3"], C: ["0.4"] }), {
    exact: { A: "3/10", B: "3/10", C: "2/5" },
    ranking: [["C"], ["A", "B"]],
  }),
  of(
    "tie_break",
    "chain: upwards where it says so, and level at the end",
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

/** Value functions, analyses of many criteria, low bids, measured values and rounding. */
export const figureCases: readonly EvaluationCase[] = [
  ...valueFunctions,
  ...manyCriteria,
  ...lowBids,
  ...measured,
  ...numbers,
];
