import type { EvaluationCase } from "../published-cases.ts";

/** Bids A, B, C … that differ in price only; M is 40, so points are shares of forty. */
function priced(
  id: string,
  priceFunction: object,
  prices: readonly string[],
  expected: EvaluationCase["expected"],
): EvaluationCase {
  return {
    id,
    model: "weighted_points",
    params: { price_weight: "40", price_function: priceFunction, criteria: [] },
    bids: prices.map((price, i) => ({ id: "ABCDEFGH"[i], price })),
    expected,
  };
}

const scores = (...points: string[]) => ({
  scores: Object.fromEntries(points.map((value, i) => ["ABCDEFGH"[i], value])),
});
const fault = (code: string, field: string) => ({
  faults: [{ code, place: { field: `params.price_function.${field}` } }],
});
const mustBePositive = { error: "price_must_be_positive", scores: {}, ranking: [] };
const aboveBase = { error: "price_above_base_price", scores: {}, ranking: [] };

const inverse = { type: "inverse_proportional" };
const fromLowest = { type: "linear_from_lowest", slope: "2" };
const minMax = { type: "linear_min_max" };
const bounds = { type: "linear_fixed_bounds", lower: "100", upper: "300" };
const bands = [
  { upto: "100", points: "10" },
  { upto: "120", points: "7" },
];
const parabolic = { type: "parabolic_from_lowest", zero_at: "0.5" };
const logarithmic = { type: "logarithmic", base: "10" };
const zscore = { type: "zscore", centre: "25", scale: "10" };
const anac = { type: "anac_linear", base_price: "100" };
const power = { type: "anac_power", base_price: "100", alpha: "2" };
const bilinear = { type: "anac_bilinear", base_price: "100", X: "0.80" };
const aragon = { type: "aragon_corrected_proportional", base_price: "100", Bs: "0" };

/** Every price function at its edges; the arithmetic of each figure stands beside it. */
export const priceFunctionCases: readonly EvaluationCase[] = [
  priced("a price function of another name", { type: "linear" }, ["1"], fault("unknown_value", "type")),
  priced("inverse: 40·100/p", inverse, ["100", "160", "400"], scores("40", "25", "10")),
  priced("inverse: one bid gets all", inverse, ["7"], scores("40")),
  priced("inverse: a bid of 0 is refused", inverse, ["0", "5"], mustBePositive),

  // 40(1 − 2(p − 100)/100): 125 → 20, 150 → 0, 200 → −40.
  priced(
    "from lowest: twice as steep is zero at one and a half times the lowest, and below zero beyond",
    fromLowest,
    ["100", "125", "150", "200"],
    { ...scores("40", "20", "0", "-40"), exact: { A: "40", B: "20", C: "0", D: "-40" } },
  ),
  priced("from lowest: clipped at zero", { ...fromLowest, clip_zero: true }, ["100", "125", "150", "200"], {
    ...scores("40", "20", "0", "0"),
    ranking: [["A"], ["B"], ["C", "D"]],
  }),
  priced("from lowest: a lowest of 0 is refused", fromLowest, ["0", "5"], mustBePositive),

  // 40(300 − p)/(300 − 100).
  priced("min–max: a line from lowest to highest", minMax, ["100", "150", "300"], scores("40", "30", "0")),
  priced("min–max: equal bids get all", minMax, ["9", "9"], {
    ...scores("40", "40"),
    winner: null,
    tie: ["A", "B"],
  }),
  priced("min–max: a price of 0 is a price", minMax, ["0", "50", "100"], scores("40", "20", "0")),

  // 40(300 − p)/200: below the lower bound 50 → 50; above the upper 350 → −10.
  priced(
    "fixed bounds: clipped above and open below unless it says otherwise",
    bounds,
    ["50", "100", "200", "300", "350"],
    { ...scores("50", "40", "20", "0", "0"), legal_flag: undefined },
  ),
  priced(
    "fixed bounds: open above on request",
    { ...bounds, clip_upper: false },
    ["100", "350"],
    scores("40", "-10"),
  ),
  priced(
    "fixed bounds: clipped below, with the flag of HFD 2022 ref. 41",
    { ...bounds, clip_lower: true },
    ["50", "200"],
    { ...scores("40", "20"), legal_flag: "SE_HFD_2022_41_price_without_effect" },
  ),
  priced(
    "fixed bounds: clipped at a lower bound of 0 no price is without effect",
    { ...bounds, lower: "0", clip_lower: true },
    ["0", "150"],
    { ...scores("40", "20"), legal_flag: undefined },
  ),
  priced(
    "fixed bounds: the upper is above the lower",
    { ...bounds, upper: "100" },
    ["1"],
    fault("bounds_not_ascending", "upper"),
  ),

  priced(
    "bands: the upper bound belongs to the band, beyond the last there is nothing",
    { type: "banded", basis: "absolute", bands },
    ["100", "100.01", "120", "120.01"],
    scores("10", "7", "7", "0"),
  ),
  priced(
    "bands: beyond the last what is said",
    { type: "banded", basis: "absolute", bands, else: "-3" },
    ["120", "121"],
    scores("7", "-3"),
  ),
  // 200 is the lowest: 220 is 10 % above, 221 is 10.5 %.
  priced(
    "bands: by percent above the lowest",
    {
      type: "banded",
      basis: "pct_above_lowest",
      bands: [
        { upto: "0", points: "9" },
        { upto: "10", points: "5" },
      ],
      else: "1",
    },
    ["200", "220", "221"],
    scores("9", "5", "1"),
  ),
  priced(
    "bands: percent above a lowest of 0 is nothing",
    { type: "banded", basis: "pct_above_lowest", bands },
    ["0", "1"],
    mustBePositive,
  ),
  priced(
    "bands: two with the same bound",
    {
      type: "banded",
      bands: [
        { upto: "5", points: "2" },
        { upto: "5", points: "1" },
      ],
    },
    ["1"],
    fault("bands_not_ascending", "bands[1].upto"),
  ),

  // 40(1 − ((p − 100)/50)²): 125 → 40·¾, 150 → 0, 180 would be −62.4.
  priced("parabola: never below zero", parabolic, ["100", "125", "150", "180"], scores("40", "30", "0", "0")),
  priced("parabola: a lowest of 0 is refused", parabolic, ["0", "5"], mustBePositive),

  // 40(1 − log10(p/10)): ten times the lowest → 0, a hundred times → −40.
  priced(
    "logarithm: one base down for each base up, unclipped and not exact",
    logarithmic,
    ["10", "100", "1000"],
    {
      ...scores("40", "0", "-40"),
      exact: undefined,
    },
  ),
  priced("logarithm: a lowest of 0 is refused", logarithmic, ["0", "5"], mustBePositive),
  priced(
    "logarithm: a base of 1",
    { ...logarithmic, base: "1" },
    ["1"],
    fault("number_out_of_range", "base"),
  ),
  priced(
    "logarithm: a base below 1",
    { ...logarithmic, base: "0.5" },
    ["1"],
    fault("number_out_of_range", "base"),
  ),

  // μ 120, population σ 20 (a sample's would be 28.3): 25 ± 10.
  priced("z-score: by the population's deviation", zscore, ["100", "140"], {
    ...scores("35", "15"),
    exact: undefined,
  }),
  // Of 1, 1, 7, 7 the mean is 4 and σ 3.
  priced("z-score: by distance in deviations", zscore, ["1", "7", "1", "7"], scores("35", "15", "35", "15")),
  priced("z-score: equal prices get the centre", zscore, ["9", "9"], {
    ...scores("25", "25"),
    tie: ["A", "B"],
  }),

  // 40(2 − p/100)/2.
  priced(
    "average: half of all at the average",
    { type: "average_based" },
    ["50", "150", "100"],
    scores("30", "10", "20"),
  ),
  priced("average: one bid is the average", { type: "average_based" }, ["3"], scores("20")),
  // The mean of 10, 10, 100 is 40, their median 10: 40(2 − ¼)/2 = 35, 40(2 − 2.5)/2 = −10.
  priced(
    "average: the mean and not the median",
    { type: "average_based" },
    ["10", "10", "100"],
    scores("35", "35", "-10"),
  ),
  priced("average: nothing to compare with", { type: "average_based" }, ["0", "0"], mustBePositive),

  // R 0.2, 0.1, −0.1 of R_max 0.2.
  priced(
    "ANAC line: shares of the best discount, below zero above the base",
    anac,
    ["80", "90", "110"],
    scores("40", "20", "-20"),
  ),
  priced("ANAC line: no discount, no points", anac, ["100", "100"], scores("0", "0")),
  priced("ANAC line: no discount and one above the base", anac, ["100", "120"], scores("0", "0")),
  priced("ANAC line: all above the base", anac, ["110", "120"], aboveBase),

  // (0.1/0.2)² of 40; a power is never reported as exact.
  priced("ANAC power: the square of half is a quarter", power, ["80", "90", "100"], {
    ...scores("40", "10", "0"),
    exact: undefined,
  }),
  priced("ANAC power: none above the base", power, ["80", "110"], aboveBase),
  priced("ANAC power: no discount, no points", power, ["100"], scores("0")),

  // R 0.1, 0.2, 0.6, mean 0.3: 32/3, 64/3, 40.
  priced("ANAC bend: up to the mean discount X of all", bilinear, ["90", "80", "40"], {
    ...scores("10.66666666666666666667", "21.33333333333333333333", "40"),
    exact: { A: "32/3", B: "64/3", C: "40" },
  }),
  // R 0.1, 0.1, 0.4, 0.6, mean 0.3: above it 40(0.8 + 0.2(0.4 − 0.3)/0.3) = 32 + 8/3.
  priced("ANAC bend: beyond the mean the rest", bilinear, ["90", "90", "60", "40"], {
    exact: { A: "32/3", B: "32/3", C: "104/3", D: "40" },
  }),
  priced("ANAC bend: exactly at the mean it is X of all", bilinear, ["90", "70", "50"], {
    exact: { A: "32/3", B: "32", C: "40" },
  }),
  priced("ANAC bend: equal discounts are at the mean", bilinear, ["90", "90"], scores("32", "32")),
  priced("ANAC bend: no discount, no points", bilinear, ["100", "100"], scores("0", "0")),
  // R −0.1 and 0.4, mean 0.15: 40·0.8·(−0.1)/0.15.
  priced("ANAC bend: below zero above the base", bilinear, ["110", "60"], { exact: { A: "-64/3", B: "40" } }),
  priced("ANAC bend: on average above the base", bilinear, ["110", "105"], aboveBase),
  priced(
    "ANAC bend: another bend than the three",
    { ...bilinear, X: "0.95" },
    ["1"],
    fault("unknown_value", "X"),
  ),

  priced("Aragón: no discount, no points", aragon, ["100", "100"], scores("0", "0")),
  // B 20 and −10 of 20.
  priced("Aragón: below zero above the base", aragon, ["80", "110"], scores("40", "-20")),
  // B 4 and 2 of the 5 that give full points.
  priced(
    "Aragón: small discounts cannot reach all",
    { ...aragon, Bs: "5" },
    ["96", "98"],
    scores("32", "16"),
  ),
];
