import {
  add,
  divide,
  type Fraction,
  isZero,
  multiply,
  subtract,
  sum,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";

export const intraclassForms = [
  "ICC(1,1)",
  "ICC(2,1)",
  "ICC(3,1)",
  "ICC(1,k)",
  "ICC(2,k)",
  "ICC(3,k)",
] as const;
type IntraclassForm = (typeof intraclassForms)[number];

/** Null where a form is not defined because nothing varies. */
export type IntraclassCorrelations = Readonly<Record<IntraclassForm, Fraction | null>>;

/** Shrout and Fleiss 1979, over ratings[unit][rater], at least two of each and none missing. */
export function intraclassCorrelations(ratings: readonly (readonly Fraction[])[]): IntraclassCorrelations {
  const n = wholeNumber(ratings.length);
  const k = wholeNumber(ratings[0]?.length ?? 0);
  const { between, judges, within, residual } = meanSquares(ratings);
  const kLess = subtract(k, wholeNumber(1));
  const judgeBias = divide(subtract(judges, residual), n);
  const over = (numerator: Fraction, denominator: Fraction) =>
    isZero(denominator) ? null : divide(numerator, denominator);
  const absolute = subtract(between, within);
  const consistent = subtract(between, residual);
  return {
    "ICC(1,1)": over(absolute, add(between, multiply(kLess, within))),
    "ICC(2,1)": over(consistent, sum([between, multiply(kLess, residual), multiply(k, judgeBias)])),
    "ICC(3,1)": over(consistent, add(between, multiply(kLess, residual))),
    "ICC(1,k)": over(absolute, between),
    "ICC(2,k)": over(consistent, add(between, judgeBias)),
    "ICC(3,k)": over(consistent, between),
  };
}

const square = (x: Fraction): Fraction => multiply(x, x);
const deviations = (values: readonly Fraction[], centre: Fraction): Fraction =>
  sum(values.map((value) => square(subtract(value, centre))));

/** Mean squares between units, between judges, within units and residual. */
function meanSquares(ratings: readonly (readonly Fraction[])[]) {
  const [n, k] = [ratings.length, ratings[0]?.length ?? 0];
  const grand = mean(ratings.flat());
  const units = ratings.map(mean);
  const raters = Array.from({ length: k }, (_, rater) => mean(ratings.flatMap((unit) => unit[rater] ?? [])));
  const betweenSum = multiply(wholeNumber(k), deviations(units, grand));
  const judgeSum = multiply(wholeNumber(n), deviations(raters, grand));
  const withinSum = subtract(deviations(ratings.flat(), grand), betweenSum);
  return {
    between: divide(betweenSum, wholeNumber(n - 1)),
    judges: divide(judgeSum, wholeNumber(k - 1)),
    within: divide(withinSum, wholeNumber(n * (k - 1))),
    residual: divide(subtract(withinSum, judgeSum), wholeNumber((n - 1) * (k - 1))),
  };
}
