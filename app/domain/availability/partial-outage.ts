import {
  compare,
  type Fraction,
  fraction,
  multiply,
  one,
  subtract,
  sum,
} from "#app/domain/money/fraction.ts";

/** An outage that hit a part of the lines or calls: its seconds and that part, 0–1. */
export interface PartialOutage {
  readonly seconds: Fraction;
  readonly affectedShare: Fraction;
}

/** From this share of failed attempts on, a system counts as unavailable; below it, as available. */
export const unavailableFrom = fraction(1n, 10n);

/** Downtime in seconds by the two rules that a contract may name. */
export const downtimeOf = (outages: readonly PartialOutage[]): { binary: Fraction; weighted: Fraction } => ({
  binary: sum(
    outages
      .filter(({ affectedShare }) => compare(affectedShare, unavailableFrom) >= 0)
      .map((each) => each.seconds),
  ),
  weighted: sum(outages.map((each) => multiply(each.seconds, each.affectedShare))),
});

/** Share of time in which all of several independent systems work. */
export const allWork = (components: readonly Fraction[]): Fraction => components.reduce(multiply, one);

/** Share of time in which at least one of several independent systems works. */
export const anyWorks = (components: readonly Fraction[]): Fraction =>
  subtract(one, allWork(components.map((component) => subtract(one, component))));
