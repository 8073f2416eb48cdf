import {
  absolute,
  add,
  clamp,
  compare,
  divide,
  equal,
  type Fraction,
  fraction,
  isPositive,
  multiply,
  negate,
  one,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";
import { exponential, logistic } from "#app/domain/statistics/irrational.ts";

/** A point (x, y) of a value function. */
export type Point = readonly [x: Fraction, y: Fraction];

/** The y of the last step that x has reached, bound included; `otherwise` before the first. Steps run from worst to best. */
export function stepValue(
  x: Fraction,
  otherwise: Fraction,
  steps: readonly Point[],
  direction: "higher" | "lower",
): Fraction {
  const sign = direction === "higher" ? 1 : -1;
  return steps.reduce(
    (reached, [from, value]) => (sign * compare(x, from) >= 0 ? value : reached),
    otherwise,
  );
}

/** Straight lines between points in order of x, clamped outside. At least one point. */
export function piecewiseValue(x: Fraction, points: readonly Point[]): Fraction {
  const sorted = [...points].sort(([a], [b]) => compare(a, b));
  let [left] = sorted;
  if (left === undefined) throw new TypeError("a value function needs a point");
  for (const right of sorted) {
    const [x1, y1] = right;
    if (compare(x, x1) < 0) {
      const [x0, y0] = left;
      if (equal(x0, x1)) return y1;
      return compare(x, x0) <= 0
        ? y0
        : add(y0, divide(multiply(subtract(x, x0), subtract(y1, y0)), subtract(x1, x0)));
    }
    left = right;
  }
  return left[1];
}

/** 0 at `none`, 1 at `full`, in either direction, clipped. */
export const linearValue = (x: Fraction, none: Fraction, full: Fraction): Fraction =>
  clamp(divide(subtract(x, none), subtract(full, none)), zero, one);

const negligible = fraction(1n, 10n ** 25n);

/**
 * (1 − e^(−u/ρ))/(1 − e^(−1/ρ)) for u in [0, 1]: ρ > 0 concave, ρ < 0 convex, |ρ| → ∞ the straight line. Written so
 * that no exponent is above 0, which keeps a steep function finite.
 */
export function exponentialValue(u: Fraction, rho: Fraction): Fraction {
  const rate = divide(one, rho);
  if (compare(absolute(rate), negligible) < 0) return u;
  if (isPositive(rate)) {
    const at = (x: Fraction) => subtract(one, exponential(negate(multiply(rate, x))));
    return divide(at(u), at(one));
  }
  const end = exponential(rate);
  return divide(subtract(exponential(multiply(rate, subtract(one, u))), end), subtract(one, end));
}

/** 1/(1 + e^(−k(x − mid))): never quite 0 or 1. */
export const logisticValue = (x: Fraction, k: Fraction, mid: Fraction): Fraction =>
  logistic(multiply(k, subtract(x, mid)));
