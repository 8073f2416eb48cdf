import { divide, type Fraction, multiply } from "#app/domain/money/fraction.ts";

/** Erlangs offered: calls × mean holding time / interval, both in seconds. Agents are held by talk + hold + wrap. */
export const offeredTraffic = (calls: Fraction, holding: Fraction, interval: Fraction): Fraction =>
  divide(multiply(calls, holding), interval);

/** Nearest double, for formulas with exponentials; a fraction of inputs read with at most 30 digits is within range. */
export const approximate = ({ n, d }: Fraction): number => Number(n) / Number(d);
