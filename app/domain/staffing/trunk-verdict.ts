import { add, type Fraction, fraction, isPositive } from "#app/domain/money/fraction.ts";
import { blocking, trunksNeeded } from "#app/domain/staffing/erlang-b.ts";
import { halfHour, offeredTraffic } from "#app/domain/staffing/traffic.ts";

/** Calls forecast in a half hour and how long each holds a trunk besides its wait; means in seconds. */
export interface TrunkLoad {
  /** Local time with offset, as it is shown. */
  readonly start: string;
  readonly calls: Fraction;
  readonly ring: Fraction;
  readonly menu: Fraction;
  readonly talk: Fraction;
}

export interface JudgedTrunkLoad {
  readonly start: string;
  readonly offered: Fraction;
  readonly needed: number;
  /** Share of calls that the trunks block. */
  readonly blocked: number;
}

export interface JudgedTrunks {
  readonly trunks: number;
  /** Half hours with calls, and those of them that need more trunks. */
  readonly counted: number;
  readonly short: number;
  /** Largest need, the earliest of several; null when there are no calls. */
  readonly worst: JudgedTrunkLoad | null;
}

/** At most one call in a hundred may find all trunks busy, where nothing else is asked for. */
export const usualBlocking: Fraction = fraction(1n, 100n);

/**
 * Trunks against Erlang B. A waiting call holds a trunk too: its wait is taken at the answer limit (seconds), as under
 * the load that the promise is about, not as on a calm day. Wrap-up holds none.
 */
export function judgeTrunks(
  trunks: number,
  loads: readonly TrunkLoad[],
  threshold: Fraction,
  largestBlocking: Fraction = usualBlocking,
): JudgedTrunks {
  const judged = loads
    .filter(({ calls }) => isPositive(calls))
    .map(({ start, calls, ring, menu, talk }) => {
      const offered = offeredTraffic(calls, [ring, menu, talk].reduce(add, threshold), halfHour);
      return {
        start,
        offered,
        needed: trunksNeeded(offered, largestBlocking),
        blocked: blocking(offered, trunks),
      };
    });
  return {
    trunks,
    counted: judged.length,
    short: judged.filter(({ needed }) => needed > trunks).length,
    worst: judged.reduce<JudgedTrunkLoad | null>(
      (worst, each) => (worst === null || each.needed > worst.needed ? each : worst),
      null,
    ),
  };
}
