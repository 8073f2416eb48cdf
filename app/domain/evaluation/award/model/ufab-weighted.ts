import { type AwardModel, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualitySymbol } from "#app/domain/evaluation/award/quality.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { divide, type Fraction, isPositive, multiply, subtract } from "#app/domain/money/fraction.ts";
import { mean, median } from "#app/domain/statistics/average.ts";

/** What L and P are measured against: an average of the bids (relative), or published figures (absolute). */
type Reference = (values: readonly Fraction[], published: Fraction | null) => Fraction;

/** UfAB weighted method: GL·L/L_ref − GP·P/P_ref, highest best. */
function readUfabWeighted(params: Fields, published: boolean, reference: Reference): AwardModel {
  const gl = params.decimal("GL", "not_negative");
  const gp = params.decimal("GP", "not_negative");
  const publishedL = published ? params.decimal("L_ref", "positive") : null;
  const publishedP = published ? params.decimal("P_ref", "positive") : null;
  return {
    direction: "higher_is_better",
    rational: true,
    weights: [gl, gp],
    score: (bids, quality) => {
      const l = reference(bids.map(quality.total), publishedL);
      const p = reference(bids.map(priceOf), publishedP);
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

export const readUfabMean = (params: Fields): AwardModel => readUfabWeighted(params, false, mean);
export const readUfabMedian = (params: Fields): AwardModel => readUfabWeighted(params, false, median);
export const readUfabReference = (params: Fields): AwardModel =>
  readUfabWeighted(params, true, (values, published) => published ?? mean(values));
