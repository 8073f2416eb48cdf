import { type AwardModel, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { divide, type Fraction, isPositive, multiply, subtract } from "#app/domain/money/fraction.ts";
import { mean, median } from "#app/domain/statistics/average.ts";

/** What L or P is measured against: an average of the bids (relative), or a published figure (absolute). */
type Reference = (values: readonly Fraction[]) => Fraction;

/** UfAB weighted method: GL·L/L_ref − GP·P/P_ref, highest best. */
function readUfabWeighted(params: Fields, referenceL: Reference, referenceP: Reference): AwardModel {
  const gl = params.decimal("GL", "not_negative");
  const gp = params.decimal("GP", "not_negative");
  return {
    direction: "higher_is_better",
    rational: true,
    weights: [gl, gp],
    score: (bids, quality) => {
      const l = referenceL(bids.map(quality.total));
      const p = referenceP(bids.map(priceOf));
      if (!isPositive(p)) return { error: "price_must_be_positive" };
      if (!isPositive(l)) return { error: "quality_must_be_positive" };
      return scoredBy(
        "total_points",
        "GL · L / Lref − GP · P / Pref",
        (bid) => subtract(divide(multiply(gl, quality.total(bid)), l), divide(multiply(gp, priceOf(bid)), p)),
        (bid) => ({ GL: gl, L: qualitySymbol(quality, bid), Lref: l, GP: gp, P: priceOf(bid), Pref: p }),
      );
    },
  };
}

export const readUfabMean = (params: Fields): AwardModel => readUfabOfBids(params, mean);
export const readUfabMedian = (params: Fields): AwardModel => readUfabOfBids(params, median);

function readUfabOfBids(params: Fields, average: Reference): AwardModel {
  // Published references may stand in the case; measured against the bids themselves they decide nothing.
  params.ignore("L_ref", "P_ref");
  return readUfabWeighted(params, average, average);
}

export function readUfabReference(params: Fields): AwardModel {
  const [l, p] = [params.decimal("L_ref", "positive"), params.decimal("P_ref", "positive")];
  return readUfabWeighted(
    params,
    () => l,
    () => p,
  );
}
