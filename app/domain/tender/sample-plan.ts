import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Comparator, Measure } from "#app/domain/catalogue/requirement.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  compare,
  divide,
  type Fraction,
  fraction,
  hundred,
  isPositive,
  multiply,
  one,
  parseDecimal,
  subtract,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { binomialAtMost } from "#app/domain/statistics/binomial.ts";
import { requiredSampleSize } from "#app/domain/statistics/sample-size.ts";
import { callsPerMonth } from "#app/domain/tender/expected-calls.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

/** How many calls it takes to prove a level with 95 % confidence, when so many of them may fail. */
export interface SamplePlanRow {
  readonly failures: number;
  readonly calls: number;
  /** Whole months at the tender's volume; null when the price sheet counts no calls. */
  readonly months: number | null;
  /** Chance in per cent that a supplier that fails half as often as is allowed passes. */
  readonly goodSupplier: string;
}

export interface SamplePlan {
  readonly comparator: Comparator;
  /** In per cent. */
  readonly threshold: string;
  /** Calls a month by the price sheet, rounded; null when it counts none. */
  readonly callsPerMonth: string | null;
  readonly rows: readonly SamplePlanRow[];
}

const confidence = fraction(95n, 100n);
const mostFailures = 3;
/** Nearer to 100 % no buyer waits for the proof, and computing it exactly takes long. */
const nearest = fraction(99_99n, 100_00n);

/**
 * What a promised share of calls takes to be proved; null where the measure is no such share. Whoever counts every call
 * needs no proof by sample, but is still to know how little a month without a failure says.
 */
export function samplePlan(
  measure: Measure,
  tender: Pick<DraftTender, "priceItems" | "contractMonths">,
  catalogue: Pick<Catalogue, "metrics">,
): SamplePlan | null {
  const { comparator, threshold } = measure;
  const share = promisedShare(measure);
  if (share === null || comparator === null || threshold === null || !isShareOfCalls(measure, catalogue))
    return null;
  const perMonth = callsPerMonth(tender);
  const failureRate = subtract(one, share);
  const rows: SamplePlanRow[] = [];
  for (let failures = 0; failures <= mostFailures; failures++) {
    const calls = requiredSampleSize(share, confidence, failures, guess(failures, failureRate));
    if (calls === null) return null;
    const passes = binomialAtMost(failures, calls, divide(failureRate, wholeNumber(2)));
    rows.push({
      failures,
      calls,
      months: perMonth && isPositive(perMonth) ? upwards(divide(wholeNumber(calls), perMonth)) : null,
      goodSupplier: toDecimal(multiply(passes, hundred), 0, halfUp),
    });
  }
  return {
    comparator,
    threshold,
    callsPerMonth: perMonth && toDecimal(perMonth, 0, halfUp),
    rows,
  };
}

/** A transaction is a call that was handled; a share of half hours is none of calls. */
function isShareOfCalls({ metric }: Measure, catalogue: Pick<Catalogue, "metrics">): boolean {
  const inputs = catalogue.metrics.get(metric)?.inputs ?? [];
  const ofCalls = inputs.some((input) => /^(call\.|transaction\.|interval\.offered$)/.test(input));
  return ofCalls && metric !== "interval_sl_share";
}

/** The share that must succeed, strictly between 0 and 1. */
function promisedShare({ comparator, threshold, unit, role }: Measure): Fraction | null {
  const percent = threshold === null ? null : parseDecimal(threshold);
  if (role !== "limit" || unit !== "%" || percent === null) return null;
  const given = divide(percent, hundred);
  const least = comparator === ">=" || comparator === ">";
  const most = comparator === "<=" || comparator === "<";
  const share = least ? given : most ? subtract(one, given) : null;
  return share !== null && isPositive(share) && compare(share, nearest) <= 0 ? share : null;
}

/** Means of the Poisson distribution whose chance of at most 0, 1, 2, 3 events is 5 %: the search begins near its end. */
const poissonMeans = [2.9957, 4.7439, 6.2958, 7.7537];

const guess = (failures: number, failureRate: Fraction): number =>
  Math.max(
    1,
    Math.floor(((poissonMeans[failures] ?? 1) * Number(failureRate.d)) / Number(failureRate.n)) - 1,
  );

const upwards = ({ n, d }: Fraction): number => Number((n + d - 1n) / d);
