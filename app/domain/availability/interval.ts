/** A half-open stretch of time in microseconds since 1970 (UTC); `to` is not before `from`. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** By rising time, each longer than nothing, none touching the next: only the functions below make one. */
export type IntervalSet = readonly Interval[];

export const microsPerSecond = 1_000_000;

/** Overlaps merged, whatever the order; intervals without length leave no time behind. */
export function union(intervals: readonly Interval[]): IntervalSet {
  const merged: Interval[] = [];
  const inOrder = intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  for (const { from, to } of inOrder) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else merged.push({ from, to });
  }
  return merged;
}

/** The time that is in both. */
export function intersection(first: IntervalSet, second: IntervalSet): IntervalSet {
  const common: Interval[] = [];
  let [i, j] = [0, 0];
  while (true) {
    const [a, b] = [first[i], second[j]];
    if (a === undefined || b === undefined) return common;
    const both = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
    if (both.from < both.to) common.push(both);
    if (a.to <= b.to) i += 1;
    else j += 1;
  }
}

/** The time of the first that is not in the second. */
export function difference(first: IntervalSet, second: IntervalSet): IntervalSet {
  const gaps: Interval[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const each of second) {
    gaps.push({ from, to: each.from });
    from = each.to;
  }
  return intersection(first, [...gaps, { from, to: Number.POSITIVE_INFINITY }]);
}

/** Microseconds of all intervals together; exact also where they overlap and the sum passes 2⁵³. */
export const totalLength = (intervals: readonly Interval[]): bigint =>
  intervals.reduce((total, { from, to }) => total + BigInt(to - from), 0n);
