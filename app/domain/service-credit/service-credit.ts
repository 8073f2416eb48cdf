import {
  compare,
  divide,
  type Fraction,
  hundred,
  multiply,
  smaller,
  zero,
} from "#app/domain/money/fraction.ts";

/** A step of a schedule of service credits. */
export interface CreditStep {
  /** Missed strictly beyond it, compared unrounded. */
  readonly limit: Fraction;
  /** Percent of the monthly fee. */
  readonly percent: Fraction;
}

/** Which side of a limit is the worse one: `below` for a service level, `above` for a wait. */
export type WorseSide = "below" | "above";

/** The deepest step that a value has passed; null when none is. */
export function deepestStep<S extends CreditStep>(
  steps: readonly S[],
  value: Fraction,
  worse: WorseSide,
): S | null {
  const beyond = (a: Fraction, b: Fraction) => (worse === "below" ? compare(a, b) < 0 : compare(a, b) > 0);
  return steps
    .filter(({ limit }) => beyond(value, limit))
    .reduce<S | null>(
      (deepest, step) => (deepest === null || beyond(step.limit, deepest.limit) ? step : deepest),
      null,
    );
}

/** Percent of the fee for a value: that of the deepest step passed alone, not the sum of steps. */
export const stepPercent = (steps: readonly CreditStep[], value: Fraction, worse: WorseSide): Fraction =>
  deepestStep(steps, value, worse)?.percent ?? zero;

/** Percent of the fee for a delay: every started hour counts whole. */
export const startedHoursPercent = (hours: Fraction, percentPerHour: Fraction): Fraction =>
  multiply({ n: (hours.n + hours.d - 1n) / hours.d, d: 1n }, percentPerHour);

/** A service credit in money: percent of the monthly fee, at most `cap` percent. */
export const serviceCredit = (monthlyFee: Fraction, percent: Fraction, cap: Fraction | null): Fraction =>
  divide(multiply(monthlyFee, cap ? smaller(percent, cap) : percent), hundred);
