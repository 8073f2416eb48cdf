import type { Row } from "#app/domain/evaluation/analysis/values.ts";
import { type Random, seededRandom, wholeBelow } from "#app/domain/example/random.ts";
import { round } from "#app/domain/money/decimal.ts";
import {
  absolute,
  type Fraction,
  fraction,
  larger,
  leastCommonMultiple,
  multiply,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";

export interface SampledRanks {
  readonly samples: number;
  /** By row, how many samples gave rank 1, 2, …; bids that are level share the better rank. */
  readonly counts: readonly {
    readonly id: string;
    readonly ranks: readonly number[];
    /** Mean weights of the samples that put it first; null when none did. */
    readonly centralWeights: readonly Fraction[] | null;
  }[];
}

/** Draws how many of the parts all weights but the first share. */
export type DrawRest = (random: Random) => number;

/** Weights are whole parts of this many, so that every sum below is a whole number that a double holds exactly. */
const weightParts = 2 ** 22;
const mostScaled = 2n ** 31n;

/** The weight of the first (the price) evenly from 0 to 1: over a plain simplex of many it would hardly ever weigh anything. */
const evenFirst: DrawRest = (random) => weightParts - wholeBelow(random, weightParts + 1);

/**
 * All weights evenly over their simplex, the first within [low, high]: the others then share the greatest of as many cuts
 * as there are others, at random up to 1 − low, and draws that leave the first more than `high` are thrown away.
 */
export function onSimplex(criteria: number, low: Fraction, high: Fraction): DrawRest {
  const parts = (share: Fraction) => Number((BigInt(weightParts) * (share.d - share.n)) / share.d);
  const [most, least] = [parts(low), parts(high)];
  return (random) => {
    for (;;) {
      let rest = 0;
      for (let k = 1; k < criteria; k += 1) rest = Math.max(rest, wholeBelow(random, most + 1));
      if (rest >= least) return rest;
    }
  };
}

/**
 * SMAA for any number of criteria: the first weight is what `drawRest` leaves, and the rest is spread evenly over the
 * others, as the gaps between sorted random cuts. Values are taken as whole numbers over a common denominator, or to nine
 * digits where that is too long, and all comparisons are of whole numbers: the same seed gives the same counts on every
 * machine.
 */
export function sampleRanks(
  rows: readonly Row[],
  samples: number,
  seed: number,
  drawRest: DrawRest = evenFirst,
): SampledRanks {
  const criteria = rows[0]?.values.length ?? 0;
  const values = rows.map((row) => Float64Array.from(wholeValues(rows, row)));
  const counts = rows.map(() => rows.map(() => 0));
  const firstWeights = rows.map(() => new Float64Array(criteria));
  const random = seededRandom(seed);
  const cuts = new Int32Array(Math.max(0, criteria - 2));
  const weights = new Float64Array(criteria);
  const scores = new Float64Array(rows.length);
  for (let sample = 0; sample < samples; sample += 1) {
    const rest = drawRest(random);
    for (let k = 0; k < cuts.length; k += 1) insertSorted(cuts, k, wholeBelow(random, rest + 1));
    weights[0] = weightParts - rest;
    for (let k = 1; k < criteria; k += 1)
      weights[k] = (cuts[k - 1] ?? rest) - (k === 1 ? 0 : (cuts[k - 2] ?? 0));
    let best = Number.NEGATIVE_INFINITY;
    values.forEach((own, i) => {
      let score = 0;
      for (let k = 0; k < criteria; k += 1) score += (own[k] ?? 0) * (weights[k] ?? 0);
      scores[i] = score;
      best = Math.max(best, score);
    });
    countRanks(scores, counts);
    firstWeights.forEach((sums, i) => {
      if (scores[i] === best)
        for (let k = 0; k < criteria; k += 1) sums[k] = (sums[k] ?? 0) + (weights[k] ?? 0);
    });
  }
  return {
    samples,
    counts: rows.map(({ id }, i) => {
      const ranks = counts[i] ?? [];
      return { id, ranks, centralWeights: meanWeights(firstWeights[i] ?? [], ranks[0] ?? 0) };
    }),
  };
}

function meanWeights(sums: Iterable<number>, samples: number): readonly Fraction[] | null {
  if (samples === 0) return null;
  return Array.from(sums, (sum) => fraction(BigInt(sum), BigInt(samples) * BigInt(weightParts)));
}

/** Puts a value among the first `count`, which are sorted: for some thirty values quicker than sorting them at the end. */
function insertSorted(sorted: Int32Array, count: number, value: number): void {
  let place = count;
  for (; place > 0 && (sorted[place - 1] ?? 0) > value; place -= 1) sorted[place] = sorted[place - 1] ?? 0;
  sorted[place] = value;
}

function countRanks(scores: Float64Array, counts: readonly number[][]): void {
  for (let i = 0; i < scores.length; i += 1) {
    const own = scores[i] ?? 0;
    let ahead = 0;
    for (let other = 0; other < scores.length; other += 1) if ((scores[other] ?? 0) > own) ahead += 1;
    const ranks = counts[i];
    if (ranks) ranks[ahead] = (ranks[ahead] ?? 0) + 1;
  }
}

/** A row's values times one scale for all rows; the weighted sum of them stays below 2^53. */
function wholeValues(rows: readonly Row[], { values }: Row): readonly number[] {
  const all = rows.flatMap((row) => row.values);
  const greatest = all.map(absolute).reduce(larger, fraction(1n));
  const common = all.reduce((denominator, { d }) => leastCommonMultiple(denominator, d), 1n);
  const most = (mostScaled * greatest.d) / greatest.n;
  const scale = fraction(common <= most ? common : most);
  return values.map((value) => Number(round(multiply(value, scale), 0, halfEven).n));
}

/** 95 % bound of a share's error, 1/√N, in hundredths of a percent rounded up. */
export function errorBoundPercent(samples: number): Fraction {
  if (samples <= 0) throw new RangeError("no samples");
  let hundredths = 0n;
  while (hundredths * hundredths * BigInt(samples) < 100_000_000n) hundredths += 1n;
  return fraction(hundredths, 100n);
}
