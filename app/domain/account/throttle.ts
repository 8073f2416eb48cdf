export interface RateLimit {
  readonly windowUs: number;
  readonly attempts: number;
}

const minute = 60_000_000;

/** Attempts on one account from one network. */
export const accountLimits: readonly RateLimit[] = [
  { windowUs: minute, attempts: 5 },
  { windowUs: 60 * minute, attempts: 20 },
];
/** Attempts on any account from one address: a whole office may sit behind it. */
export const addressLimits: readonly RateLimit[] = [{ windowUs: minute, attempts: 50 }];

/** How far back attempts matter. */
export const longestWindowUs = Math.max(
  ...[...accountLimits, ...addressLimits].map(({ windowUs }) => windowUs),
);

/**
 * Microseconds until the next attempt is allowed; 0 when it is allowed now. Nobody is ever locked out: an attempt is
 * allowed again as soon as the oldest one that counts has left its window.
 *
 * @param attemptsUs times of earlier attempts, in any order
 */
export function waitUs(attemptsUs: readonly number[], limits: readonly RateLimit[], nowUs: number): number {
  const waits = limits.map(({ windowUs, attempts }) => {
    const counted = attemptsUs.filter((at) => at > nowUs - windowUs).sort((a, b) => a - b);
    const oldest = counted[counted.length - attempts];
    return oldest === undefined ? 0 : oldest + windowUs - nowUs;
  });
  return Math.max(0, ...waits);
}
