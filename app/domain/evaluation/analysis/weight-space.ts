import {
  absolute,
  add,
  divide,
  type Fraction,
  fraction,
  isNegative,
  isPositive,
  isZero,
  multiply,
  one,
  subtract,
  sum,
  zero,
} from "#app/domain/money/fraction.ts";

/** Weights of all criteria, adding up to 1. */
export type WeightPoint = readonly Fraction[];

/** A convex piece of weight space: a segment (two criteria, two corners) or a polygon (three criteria, corners in order). */
export type WeightRegion = readonly WeightPoint[];

/** A linear function of the weights. */
export type Linear = (point: WeightPoint) => Fraction;

const between = (a: WeightPoint, b: WeightPoint, t: Fraction): WeightPoint =>
  a.map((value, k) => add(value, multiply(t, subtract(b[k] ?? zero, value))));

/** The part of a polygon where f ≥ 0 (Sutherland–Hodgman), exactly. No corners when a side or a corner is all that is left. */
export function part(region: WeightRegion, f: Linear): WeightRegion {
  const corners = region.flatMap((corner, i) => {
    const next = region[(i + 1) % region.length] ?? corner;
    const [here, there] = [f(corner), f(next)];
    const kept = isNegative(here) ? [] : [corner];
    const crosses = (isNegative(here) && isPositive(there)) || (isPositive(here) && isNegative(there));
    return crosses ? [...kept, between(corner, next, divide(here, subtract(here, there)))] : kept;
  });
  // Two corners would pass for a segment, whose length is no area.
  return corners.length < 3 ? [] : corners;
}

/** A segment's corners are visited there and back, which names a crossing twice. */
export const segmentPart = (region: WeightRegion, f: Linear): WeightRegion => {
  const [a, b] = region;
  if (!a || !b) return [];
  const [here, there] = [f(a), f(b)];
  if (isNegative(here) && isNegative(there)) return [];
  const crossing = () => between(a, b, divide(here, subtract(here, there)));
  if (isNegative(here)) return [crossing(), b];
  return isNegative(there) ? [a, crossing()] : region;
};

/** Length in the first weight, or area in the first two; up to one constant factor, which shares do not see. */
export function measure(region: WeightRegion): Fraction {
  if (region.length === 2) return absolute(subtract(region[1]?.[0] ?? zero, region[0]?.[0] ?? zero));
  return absolute(sum(triangles(region).map(({ area }) => area)));
}

/** Measure times centroid, so that pieces can be added. */
export function moment(region: WeightRegion): WeightPoint {
  const [a = [], b = []] = region;
  if (region.length === 2)
    return a.map((value, k) => multiply(measure(region), divide(add(value, b[k] ?? zero), two)));
  const pieces = triangles(region);
  return a.map((_, k) =>
    sum(
      pieces.map(({ corners, area }) =>
        multiply(absolute(area), divide(sum(corners.map((c) => c[k] ?? zero)), three)),
      ),
    ),
  );
}

const two = fraction(2n);
const three = fraction(3n);

/** A convex polygon as a fan of triangles with twice their signed areas. */
function triangles(region: WeightRegion) {
  const [origin, ...rest] = region;
  if (origin === undefined) return [];
  return rest.slice(1).flatMap((c, i) => {
    const b = rest[i];
    if (b === undefined) return [];
    const side = (p: WeightPoint, k: number) => subtract(p[k] ?? zero, origin[k] ?? zero);
    const area = subtract(multiply(side(b, 0), side(c, 1)), multiply(side(b, 1), side(c, 0)));
    return [{ corners: [origin, b, c], area }];
  });
}

export const hasExtent = (region: WeightRegion): boolean => region.length > 1 && !isZero(measure(region));

/** All weights of two or three criteria whose first lies in [low, high]. */
export function weightSpace(criteria: 2 | 3, low: Fraction, high: Fraction): WeightRegion {
  const rest = (w: Fraction) => subtract(one, w);
  if (criteria === 2)
    return [
      [low, rest(low)],
      [high, rest(high)],
    ];
  const simplex: WeightRegion = [
    [one, zero, zero],
    [zero, one, zero],
    [zero, zero, one],
  ];
  const above = part(simplex, ([w = zero]) => subtract(w, low));
  return part(above, ([w = zero]) => subtract(high, w));
}
