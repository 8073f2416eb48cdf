import { compareRatios, type Ratio } from "#app/domain/measurement/ratio.ts";

/**
 * Exact binomial tails without floating point. A tail is one exact term times a sum of ratios of neighbouring terms;
 * only that sum is rounded, to 2^-256, far below any difference that counts of calls can make.
 */
const precision = 256n;
const one = 1n << precision;

/** Sign of `P(X >= x) - limit` for X of `n` trials with chance `p` (0–1). */
export function compareUpperTail(x: number, n: number, p: Ratio, limit: Ratio): -1 | 0 | 1 {
  if (x <= 0) return compareRatios({ n: 1n, d: 1n }, limit);
  if (p.n === 0n) return compareRatios({ n: 0n, d: 1n }, limit);
  if (p.n === p.d) return compareRatios({ n: x <= n ? 1n : 0n, d: 1n }, limit);
  const misses = p.d - p.n;
  // Sum over k >= x of term(k) / term(x), each ratio (n-k)/(k+1) * p/(1-p).
  let ratioTerm = one;
  let sum = one;
  for (let k = x; k < n && ratioTerm > 0n; k++) {
    ratioTerm = (ratioTerm * BigInt(n - k) * p.n) / (BigInt(k + 1) * misses);
    sum += ratioTerm;
  }
  const term = choose(n, x) * p.n ** BigInt(x) * misses ** BigInt(n - x);
  return compareRatios({ n: term * sum, d: (p.d ** BigInt(n)) << precision }, limit);
}

/** Sign of `P(X <= x) - limit`: the misses are binomial too. */
export function compareLowerTail(x: number, n: number, p: Ratio, limit: Ratio): -1 | 0 | 1 {
  return compareUpperTail(n - x, n, { n: p.d - p.n, d: p.d }, limit);
}

function choose(n: number, k: number): bigint {
  const smaller = Math.min(k, n - k);
  return product(n - smaller + 1, n) / product(1, smaller);
}

/** first · … · last, by halves so that the factors stay of like size. */
function product(first: number, last: number): bigint {
  if (first > last) return 1n;
  if (last - first < 8) {
    let result = 1n;
    for (let i = first; i <= last; i++) result *= BigInt(i);
    return result;
  }
  const middle = Math.floor((first + last) / 2);
  return product(first, middle) * product(middle + 1, last);
}
