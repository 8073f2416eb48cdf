import type { Comparator } from "#app/domain/catalogue/requirement.ts";
import { inIdOrder } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { round, toDecimal } from "#app/domain/money/decimal.ts";
import {
  compare,
  divide,
  type Fraction,
  hundred,
  isNegative,
  isPositive,
  multiply,
  subtract,
  sum,
  toExact,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { mean } from "#app/domain/statistics/average.ts";

/** What a window counted: good of all, in minutes or in events. */
interface Window {
  readonly id: string;
  readonly good: Fraction;
  readonly total: Fraction;
}

type SingleComparator = Exclude<Comparator, "between">;
type Judge = (value: Fraction) => boolean;

/** Percent of good; null for a window without data, which is neither 0 nor 100. */
const percent = ({ good, total }: Pick<Window, "good" | "total">): Fraction | null =>
  isPositive(total) ? divide(multiply(hundred, good), total) : null;

const shown = (value: Fraction | null): string | null => value && toDecimal(value, 12, halfEven);

/** True or false where the windows with data settle it, otherwise null. */
function atLeast(k: number, met: number, unknown: number): boolean | null {
  if (met >= k) return true;
  return met + unknown < k ? false : null;
}

export const measuredRequirementCase: CaseKind = ({ params, bids }) => {
  params.ignore("metric", "window", "exclusions");
  const threshold = params.decimal("threshold");
  const comparator = params.oneOf<SingleComparator>("comparator", [">=", ">", "<=", "<", "="]);
  const judge: Judge = (value) => keeps(comparator, compare(value, threshold));
  const counted = bids.some((bid) => bid.has("good") || bid.has("total"));
  const windows = bids.map(counted ? readCounts : readMinutes).sort(inIdOrder);
  return () => ({
    scores: Object.fromEntries(windows.map((window) => [window.id, shown(percent(window))])),
    exact: Object.fromEntries(
      windows.map((window) => {
        const value = percent(window);
        return [window.id, value && toExact(value)];
      }),
    ),
    ...monthsAnswer(windows, judge),
    ...(counted ? countsAnswer(windows, judge) : {}),
    ranking: [],
  });
};

function keeps(comparator: SingleComparator, order: number): boolean {
  const kept = { ">=": order >= 0, ">": order > 0, "<=": order <= 0, "<": order < 0, "=": order === 0 };
  return kept[comparator];
}

function readCounts(bid: Fields): Window {
  const good = bid.decimal("good", "not_negative");
  const total = bid.decimal("total", "not_negative");
  if (compare(good, total) > 0) bid.fault("number_out_of_range", "good");
  return { id: bid.text("id"), good, total };
}

/** Excluded minutes leave the numerator and the denominator. */
function readMinutes(bid: Fields): Window {
  const agreed = bid.decimal("minutes", "not_negative");
  const total = subtract(agreed, bid.decimal("excluded", "not_negative"));
  const good = subtract(total, bid.decimal("down", "not_negative"));
  if (isNegative(total)) bid.fault("number_out_of_range", "excluded");
  else if (isNegative(good)) bid.fault("number_out_of_range", "down");
  return { id: bid.text("id"), good, total };
}

function monthsAnswer(windows: readonly Window[], judge: Judge) {
  const values = windows.flatMap((window) => percent(window) ?? []);
  const met = values.filter(judge).length;
  const n = windows.length;
  const unknown = n - values.length;
  const pooled = percent({
    good: sum(windows.map(({ good }) => good)),
    total: sum(windows.map(({ total }) => total)),
  });
  const average = values.length === 0 ? null : mean(values);
  const ks = Array.from({ length: n }, (_, i) => n - i);
  return {
    pooled: shown(pooled),
    mean_of_months: shown(average),
    months_met: met,
    verdict: {
      every_month: n === 0 ? null : atLeast(n, met, unknown),
      ...Object.fromEntries(ks.map((k) => [`k_of_n(${k} of ${n})`, atLeast(k, met, unknown)])),
      pooled: pooled && judge(pooled),
      mean_of_months: average && judge(average),
    },
  };
}

/** The same verdict by the unrounded value, which counts, and by the value as a report with one decimal shows it. */
function countsAnswer(windows: readonly Window[], judge: Judge) {
  const verdicts = windows.map((window) => {
    const value = percent(window);
    return {
      id: window.id,
      unrounded: value && judge(value),
      rounded: value && judge(round(value, 1, halfUp)),
    };
  });
  const [only, ...more] = verdicts;
  const single = only !== undefined && more.length === 0;
  const byWindow = (of: "unrounded" | "rounded") =>
    single ? only[of] : Object.fromEntries(verdicts.map((verdict) => [verdict.id, verdict[of]]));
  return { verdict_unrounded: byWindow("unrounded"), verdict_rounded_1dp: byWindow("rounded") };
}
