/** A stream of numbers in [0, 1) that is the same for the same seed on every machine (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Exponentially distributed with the given mean: time to the next arrival, length of a call, patience of a caller. */
export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random());

/** A whole number from 0 and below `end`; the stream is of floats, but what it chooses is whole. */
export const wholeBelow = (random: Random, end: number): number => Math.floor(random() * end);
