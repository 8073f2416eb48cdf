import {
  add,
  clamp,
  compare,
  divide,
  equal,
  type Fraction,
  multiply,
  one,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

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
