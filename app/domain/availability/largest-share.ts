import type { LoggedIncident } from "#app/domain/availability/incident-log.ts";
import { type IntervalSet, microsPerSecond } from "#app/domain/availability/interval.ts";
import {
  add,
  type Fraction,
  fraction,
  multiply,
  one,
  parseDecimal,
  zero,
} from "#app/domain/money/fraction.ts";

type Outage = Pick<LoggedIncident, "fromUs" | "toUs" | "affectedShare">;

/** Part of the attempts that failed, 0–1; all of them where the log does not say. */
export const shareOf = ({ affectedShare }: Pick<Outage, "affectedShare">): Fraction =>
  (affectedShare === null ? null : parseDecimal(affectedShare)) ?? one;

/**
 * Seconds of a time, each by the largest share of attempts that failed in it. The time is cut where outages begin and
 * end; they take its pieces by falling share, and each piece is taken once, however many of them overlap.
 */
export function secondsByLargestShare(outages: readonly Outage[], time: IntervalSet): Fraction {
  const [first, last] = [time[0], time.at(-1)];
  if (first === undefined || last === undefined) return zero;
  const touching = outages.filter(({ fromUs, toUs }) => fromUs < last.to && endOf(toUs) > first.from);
  const { starts, ends } = piecesOf(time, touching);
  /** Of each piece: the first that may be free from there on. */
  const free = Int32Array.from({ length: starts.length + 1 }, (_, i) => i);
  const freeFrom = (piece: number): number => {
    let found = piece;
    while (free[found] !== found) found = free[found] as number;
    for (let at = piece; at !== found; ) {
      const next = free[at] as number;
      free[at] = found;
      at = next;
    }
    return found;
  };
  let sum = zero;
  for (const outage of touching.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const end = endOf(outage.toUs);
    let micros = 0;
    let piece = freeFrom(placeOf(starts, outage.fromUs));
    while (piece < starts.length && (starts[piece] as number) < end) {
      micros += (ends[piece] as number) - (starts[piece] as number);
      free[piece] = piece + 1;
      piece = freeFrom(piece);
    }
    if (micros > 0)
      sum = add(sum, multiply(shareOf(outage), fraction(BigInt(micros), BigInt(microsPerSecond))));
  }
  return sum;
}

const endOf = (toUs: number | null): number => toUs ?? Number.MAX_SAFE_INTEGER;

/** To put shares in order: a log has at most six decimals, which numbers tell apart. */
const sizeOf = ({ affectedShare }: Outage): number => Number(affectedShare ?? 1);

/** The time, cut wherever an outage begins or ends. */
function piecesOf(
  time: IntervalSet,
  outages: readonly Outage[],
): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const cuts = Float64Array.from(outages.flatMap(({ fromUs, toUs }) => [fromUs, endOf(toUs)])).sort();
  const starts: number[] = [];
  const ends: number[] = [];
  let next = 0;
  for (const { from, to } of time) {
    let start = from;
    for (; next < cuts.length && (cuts[next] as number) < to; next++) {
      const cut = cuts[next] as number;
      if (cut <= start) continue;
      starts.push(start);
      ends.push(cut);
      start = cut;
    }
    starts.push(start);
    ends.push(to);
  }
  return { starts, ends };
}

/** Place of the first number, of rising ones, that is not below. */
function placeOf(rising: readonly number[], least: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
