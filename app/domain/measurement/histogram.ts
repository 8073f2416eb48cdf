/**
 * How many calls waited how long. Each second is two bins, so that both "at most T" and "less than T" are exact for a
 * whole T: bin 2k holds waits of exactly k seconds, bin 2k+1 those between k and k+1; bin 1201 all above 600 s.
 */
export const longestBinnedSeconds = 600;
const binAbove = 2 * longestBinnedSeconds + 1;
export const binCount = binAbove + 1;

/** Sparse: bin, count, bin, count, … by rising bin; no count is 0. */
export type Histogram = readonly number[];

const microsPerSecond = 1_000_000;

export function binOfWait(micros: number): number {
  if (micros > longestBinnedSeconds * microsPerSecond) return binAbove;
  const seconds = Math.floor(micros / microsPerSecond);
  return 2 * seconds + (micros === seconds * microsPerSecond ? 0 : 1);
}

/** Calls that waited at most `seconds` (whole, 0–600). */
export const countWithin = (histogram: Histogram, seconds: number): number =>
  countUpToBin(histogram, 2 * seconds);

/** Calls that waited less than `seconds` (whole, 0–600). */
export const countBelow = (histogram: Histogram, seconds: number): number =>
  countUpToBin(histogram, 2 * seconds - 1);

function countUpToBin(histogram: Histogram, lastBin: number): number {
  let count = 0;
  for (let i = 0; i < histogram.length; i += 2) {
    if ((histogram[i] ?? 0) > lastBin) break;
    count += histogram[i + 1] ?? 0;
  }
  return count;
}

/** Adds histograms of any number into one; the order does not matter. */
export function sumHistograms(histograms: readonly Histogram[]): Histogram {
  const [only = []] = histograms;
  if (histograms.length <= 1) return only;
  let first = binCount;
  let last = -1;
  for (const histogram of histograms) {
    for (let i = 0; i < histogram.length; i += 2) {
      const bin = histogram[i] ?? 0;
      dense[bin] = (dense[bin] ?? 0) + (histogram[i + 1] ?? 0);
      if (bin < first) first = bin;
      if (bin > last) last = bin;
    }
  }
  const sparse: number[] = [];
  for (let bin = first; bin <= last; bin++) {
    const count = dense[bin] ?? 0;
    if (count > 0) sparse.push(bin, count);
    dense[bin] = 0;
  }
  return sparse;
}

/** Scratch of `sumHistograms`; all zero between calls. */
const dense = new Float64Array(binCount);
