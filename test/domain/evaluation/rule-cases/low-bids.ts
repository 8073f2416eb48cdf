import type { EvaluationCase } from "../published-cases.ts";
import { caseOf, fault } from "./case-of.ts";

const priced = (...prices: string[]) => prices.map((price, i) => ({ id: "ABCDEFGH"[i], price }));

const italian = (...discounts: string[]) =>
  discounts.map((discount, i) => ({ id: `B${String(i).padStart(2, "0")}`, discount }));

/** Which bids are abnormally low; the arithmetic of each figure stands beside it. */
export const lowBidCases: readonly EvaluationCase[] = [
  caseOf(
    "Spain, one: three quarters of the budget are not below it",
    "abnormally_low",
    { base_budget: "100" },
    priced("75"),
    {
      scores: { threshold: "75" },
      flagged: [],
    },
  ),
  caseOf(
    "Spain, two: four fifths of the other are not below it",
    "abnormally_low",
    { base_budget: "1" },
    priced("100", "80"),
    {
      scores: { threshold: "80" },
      flagged: [],
    },
  ),
  caseOf(
    "Spain, two: less than four fifths of the other",
    "abnormally_low",
    { base_budget: "1" },
    priced("100", "79.99"),
    {
      flagged: ["B"],
    },
  ),
  // Mean 95, of which 100 is within a tenth: nine tenths are 85.5.
  caseOf(
    "Spain, three: nobody is left out within a tenth of the mean",
    "abnormally_low",
    { base_budget: "1" },
    priced("90", "95", "100"),
    {
      scores: { threshold: "85.5" },
      flagged: [],
    },
  ),
  // Mean 100: 110 is not more than a tenth above it, so the mean stays.
  caseOf(
    "Spain, three: exactly a tenth above the mean stays in",
    "abnormally_low",
    { base_budget: "1" },
    priced("90", "100", "110"),
    {
      scores: { threshold: "90" },
      flagged: [],
    },
  ),
  // Mean 70, both hundreds are above 77, but only the highest is left out: nine tenths of 55.
  caseOf(
    "Spain, three: no more than the highest is left out",
    "abnormally_low",
    { base_budget: "1" },
    priced("10", "100", "100"),
    {
      scores: { threshold: "49.5" },
      flagged: ["A"],
    },
  ),
  caseOf(
    "Spain, three: three quarters of the budget flag by themselves",
    "abnormally_low",
    { base_budget: "200" },
    priced("140", "150", "151"),
    {
      flagged: ["A"],
    },
  ),
  // Mean 55, within a tenth only the two tens, but three remain: mean 40.
  caseOf(
    "Spain, four: at least the three lowest remain",
    "abnormally_low",
    { base_budget: "1" },
    priced("100", "10", "10", "100"),
    {
      scores: { threshold: "36" },
      flagged: ["B", "C"],
    },
  ),
  caseOf("nobody has bid", "abnormally_low", { base_budget: "1" }, [], fault("too_few_bids", "bids")),
  // Eleven: two a side are cut (⌈1.1⌉). Rest 3…9: sum 42.00, mean 6, above it 7, 8, 9 by 2: c 0·0.
  caseOf(
    "Italy: a tenth is rounded up, and decimals of 0 lessen nothing",
    "abnormally_low",
    { n_rule: ">=15" },
    italian("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"),
    {
      scores: { k: "2", sum: "42", mean: "6", scarto: "2", c1: "0", c2: "0", threshold: "8" },
      flagged: ["B07", "B08", "B09", "B10"],
    },
  ),
  // Of 12.34, 22.34, 32.34 and 42.34 the middle two remain: sum 54.68, mean 27.34, excess 5 less 48 % (6·8).
  caseOf(
    "Italy: the first two decimals of the sum lessen the excess",
    "abnormally_low",
    { n_rule: ">=15" },
    italian("12.34", "22.34", "32.34", "42.34"),
    {
      scores: { k: "1", sum: "54.68", mean: "27.34", scarto: "5", c1: "6", c2: "8", threshold: "29.94" },
      exact: { threshold: "1497/50" },
      flagged: ["B02", "B03"],
    },
  ),
  // Rest 10, 10, 40: mean 20, excess 20 of the one above it.
  caseOf(
    "Italy, few: the mean and not the median",
    "abnormally_low",
    { n_rule: "<15" },
    italian("1", "10", "10", "40", "50"),
    {
      scores: { mean: "20", scarto: "20", ratio: "1", threshold: "40" },
      flagged: ["B03", "B04"],
    },
  ),
  // Rest 85, 115: S/M = 15/100 exactly, so 1.2·100.
  caseOf(
    "Italy, few: a ratio of 0.15 is still small",
    "abnormally_low",
    { n_rule: "<15" },
    italian("1", "85", "115", "120"),
    {
      scores: { k: "1", sum: "200", mean: "100", scarto: "15", ratio: "0.15", threshold: "120" },
      flagged: ["B03"],
    },
  ),
  // Rest 84, 116: 16/100, so 100 + 16.
  caseOf(
    "Italy, few: beyond it mean and excess",
    "abnormally_low",
    { n_rule: "<15" },
    italian("1", "84", "116", "120"),
    {
      scores: { ratio: "0.16", threshold: "116" },
      flagged: ["B02", "B03"],
    },
  ),
  caseOf(
    "Italy: discounts may stand in one list",
    "abnormally_low",
    { n_rule: "<15", discounts: ["1", "84", "116", "120"] },
    [{ id: "A" }, { id: "B" }, { id: "C" }, { id: "D" }],
    { scores: { threshold: "116" }, flagged: ["C", "D"] },
  ),
  caseOf(
    "Italy: of two nothing is left",
    "abnormally_low",
    { n_rule: "<15" },
    italian("1", "2"),
    fault("too_few_bids", "bids"),
  ),
  // Discounts 30, 10, 20 of a hundred: limit 30, price 70, which is not below itself.
  caseOf(
    "mean discount: ten points above the mean is not more than that",
    "abnormally_low",
    { rule: "mean_discount_plus_10pp", base_budget: "100" },
    priced("70", "90", "80"),
    {
      scores: { mean_discount: "20", threshold_discount: "30", threshold_price: "70" },
      flagged: [],
    },
  ),
  // Discounts 60, 10, 20 of 200: mean 30, limit 40, price 120.
  caseOf(
    "mean discount: more than ten points above the mean",
    "abnormally_low",
    { rule: "mean_discount_plus_10pp", base_budget: "200" },
    priced("80", "180", "160"),
    {
      scores: { mean_discount: "30", threshold_discount: "40", threshold_price: "120" },
      flagged: ["A"],
    },
  ),
  // The second lowest is 100: four fifths are 80, and only the lowest is asked.
  caseOf(
    "generic: the gap concerns the lowest alone",
    "abnormally_low",
    { rules: [{ id: "gap_to_second_lowest", pct: "10" }] },
    priced("79", "100", "1000"),
    { scores: { limit_second: "90" }, flags: { A: ["gap_to_second_lowest"] } },
  ),
  caseOf(
    "generic: two that share the lowest price have no gap",
    "abnormally_low",
    { rules: [{ id: "gap_to_second_lowest", pct: "10" }] },
    priced("10", "10", "1000"),
    { flags: {} },
  ),
  // Mean 90, median 100: limits 72 and 80; second lowest 100: 80; estimate 100: 70.
  caseOf(
    "generic: at a limit nobody is flagged",
    "abnormally_low",
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
