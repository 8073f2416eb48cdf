import { compare, parseDecimal } from "#app/domain/money/fraction.ts";

/** Whether decimal string `a` is above `b`; false where either is missing: what has no bound is not exceeded. */
export function exceeds(a: string | null, b: string | null): boolean {
  const left = a === null ? null : parseDecimal(a);
  const right = b === null ? null : parseDecimal(b);
  return left !== null && right !== null && compare(left, right) > 0;
}
