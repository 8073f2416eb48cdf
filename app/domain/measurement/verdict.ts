import { compareLowerTail, compareUpperTail } from "#app/domain/measurement/binomial.ts";
import type { Cell } from "#app/domain/measurement/cell.ts";
import { decimal, meets } from "#app/domain/measurement/comparison.ts";
import type { MeasuredRequirement } from "#app/domain/measurement/definition.ts";
import {
  type KeyFigure,
  keyFigure,
  keyFigureValue,
  printedNumerator,
  printedValue,
} from "#app/domain/measurement/key-figures.ts";
import { type Month, monthsOfQueue } from "#app/domain/measurement/months.ts";
import type { Period } from "#app/domain/measurement/period.ts";
import { compareRatios, type Ratio } from "#app/domain/measurement/ratio.ts";
import { percentOf, type Share, sumShares } from "#app/domain/measurement/service-level.ts";
import { addSums } from "#app/domain/measurement/sum.ts";
import { windowsOfCalls } from "#app/domain/measurement/windows.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

export type VerdictKind = "verified" | "refuted" | "undetermined" | "no_data";

/** One requirement held against one window, or against the whole period. */
export interface Verdict {
  readonly requirement: string;
  /** As `windowsOfCalls` names them, or `period`. */
  readonly window: string;
  readonly queue: string;
  readonly verdict: VerdictKind;
  /** Decimal string; null without denominator, and for a period that is judged by its windows. */
  readonly value: string | null;
  readonly threshold: string;
  readonly comparator: string;
  /** Calls, or seconds as a decimal string; for a period judged by its windows the verified ones. */
  readonly numerator: number | string;
  readonly denominator: number;
  /** Per cent of the open days that have a record; null when there is no such day. */
  readonly coverage: string | null;
  readonly reason: string;
}

interface Window {
  readonly window: string;
  readonly figure: KeyFigure;
  readonly coverage: Share;
}

interface Judgement {
  readonly verdict: VerdictKind;
  readonly reason: string;
}

interface JudgingContext {
  readonly zone: Zone;
  readonly ringPeriodS: number;
}

/** A verdict per window that the period touches, and one for the period (last). */
export const holdRequirement = (
  requirement: MeasuredRequirement,
  cells: readonly Cell[],
  period: Period | null,
  context: JudgingContext,
): Verdict[] =>
  holdMonths(requirement, monthsOfQueue(cells, requirement.queue, context.zone), period, context);

/** As `holdRequirement`, from the months of the requirement's queue. */
export function holdMonths(
  requirement: MeasuredRequirement,
  months: readonly Month[],
  period: Period | null,
  context: JudgingContext,
): Verdict[] {
  const windows = windowsOf(requirement, months, period, context);
  const judged = windows.map((window) => ({ window, judgement: judgeWindow(requirement, window) }));
  return [
    ...judged.map(({ window, judgement }) => verdictOf(requirement, window, judgement)),
    judgePeriod(
      requirement,
      windows,
      judged.map(({ judgement }) => judgement.verdict),
    ),
  ];
}

function windowsOf(
  requirement: MeasuredRequirement,
  months: readonly Month[],
  period: Period | null,
  { zone, ringPeriodS }: JudgingContext,
): Window[] {
  const { metric, variant, interval, window, openDays, hourMinimumOffered } = requirement;
  if (period === null) return [];
  const rule = { limits: requirement, variant, interval, ringPeriodS };
  const asked = { window, openDays, minimumOffered: hourMinimumOffered };
  return windowsOfCalls(asked, months, period, zone).map((each) => ({
    window: each.window,
    figure: keyFigure(metric, each.totals, each.halfHours, rule),
    coverage: each.coverage,
  }));
}

/** No denominator, then coverage, then the comparison. */
function judgeWindow(requirement: MeasuredRequirement, { figure, coverage }: Window): Judgement {
  const value = keyFigureValue(figure);
  if (value === null) return { verdict: "no_data", reason: "no_calls" };
  const covered = percentOf(coverage);
  if (covered === null || compareRatios(covered, decimal(requirement.minimumCoveragePercent)) < 0) {
    return { verdict: "undetermined", reason: "coverage_below_minimum" };
  }
  if (requirement.evidence === "sample") return judgeSample(requirement, figure);
  return meets(value, requirement.comparator, decimal(requirement.target))
    ? { verdict: "verified", reason: "met" }
    : { verdict: "refuted", reason: "not_met" };
}

/** Clopper–Pearson, by the tails themselves instead of the bounds. Only for shares of calls. */
function judgeSample(requirement: MeasuredRequirement, figure: KeyFigure): Judgement {
  const hits = Number(figure.numerator);
  const trials = figure.denominator;
  const percent = decimal(requirement.target);
  const target: Ratio = { n: percent.n, d: percent.d * 100n };
  const confidence = decimal(requirement.confidence);
  const alpha: Ratio = { n: confidence.d - confidence.n, d: confidence.d };
  const upper = compareUpperTail(hits, trials, target, alpha);
  const lower = compareLowerTail(hits, trials, target, alpha);
  const atLeast = requirement.comparator === ">=" || requirement.comparator === ">";
  const [forIt, againstIt] = atLeast ? [upper, lower] : [lower, upper];
  if (forIt <= 0) return { verdict: "verified", reason: "bound_meets_target" };
  if (againstIt < 0) return { verdict: "refuted", reason: "bound_misses_target" };
  return { verdict: "undetermined", reason: "interval_contains_target" };
}

function judgePeriod(
  requirement: MeasuredRequirement,
  windows: readonly Window[],
  verdicts: readonly VerdictKind[],
): Verdict {
  const pooled = poolWindows(windows);
  if (requirement.aggregation === "pooled" && pooled !== null) {
    return verdictOf(requirement, pooled, judgeWindow(requirement, pooled));
  }
  const count = verdicts.length;
  const verified = verdicts.filter((verdict) => verdict === "verified").length;
  const refuted = verdicts.filter((verdict) => verdict === "refuted").length;
  const needed = requirement.aggregation === "k_of_n" ? (requirement.k ?? count) : count;
  let verdict: VerdictKind = "undetermined";
  if (verdicts.every((each) => each === "no_data")) verdict = "no_data";
  else if (verified >= needed) verdict = "verified";
  else if (refuted > 0 && refuted > count - needed) verdict = "refuted";
  return {
    ...verdictOf(
      requirement,
      {
        window: "period",
        figure: { unit: "calls", numerator: verified, denominator: count },
        coverage: sumShares(windows.map((window) => window.coverage)),
      },
      { verdict, reason: `${verified}_of_${count}_windows` },
    ),
    value: null,
  };
}

function poolWindows(windows: readonly Window[]): Window | null {
  const [first] = windows;
  if (first === undefined) return null;
  const figure = windows
    .map((window) => window.figure)
    .reduce((a, b) => ({
      unit: a.unit,
      numerator: addSums(a.numerator, b.numerator),
      denominator: a.denominator + b.denominator,
    }));
  return { window: "period", figure, coverage: sumShares(windows.map((window) => window.coverage)) };
}

function verdictOf(requirement: MeasuredRequirement, window: Window, judgement: Judgement): Verdict {
  return {
    requirement: requirement.id,
    window: window.window,
    queue: requirement.queue,
    verdict: judgement.verdict,
    value: printedValue(keyFigureValue(window.figure)),
    threshold: requirement.target,
    comparator: requirement.comparator,
    numerator: printedNumerator(window.figure),
    denominator: window.figure.denominator,
    coverage: printedValue(percentOf(window.coverage)),
    reason: judgement.reason,
  };
}
