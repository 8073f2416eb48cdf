import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import { compare, equal, type Fraction, parseDecimal } from "#app/domain/money/fraction.ts";
import { windowContaining } from "#app/domain/reports/period.ts";
import { pooled, type ReportFigure, valueOfFigure } from "#app/domain/reports/report-figure.ts";
import { isSingleValueMetric } from "#app/domain/reports/single-value-metrics.ts";

export type FigureReason = "met" | "not_met" | "no_denominator" | "too_few_answers" | "windows";

export interface JudgedFigure {
  readonly figure: ReportFigure;
  readonly verdict: VerdictKind;
  readonly reason: FigureReason;
}

/** One requirement held against what reports say of its measure. */
export interface FigureVerdict {
  readonly windows: readonly JudgedFigure[];
  readonly verdict: VerdictKind;
  /** Of all windows together; null without denominator. */
  readonly value: Fraction | null;
}

/** Parameters that a figure of a report already obeys, or that are looked at here. */
const knownParameters = new Set(["min_responses", "deviation_percent", "min_calls"]);

/**
 * Holds figures against a requirement's measure: one verdict per window of the requirement, then all together by its
 * aggregation. Null when the reports say nothing of the measure, or it sets no limit. Comparisons are exact.
 */
export function judgeFigures(measure: Measure, figures: readonly ReportFigure[]): FigureVerdict | null {
  const limit = limitOf(measure);
  const computed = !isSingleValueMetric(measure.metric);
  const unknown = Object.keys(measure.parameters).some((name) => !knownParameters.has(name));
  // Who measured a single value has obeyed the requirement's conditions; a sum knows nothing of them.
  if (limit === null || (computed && unknown)) return null;
  const own = figures.filter(
    ({ metric, variant }) => metric === measure.metric && (variant === "" || variant === measure.variant),
  );
  const windows = windowsOf(measure, own).map((figure) => judge(figure, measure, limit));
  const all = pooled(
    windows.map(({ figure }) => figure),
    "period",
  );
  if (all === null) return null;
  return { windows, verdict: together(measure, windows, limit, all), value: valueOfFigure(all) };
}

type Holds = (value: Fraction) => boolean;

function limitOf({ comparator, threshold, thresholdUpper }: Measure): Holds | null {
  const limit = threshold === null ? null : parseDecimal(threshold);
  const upper = thresholdUpper === null ? null : parseDecimal(thresholdUpper);
  if (limit === null) return null;
  switch (comparator) {
    case ">=":
      return (value) => compare(value, limit) >= 0;
    case ">":
      return (value) => compare(value, limit) > 0;
    case "<=":
      return (value) => compare(value, limit) <= 0;
    case "<":
      return (value) => compare(value, limit) < 0;
    case "=":
      return (value) => equal(value, limit);
    case "between":
      return upper === null ? null : (value) => compare(value, limit) >= 0 && compare(value, upper) <= 0;
    case null:
      return null;
  }
}

/** Figures by window of the requirement: teams together, months in their quarter or year. */
function windowsOf({ window, metric }: Measure, figures: readonly ReportFigure[]): ReportFigure[] {
  if (isSingleValueMetric(metric)) return window === "latest_test" ? figures.slice(-1) : [...figures];
  const byWindow = Map.groupBy(figures, (figure) => windowFor(figure, window));
  return [...byWindow].flatMap(([name, of]) => {
    // Where all are told together, the teams are told again.
    const whole = of.filter(({ group }) => group === null);
    const figure = name === null ? null : pooled(whole.length > 0 ? whole : of, name);
    return figure === null ? [] : [figure];
  });
}

function windowFor(figure: ReportFigure, window: string): string | null {
  if (window === "rolling_12_months") return figure.window.includes("/") ? figure.window : null;
  if (window === "busy_hour") return figure.window.includes("T") ? figure.window : null;
  return windowContaining(figure.window, window);
}

function judge(figure: ReportFigure, { parameters }: Measure, holds: Holds): JudgedFigure {
  const value = valueOfFigure(figure);
  if (value === null) return { figure, verdict: "no_data", reason: "no_denominator" };
  const answered = figure.beside.answered;
  const needed = parameters.min_responses;
  if (needed !== undefined && (answered === undefined || Number(answered) < Number(needed)))
    return { figure, verdict: "undetermined", reason: "too_few_answers" };
  return holds(value)
    ? { figure, verdict: "verified", reason: "met" }
    : { figure, verdict: "refuted", reason: "not_met" };
}

function together(
  { aggregation, aggregationK, parameters }: Measure,
  windows: readonly JudgedFigure[],
  holds: Holds,
  all: ReportFigure,
): VerdictKind {
  const value = valueOfFigure(all);
  if (aggregation === "pooled" && parameters.min_responses === undefined) {
    if (value === null) return "no_data";
    return holds(value) ? "verified" : "refuted";
  }
  const count = (kind: VerdictKind): number => windows.filter(({ verdict }) => verdict === kind).length;
  const needed = aggregation === "k_of_n" ? (aggregationK ?? windows.length) : windows.length;
  if (count("no_data") === windows.length) return "no_data";
  if (count("verified") >= needed) return "verified";
  return count("refuted") > windows.length - needed ? "refuted" : "undetermined";
}
