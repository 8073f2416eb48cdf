import { VarintReader, VarintWriter } from "#app/domain/measurement/varint.ts";

/**
 * How many calls waited how long. Each second is two bins, so that both "at most T" and "less than T" are exact for a
 * whole T: bin 2k holds waits of exactly k seconds, bin 2k+1 those between k and k+1; bin 1201 all above 600 s.
 */
export const longestBinnedSeconds = 600;
const binAbove = 2 * longestBinnedSeconds + 1;
export const binCount = binAbove + 1;

/**
 * Sparse, and packed as it is stored: by rising bin the step from the bin before, and the count, which is not 0, as
 * varints. Only what is looked at is unpacked.
 */
export type Histogram = Uint8Array;

export const emptyHistogram: Histogram = new Uint8Array(0);

const microsPerSecond = 1_000_000;

export function binOfWait(micros: number): number {
  if (micros > longestBinnedSeconds * microsPerSecond) return binAbove;
  const seconds = Math.floor(micros / microsPerSecond);
  return 2 * seconds + (micros === seconds * microsPerSecond ? 0 : 1);
}

/** Packs bin, count, bin, count, … by rising bin. */
export function packHistogram(pairs: readonly number[]): Histogram {
  if (pairs.length === 0) return emptyHistogram;
  let before = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const bin = pairs[i] ?? 0;
    packer.write(bin - before);
    packer.write(pairs[i + 1] ?? 0);
    before = bin;
  }
  return packer.take();
}

/** Calls that waited at most `seconds` (whole, 0–600). */
export const countWithin = (histogram: Histogram, seconds: number): number =>
  countUpToBin(histogram, 2 * seconds);

/** Calls that waited less than `seconds` (whole, 0–600). */
export const countBelow = (histogram: Histogram, seconds: number): number =>
  countUpToBin(histogram, 2 * seconds - 1);

function countUpToBin(histogram: Histogram, lastBin: number): number {
  let count = 0;
  const reader = new VarintReader(histogram);
  for (let bin = 0; !reader.atEnd; ) {
    bin += reader.read();
    if (bin > lastBin) break;
    count += reader.read();
  }
  return count;
}

/** Adds histograms of any number into one; the order does not matter. */
export function sumHistograms(histograms: readonly Histogram[]): Histogram {
  const filled = histograms.filter(({ length }) => length > 0);
  const [only = emptyHistogram] = filled;
  if (filled.length <= 1) return only;
  let first = binCount;
  let last = -1;
  for (const histogram of filled) {
    const reader = new VarintReader(histogram);
    let bin = 0;
    while (!reader.atEnd) {
      bin += reader.read();
      dense[bin] = (dense[bin] ?? 0) + reader.read();
      if (bin < first) first = bin;
    }
    if (bin > last) last = bin;
  }
  let before = 0;
  for (let bin = first; bin <= last; bin++) {
    const count = dense[bin] ?? 0;
    if (count === 0) continue;
    packer.write(bin - before);
    packer.write(count);
    before = bin;
    dense[bin] = 0;
  }
  return packer.take();
}

/** Scratch of `sumHistograms`; all zero between calls. */
const dense = new Float64Array(binCount);
/** Scratch of what packs; empty between calls. */
const packer = new VarintWriter();
