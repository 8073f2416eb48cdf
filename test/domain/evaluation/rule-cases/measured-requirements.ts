import type { EvaluationCase } from "../published-cases.ts";
import { caseOf, fault } from "./case-of.ts";

const month = (id: string, minutes: string, excluded: string, down: string) => ({
  id,
  minutes,
  excluded,
  down,
});

const counted = (id: string, good: string, total: string) => ({ id, good, total });

/**
 * Measured values against their thresholds, and the credit for those that were missed; the arithmetic of each figure
 * stands beside it.
 */
export const measuredCases: readonly EvaluationCase[] = [
  // 99/100, 100/100 and 392/400, the excluded minutes gone from both sides: pooled 591/600.
  caseOf(
    "months: every k of n is told, pooled and mean apart",
    "measured_requirement",
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
  caseOf(
    "counts: by window, and the same figures over all of them",
    "measured_requirement",
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
    caseOf(
      `counts: a half ${comparator} a half`,
      "measured_requirement",
      { threshold: "50", comparator },
      [counted("a", "1", "2")],
      {
        verdict_unrounded: met,
      },
    ),
  ),
  caseOf(
    "counts: more good ones than there are",
    "measured_requirement",
    { threshold: "1", comparator: ">=" },
    [counted("a", "3", "2")],
    fault("number_out_of_range", "bids[0].good"),
  ),
  caseOf(
    "months: down for longer than there is",
    "measured_requirement",
    { threshold: "1", comparator: ">=" },
    [month("a", "10", "5", "6")],
    fault("number_out_of_range", "bids[0].down"),
  ),
  caseOf(
    "months: one without data leaves open what hangs on it, and no more",
    "measured_requirement",
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
  caseOf(
    "months: none with data",
    "measured_requirement",
    { threshold: "99", comparator: ">=" },
    [month("1", "100", "100", "0")],
    {
      pooled: null,
      mean_of_months: null,
      verdict: { every_month: null, pooled: null, mean_of_months: null },
    },
  ),
  caseOf(
    "months: none at all is no month met",
    "measured_requirement",
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
    caseOf(
      `counts: two ${comparator} ${threshold}`,
      "measured_requirement",
      { threshold, comparator },
      [counted("a", "2", "100")],
      { verdict_unrounded: met, verdict_rounded_1dp: met },
    ),
  ),
  caseOf(
    "credit: every started hour, up to the cap",
    "service_credit",
    { monthly_fee: "1000", percent_per_started_hour: "3", cap_percent: "7" },
    [
      { id: "a", hours_late: "0" },
      { id: "b", hours_late: "0.001" },
      { id: "c", hours_late: "2" },
      { id: "d", hours_late: "2.001" },
    ],
    { scores: { a: "0", b: "30", c: "60", d: "70" } },
  ),
  caseOf(
    "credit: without a cap there is none",
    "service_credit",
    { monthly_fee: "1000", tiers: [{ below: "99", percent: "120" }] },
    [
      { id: "a", measured: "98.999" },
      { id: "b", measured: "99" },
    ],
    { scores: { a: "1200", b: "0" } },
  ),
];
