import type { Fraction } from "#app/domain/money/fraction.ts";
import { approximate, atMost } from "#app/domain/staffing/traffic.ts";

/**
 * 1/B of Erlang B with 0, 1, 2 … servers: 1/B(0) = 1, 1/B(k) = 1 + (k/A)/B(k − 1). The inverse grows where B falls, so
 * nothing cancels; where it passes the largest double, B is 0. `until` is asked after each server and ends the growth.
 */
export function growServers(
  offered: number,
  until: (servers: number, inverse: number) => boolean,
): { readonly servers: number; readonly inverse: number } {
  let inverse = 1;
  for (let servers = 0; ; ) {
    if (until(servers, inverse)) return { servers, inverse };
    servers += 1;
    inverse = 1 + (inverse * servers) / offered;
  }
}

/** 1/B with so many servers. */
export const inverseBlocking = (offered: number, servers: number): number =>
  growServers(offered, (k) => k === servers).inverse;

/** Erlang B: share of calls that find all trunks busy. Traffic in erlangs; blocked callers do not try again. */
export const blocking = (offered: Fraction, trunks: number): number =>
  1 / inverseBlocking(approximate(offered), trunks);

/** Fewest trunks that block at most this share of calls (above 0). */
export function trunksNeeded(offered: Fraction, largest: Fraction): number {
  const limit = approximate(largest);
  return growServers(approximate(offered), (_, inverse) => atMost(1 / inverse, limit)).servers;
}
