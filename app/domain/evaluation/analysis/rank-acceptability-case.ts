import {
  type RankAcceptability,
  rankAcceptability,
} from "#app/domain/evaluation/analysis/rank-acceptability.ts";
import { type DrawRest, onSimplex, sampleRanks } from "#app/domain/evaluation/analysis/sampled-ranks.ts";
import { limitBids, type Row, readRows } from "#app/domain/evaluation/analysis/values.ts";
import { type WeightRegion, weightSpace } from "#app/domain/evaluation/analysis/weight-space.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { score20 } from "#app/domain/evaluation/case/scores-answer.ts";
import {
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  negate,
  one,
  parseDecimal,
  subtract,
  toExact,
  zero,
} from "#app/domain/money/fraction.ts";
import { squareRoot } from "#app/domain/statistics/irrational.ts";

/** The first weight at which two bids on two criteria tie; null when they never do. */
function crossover([a, b]: readonly Row[]): Fraction | null {
  const [d1 = zero, d2 = zero] = (a?.values ?? []).map((value, k) => subtract(value, b?.values[k] ?? zero));
  const slope = subtract(d1, d2);
  const at = isZero(slope) ? null : divide(negate(d2), slope);
  return at && compare(at, zero) >= 0 && compare(at, one) <= 0 ? at : null;
}

/** Up to three criteria exactly, more by seeded samples with the error that they leave. */
export const rankAcceptabilityCase: CaseKind = (input) => {
  const { params, bids } = input;
  limitBids(params, bids, 20);
  const criteria = params.count("criteria", 2);
  if (criteria > mostCriteria) params.fault("number_out_of_range", "criteria");
  const [low, high] = readRange(params);
  const rows = readRows(bids, criteria);
  if (criteria > 3) {
    if (compare(subtract(high, low), narrowest) < 0) params.fault("number_out_of_range", "weights");
    return sampledCase(params, rows, onSimplex(criteria, low, high));
  }
  params.ignore("samples", "seed");
  return exactCase(rows, weightSpace(criteria === 2 ? 2 : 3, low, high));
};

function exactCase(rows: readonly Row[], space: WeightRegion): ReturnType<CaseKind> {
  return () => {
    const results = rankAcceptability(rows, space);
    const by = <T>(of: (result: RankAcceptability) => T) =>
      Object.fromEntries(results.map((r) => [r.id, of(r)]));
    const two = space.length === 2;
    const pair = two && rows.length === 2 ? crossover(rows) : null;
    return {
      scores: {},
      rank_acceptability: by(({ ranks }) => ranks.map(score20)),
      exact: by(({ ranks }) => ranks.map(toExact)),
      central_weights: by(({ centralWeights }) => centralWeights?.map(score20) ?? null),
      ...(two
        ? { crossover_w_price: pair && score20(pair), rank1: by(({ ranks }) => score20(ranks[0] ?? zero)) }
        : {}),
      ranking: [],
    };
  };
}

const mostCriteria = 100;
/** A narrower range of the first weight would leave hardly a draw. */
const narrowest = fraction(1n, 1000n);
const [fewestSamples, usualSamples, mostSamples] = [10_000, 100_000, 1_000_000];

function sampledCase(params: Fields, rows: readonly Row[], drawRest: DrawRest): ReturnType<CaseKind> {
  const samples = params.has("samples") ? params.count("samples", fewestSamples) : usualSamples;
  if (samples > mostSamples) params.fault("number_out_of_range", "samples");
  const seed = params.has("seed") ? params.count("seed", 0) : 1;
  return () => {
    const { counts } = sampleRanks(rows, samples, seed, drawRest);
    const share = (count: number) => score20(fraction(BigInt(count), BigInt(samples)));
    return {
      scores: {},
      rank_acceptability: Object.fromEntries(counts.map(({ id, ranks }) => [id, ranks.map(share)])),
      central_weights: Object.fromEntries(
        counts.map(({ id, centralWeights }) => [id, centralWeights?.map(score20) ?? null]),
      ),
      samples,
      seed,
      // 95 % of the shares lie closer to the truth than this.
      error_bound: score20(divide(one, squareRoot(fraction(BigInt(samples))))),
      ranking: [],
    };
  };
}

/** "uniform on simplex", or the range of the first weight in "uniform w_price in [a,b]". */
function readRange(params: Fields): readonly [Fraction, Fraction] {
  const text = params.text("weights");
  if (text === "uniform on simplex") return [zero, one];
  const [, from = "", to = ""] = /^uniform w_price in \[\s*([\d.]+)\s*,\s*([\d.]+)\s*\]$/.exec(text) ?? [];
  const [low, high] = [parseDecimal(from), parseDecimal(to)];
  if (low && high && compare(low, high) < 0 && compare(high, one) <= 0) return [low, high];
  params.fault("unknown_value", "weights");
  return [zero, one];
}
