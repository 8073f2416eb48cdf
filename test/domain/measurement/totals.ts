import fc from "fast-check";
import {
  type Cell,
  countFields,
  decimalPlaces,
  emptyTotals,
  histogramFields,
  maximumFields,
  sumFields,
  type Totals,
} from "#app/domain/measurement/cell.ts";
import {
  emptyHistogram,
  type Histogram,
  packHistogram,
  sumHistograms,
} from "#app/domain/measurement/histogram.ts";
import { multiplySum } from "#app/domain/measurement/sum.ts";

const histogram: fc.Arbitrary<Histogram> = fc
  .array(fc.tuple(fc.nat(1201), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
  .map((pairs) => sumHistograms([...pairs, [0, 1] as const].map(packHistogram)));

/** Totals that need not be consistent: adding and storing must not depend on that. */
export const anyTotals: fc.Arbitrary<Totals> = fc
  .record({
    decimals: fc.constantFrom(...decimalPlaces),
    counts: fc.array(fc.nat(1000), { minLength: countFields.length, maxLength: countFields.length }),
    sums: fc.array(fc.bigInt(0n, 2n ** 60n), { minLength: sumFields.length, maxLength: sumFields.length }),
    maxima: fc.array(fc.nat(86_400), { minLength: 2, maxLength: 2 }),
    histograms: fc.array(histogram, { minLength: 4, maxLength: 4 }),
  })
  .map(({ decimals, counts, sums, maxima, histograms }) => {
    const totals = { ...emptyTotals(), decimals };
    const unit = 10 ** (6 - decimals);
    countFields.forEach((field, i) => {
      totals[field] = counts[i] ?? 0;
    });
    sumFields.forEach((field, i) => {
      const sum = sums[i] ?? 0n;
      totals[field] = multiplySum(sum > BigInt(Number.MAX_SAFE_INTEGER) ? sum : Number(sum), unit);
    });
    maximumFields.forEach((field, i) => {
      totals[field] = (maxima[i] ?? 0) * unit;
    });
    histogramFields.forEach((field, i) => {
      totals[field] = histograms[i] ?? emptyHistogram;
    });
    return totals;
  });

/** Cells of the queue `q` within one UTC day. */
export const cellsOfDay = (day: number): fc.Arbitrary<Cell[]> =>
  fc.array(
    fc.record({
      queue: fc.constant("q"),
      halfHour: fc.integer({ min: day * 48, max: day * 48 + 47 }),
      totals: anyTotals,
    }),
    { maxLength: 8 },
  );

/** Answered and abandoned calls with whole-second waits, and blocked ones. */
export function totalsOf(of: { answered?: number[]; abandoned?: number[]; blocked?: number }): Totals {
  const { answered = [], abandoned = [], blocked = 0 } = of;
  const bins = (waits: readonly number[]): Histogram =>
    sumHistograms(waits.map((wait) => packHistogram([2 * wait, 1])));
  const sum = (waits: readonly number[]): number =>
    waits.reduce((total, wait) => total + wait * 1_000_000, 0);
  return {
    ...emptyTotals(),
    answered: answered.length,
    abandoned: abandoned.length,
    blocked,
    waitAnswered: sum(answered),
    waitAbandoned: sum(abandoned),
    waitsAnswered: bins(answered),
    waitsAbandoned: bins(abandoned),
  };
}
