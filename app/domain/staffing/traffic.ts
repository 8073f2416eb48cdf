import { divide, type Fraction, multiply, wholeNumber } from "#app/domain/money/fraction.ts";

/** Erlangs offered: calls × mean holding time / interval, both in seconds. Agents are held by talk + hold + wrap. */
export const offeredTraffic = (calls: Fraction, holding: Fraction, interval: Fraction): Fraction =>
  divide(multiply(calls, holding), interval);

/** Plans, forecasts and cells count by the half hour; in seconds. */
export const halfHour: Fraction = wholeNumber(1800);

/** Nearest double, for formulas with exponentials; a fraction of inputs read with at most 30 digits is within range. */
export const approximate = ({ n, d }: Fraction): number => Number(n) / Number(d);

/**
 * Whether a computed share is at most a limit. Doubles carry the formulas to about 1e-14 of their value; a share that
 * differs less than 1e-12 from the limit is taken to be on it, so that an exact tie does not hang on a rounding.
 */
export const atMost = (share: number, limit: number): boolean => share <= limit * (1 + 1e-12);
