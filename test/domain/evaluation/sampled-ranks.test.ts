import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankAcceptability } from "#app/domain/evaluation/analysis/rank-acceptability.ts";
import { errorBoundPercent, sampleRanks } from "#app/domain/evaluation/analysis/sampled-ranks.ts";
import { weightSpace } from "#app/domain/evaluation/analysis/weight-space.ts";
import { fraction, one, toExact, zero } from "#app/domain/money/fraction.ts";

const row = (id: string, ...percents: number[]) => ({
  id,
  values: percents.map((percent) => fraction(BigInt(percent), 100n)),
});
const firsts = ({ samples, counts }: ReturnType<typeof sampleRanks>) =>
  counts.map(({ ranks }) => (ranks[0] ?? 0) / samples);

describe("sampled ranks", () => {
  it("agree with the exact shares of two criteria within the stated error", () => {
    const rows = [row("A", 90, 20), row("B", 60, 70), row("C", 30, 95)];
    const exact = rankAcceptability(rows, weightSpace(2, zero, one));
    firsts(sampleRanks(rows, 40_000, 1)).forEach((share, i) => {
      const { n, d } = exact[i]?.ranks[0] ?? zero;
      expect(Math.abs(share - Number(n) / Number(d))).toBeLessThan(0.005);
    });
  });

  it("draw the price's weight evenly from 0 to 1", () => {
    // A is ahead when w₀ > (1 − w₀)·u with u even on [0, 1]: ∫ w/(1 − w) from 0 to ½, plus ½, is ln 2.
    const [share = 0] = firsts(sampleRanks([row("A", 100, 0, 0), row("B", 0, 100, 0)], 40_000, 2));
    expect(Math.abs(share - Math.LN2)).toBeLessThan(0.005);
  });

  it("are the same for the same seed, and others for another", () => {
    const rows = [row("A", 90, 20, 10, 60), row("B", 60, 70, 40, 50), row("C", 30, 95, 80, 10)];
    expect(sampleRanks(rows, 1000, 5)).toEqual(sampleRanks(rows, 1000, 5));
    expect(sampleRanks(rows, 1000, 5)).not.toEqual(sampleRanks(rows, 1000, 6));
  });

  it("put a bid that is better in everything first in every sample, and equal bids level", () => {
    const { counts } = sampleRanks([row("A", 80, 80, 80, 80), row("B", 10, 20, 30, 40)], 500, 1);
    expect(counts.map(({ ranks }) => ranks)).toEqual([
      [500, 0],
      [0, 500],
    ]);
    const level = sampleRanks([row("A", 50, 50, 50, 50), row("B", 50, 50, 50, 50)], 500, 1);
    expect(level.counts.map(({ ranks }) => ranks[0])).toEqual([500, 500]);
  });

  it("give every bid a rank in every sample", () => {
    const values = fc.array(fc.integer({ min: -50, max: 150 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 6 }), fc.nat(), (table, seed) => {
        const rows = table.map((percents, i) => row(`B${i}`, ...percents));
        for (const { ranks } of sampleRanks(rows, 50, seed).counts) {
          expect(ranks.reduce((a, b) => a + b, 0)).toBe(50);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("state an error of 1/√N, rounded up to hundredths of a percent", () => {
    expect(toExact(errorBoundPercent(10_000))).toBe("1");
    expect(toExact(errorBoundPercent(100_000))).toBe("8/25");
  });
});
