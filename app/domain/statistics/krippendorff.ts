import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  one,
  subtract,
  sum,
  toExact,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";

export const measurementLevels = ["nominal", "ordinal", "interval", "ratio"] as const;
export type MeasurementLevel = (typeof measurementLevels)[number];

type Distance = (c: Fraction, k: Fraction) => Fraction;

/**
 * Krippendorff's α = 1 − D_o/D_e over ratings[rater][unit]; null is no rating, and a unit with fewer than two is left
 * out. Null when the pairable ratings do not vary, or there are none: agreement is then not defined.
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (Fraction | null)[])[],
  level: MeasurementLevel,
): Fraction | null {
  const units = unitsOf(ratings);
  const values = units.flat();
  const distance = distances(level, values);
  const observed = sum(units.map((unit) => divide(sumOfPairs(unit, distance), wholeNumber(unit.length - 1))));
  const expected = sumOfPairs(values, distance);
  if (isZero(expected)) return null;
  // D_o = observed/n and D_e = expected/(n(n − 1))
  return subtract(one, divide(multiply(observed, wholeNumber(values.length - 1)), expected));
}

function unitsOf(ratings: readonly (readonly (Fraction | null)[])[]): readonly (readonly Fraction[])[] {
  const count = Math.max(0, ...ratings.map((rater) => rater.length));
  const units = Array.from({ length: count }, (_, unit) => ratings.flatMap((rater) => rater[unit] ?? []));
  return units.filter((unit) => unit.length >= 2);
}

interface Counted {
  readonly value: Fraction;
  readonly count: number;
}

/** Distinct values in order, with how often each occurs. */
function tally(values: readonly Fraction[]): readonly Counted[] {
  const counts = new Map<string, Counted>();
  for (const value of values) {
    const key = toExact(value);
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => compare(a.value, b.value));
}

/** Σ over ordered pairs, by distinct values. */
function sumOfPairs(values: readonly Fraction[], distance: Distance): Fraction {
  const counted = tally(values);
  return sum(
    counted.flatMap((a) =>
      counted.map((b) => multiply(wholeNumber(a.count * b.count), distance(a.value, b.value))),
    ),
  );
}

const square = (x: Fraction): Fraction => multiply(x, x);

/** δ² between two values. */
function distances(level: MeasurementLevel, values: readonly Fraction[]): Distance {
  const all: Record<MeasurementLevel, Distance> = {
    nominal: (c, k) => (compare(c, k) === 0 ? zero : one),
    interval: (c, k) => square(subtract(c, k)),
    ratio: (c, k) => (isZero(add(c, k)) ? zero : square(divide(subtract(c, k), add(c, k)))),
    ordinal: ordinalDistance(tally(values)),
  };
  return all[level];
}

/** (Σ of counts from c to k − half the counts of the ends)². */
function ordinalDistance(counted: readonly Counted[]): Distance {
  const middles = new Map<string, Fraction>();
  let below = 0;
  for (const { value, count } of counted) {
    middles.set(toExact(value), fraction(BigInt(2 * below + count), 2n));
    below += count;
  }
  const middle = (value: Fraction) => middles.get(toExact(value)) ?? zero;
  return (c, k) => square(subtract(middle(c), middle(k)));
}
