/** Quotient n/d (d > 0) to a whole number; a half goes away from zero. For display of money and points. */
export function halfUp(n: bigint, d: bigint): bigint {
  const magnitude = n < 0n ? -n : n;
  const rounded = (2n * magnitude + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}
