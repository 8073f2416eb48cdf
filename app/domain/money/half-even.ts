/** Quotient n/d (d > 0) to a whole number; a half goes to the even neighbour. For canonical rounding and reported scores. */
export function halfEven(n: bigint, d: bigint): bigint {
  const magnitude = n < 0n ? -n : n;
  const floor = magnitude / d;
  const twice = 2n * (magnitude % d);
  const rounded = twice > d || (twice === d && floor % 2n === 1n) ? floor + 1n : floor;
  return n < 0n ? -rounded : rounded;
}
