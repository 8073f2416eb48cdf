import { limitBids, type Row, readRows, weighted } from "#app/domain/evaluation/analysis/values.ts";
import {
  hasExtent,
  type Linear,
  measure,
  moment,
  part,
  segmentPart,
  type WeightPoint,
  type WeightRegion,
  weightSpace,
} from "#app/domain/evaluation/analysis/weight-space.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { score20 } from "#app/domain/evaluation/case/scores-answer.ts";
import {
  compare,
  divide,
  type Fraction,
  isZero,
  negate,
  one,
  parseDecimal,
  subtract,
  sum,
  toExact,
  zero,
} from "#app/domain/money/fraction.ts";

export interface RankAcceptability {
  readonly id: string;
  /** Share of the weight space in which the bid has rank 1, 2, …. */
  readonly ranks: readonly Fraction[];
  /** Centroid of the weights that put it first; null when none do. */
  readonly centralWeights: WeightPoint | null;
}

/**
 * SMAA for two or three criteria, exactly: the weight space is cut along the lines where two bids tie, and the pieces
 * are counted by how many rivals are ahead. Bids that never differ share a rank.
 */
export function rankAcceptability(rows: readonly Row[], space: WeightRegion): readonly RankAcceptability[] {
  const whole = measure(space);
  return rows.map((row) => {
    const pieces = piecesByRank(rows, row, space);
    const first = pieces.filter(({ ahead }) => ahead === 0).map(({ region }) => region);
    const extent = sum(first.map(measure));
    const moments = first.map(moment);
    return {
      id: row.id,
      ranks: rows.map((_, rank) =>
        divide(sum(pieces.filter(({ ahead }) => ahead === rank).map(({ region }) => measure(region))), whole),
      ),
      centralWeights: isZero(extent)
        ? null
        : row.values.map((_, k) => divide(sum(moments.map((m) => m[k] ?? zero)), extent)),
    };
  });
}

interface RankedPiece {
  readonly region: WeightRegion;
  readonly ahead: number;
}

function piecesByRank(rows: readonly Row[], row: Row, space: WeightRegion): readonly RankedPiece[] {
  const cut = space.length === 2 ? segmentPart : part;
  let pieces: readonly RankedPiece[] = [{ region: space, ahead: 0 }];
  for (const rival of rows) {
    const differs = rival.values.some((value, k) => !isZero(subtract(value, row.values[k] ?? zero)));
    if (rival === row || !differs) continue;
    const lead: Linear = (point) => subtract(weighted(point, row.values), weighted(point, rival.values));
    const behind: Linear = (point) => negate(lead(point));
    pieces = pieces
      .flatMap(({ region, ahead }) => [
        { region: cut(region, lead), ahead },
        { region: cut(region, behind), ahead: ahead + 1 },
      ])
      .filter(({ region }) => hasExtent(region));
  }
  return pieces;
}

/** The first weight at which two bids on two criteria tie; null when they never do. */
function crossover([a, b]: readonly Row[]): Fraction | null {
  const [d1 = zero, d2 = zero] = (a?.values ?? []).map((value, k) => subtract(value, b?.values[k] ?? zero));
  const slope = subtract(d1, d2);
  const at = isZero(slope) ? null : divide(negate(d2), slope);
  return at && compare(at, zero) >= 0 && compare(at, one) <= 0 ? at : null;
}

export const rankAcceptabilityCase: CaseKind = ({ params, bids }) => {
  limitBids(params, bids, 20);
  const criteria = params.count("criteria", 2);
  if (criteria > 3) params.fault("number_out_of_range", "criteria");
  const [low, high] = readRange(params);
  const rows = readRows(bids, criteria);
  return () => {
    const results = rankAcceptability(rows, weightSpace(criteria === 2 ? 2 : 3, low, high));
    const by = <T>(of: (result: RankAcceptability) => T) =>
      Object.fromEntries(results.map((r) => [r.id, of(r)]));
    const pair = criteria === 2 && rows.length === 2 ? crossover(rows) : null;
    return {
      scores: {},
      rank_acceptability: by(({ ranks }) => ranks.map(score20)),
      exact: by(({ ranks }) => ranks.map(toExact)),
      central_weights: by(({ centralWeights }) => centralWeights?.map(score20) ?? null),
      ...(criteria === 2
        ? { crossover_w_price: pair && score20(pair), rank1: by(({ ranks }) => score20(ranks[0] ?? zero)) }
        : {}),
      ranking: [],
    };
  };
};

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
