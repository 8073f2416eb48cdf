import { errorBoundPercent } from "#app/domain/evaluation/analysis/sampled-ranks.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { divide, hundred, multiply, wholeNumber } from "#app/domain/money/fraction.ts";

/** Gives the same samples at each reading. */
export const rankSeed = 1;

export interface ShownRanks {
  /** Null when the shares are exact. */
  readonly sampled: {
    readonly samples: number;
    readonly seed: number;
    /** 95 % bound of each share's error, in percentage points. */
    readonly errorPercent: string;
  } | null;
  /** Percent of all weights or samples that give each rank. */
  readonly bids: readonly { readonly response: string; readonly percents: readonly Figure[] }[];
}

interface CountedRanks {
  readonly samples: number;
  readonly counts: readonly { readonly id: string; readonly ranks: readonly number[] }[];
}

/** Counts of ranks as percent of the samples. */
export const shownSamples = ({ samples, counts }: CountedRanks): ShownRanks => ({
  sampled: { samples, seed: rankSeed, errorPercent: figure(errorBoundPercent(samples)).decimal },
  bids: counts.map(({ id, ranks }) => ({
    response: id,
    percents: ranks.map((count) =>
      figure(divide(multiply(wholeNumber(count), hundred), wholeNumber(samples))),
    ),
  })),
});
