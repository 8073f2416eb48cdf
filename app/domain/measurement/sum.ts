/**
 * A sum of whole units that never loses one: a `number` while it is exact, a `bigint` once it may pass 2^53.
 * The form is canonical (a bigint only where a number would not do), so equal sums are equal by `===`.
 */
export type Sum = number | bigint;

export function canonicalSum(value: bigint): Sum {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

export function addSums(a: Sum, b: Sum): Sum {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (sum <= Number.MAX_SAFE_INTEGER) return sum;
  }
  return canonicalSum(BigInt(a) + BigInt(b));
}

/** `sum` times a small whole factor (a change of unit). */
export function multiplySum(sum: Sum, factor: number): Sum {
  if (typeof sum === "number" && sum * factor <= Number.MAX_SAFE_INTEGER) return sum * factor;
  return canonicalSum(BigInt(sum) * BigInt(factor));
}

/** `sum` divided by a factor that is known to go in. */
export function divideSum(sum: Sum, factor: number): Sum {
  return typeof sum === "number" ? sum / factor : canonicalSum(sum / BigInt(factor));
}
