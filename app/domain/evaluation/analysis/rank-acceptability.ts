import { type Row, weighted } from "#app/domain/evaluation/analysis/values.ts";
import {
  hasExtent,
  type Linear,
  measure,
  moment,
  part,
  segmentPart,
  type WeightPoint,
  type WeightRegion,
} from "#app/domain/evaluation/analysis/weight-space.ts";
import { divide, type Fraction, isZero, negate, subtract, sum, zero } from "#app/domain/money/fraction.ts";

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
