import type { EvaluationCase } from "../published-cases.ts";
import { caseOf, fault } from "./case-of.ts";

const xs = (...values: string[]) => values.map((x) => ({ id: x, x }));

const steps = [
  { from: "99", value: "1" },
  { from: "95", value: "0.5" },
];

/** From a measured value to what it is worth; the arithmetic of each figure stands beside it. */
export const valueFunctionCases: readonly EvaluationCase[] = [
  caseOf(
    "steps: in whatever order they stand",
    "value_function",
    { type: "step", steps },
    xs("94.9", "95", "98.9", "99"),
    {
      scores: { "94.9": "0", "95": "0.5", "98.9": "0.5", "99": "1" },
    },
  ),
  caseOf(
    "steps: before the first what is said",
    "value_function",
    { type: "step", steps, else: "0.2" },
    xs("94"),
    {
      scores: { "94": "0.2" },
    },
  ),
  caseOf(
    "steps: two from the same place",
    "value_function",
    { type: "step", steps: [...steps, { from: "95.0", value: "0.6" }] },
    [],
    fault("duplicate_x", "params.steps[2]"),
  ),
  caseOf(
    "pieces: down as well as up, and level outside",
    "value_function",
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
  caseOf(
    "pieces: one point is level everywhere",
    "value_function",
    { type: "piecewise", points: [["5", "0.3"]] },
    xs("1", "9"),
    {
      scores: { "1": "0.3", "9": "0.3" },
    },
  ),
  caseOf(
    "pieces: none",
    "value_function",
    { type: "piecewise", points: [] },
    [],
    fault("empty_list", "params.points"),
  ),
  caseOf(
    "pieces: a point of three",
    "value_function",
    { type: "piecewise", points: [["1", "2", "3"]] },
    [],
    fault("not_a_point", "params.points[0]"),
  ),
  caseOf(
    "line: clipped at both ends",
    "value_function",
    { type: "linear", zero: "80", full: "100" },
    xs("79", "80", "95", "100", "101"),
    {
      scores: { "79": "0", "80": "0", "95": "0.75", "100": "1", "101": "1" },
      exact: { "95": "3/4" },
    },
  ),
  caseOf(
    "line: fewer is better",
    "value_function",
    { type: "linear", zero: "24", full: "2" },
    xs("25", "24", "13", "2", "1"),
    {
      scores: { "25": "0", "24": "0", "13": "0.5", "2": "1", "1": "1" },
    },
  ),
  caseOf(
    "line: two ends in one place",
    "value_function",
    { type: "linear", zero: "5", full: "5.0" },
    [],
    fault("number_out_of_range", "params.full"),
  ),
  // 1/(1 + e^∓2) to 20 decimals (python decimal, 60 digits).
  caseOf(
    "logistic: a half in the middle",
    "value_function",
    { type: "logistic", k: "2", mid: "3" },
    xs("2", "3", "4"),
    {
      scores: { "2": "0.11920292202211755594", "3": "0.5", "4": "0.88079707797788244406" },
      exact: undefined,
    },
  ),
  caseOf(
    "logistic: falling with a negative slope",
    "value_function",
    { type: "logistic", k: "-2", mid: "3" },
    xs("4"),
    {
      scores: { "4": "0.11920292202211755594" },
    },
  ),
  // (1 − e)/(1 − e²) = 1/(1 + e); clipped outside.
  caseOf(
    "exponential: convex with a negative ρ",
    "value_function",
    { type: "exponential", zero: "0", full: "10", rho: "-0.5" },
    xs("-1", "5", "11"),
    {
      scores: { "-1": "0", "5": "0.26894142136999512075", "11": "1" },
      exact: undefined,
    },
  ),
  caseOf(
    "exponential: no ρ of 0",
    "value_function",
    { type: "exponential", zero: "0", full: "10", rho: "0" },
    [],
    fault("number_out_of_range", "params.rho"),
  ),
  caseOf("another type", "value_function", { type: "cubic" }, [], fault("unknown_value", "params.type")),
];
