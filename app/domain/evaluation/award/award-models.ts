import type { AwardModel } from "#app/domain/evaluation/award/award-case.ts";
import { readAddedValueAddition } from "#app/domain/evaluation/award/model/added-value-addition.ts";
import { readAddedValueDeduction } from "#app/domain/evaluation/award/model/added-value-deduction.ts";
import { readAddedValuePercent } from "#app/domain/evaluation/award/model/added-value-percent.ts";
import { readFixedPrice } from "#app/domain/evaluation/award/model/fixed-price.ts";
import { readLowestCost } from "#app/domain/evaluation/award/model/lowest-cost.ts";
import { readLowestPrice } from "#app/domain/evaluation/award/model/lowest-price.ts";
import { readMeatCoefficient } from "#app/domain/evaluation/award/model/meat-coefficient.ts";
import { readPercentWeights } from "#app/domain/evaluation/award/model/percent-weights.ts";
import { readPricePerQualityPoint } from "#app/domain/evaluation/award/model/price-per-quality-point.ts";
import { readQualityPriceRatio } from "#app/domain/evaluation/award/model/quality-price-ratio.ts";
import { readRelativeValueCost } from "#app/domain/evaluation/award/model/relative-value-cost.ts";
import { readUfabBand } from "#app/domain/evaluation/award/model/ufab-band.ts";
import {
  readUfabMean,
  readUfabMedian,
  readUfabReference,
} from "#app/domain/evaluation/award/model/ufab-weighted.ts";
import { readWeightedPoints } from "#app/domain/evaluation/award/model/weighted-points.ts";
import { readWorldBank } from "#app/domain/evaluation/award/model/world-bank.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";

/** What a bid must carry besides its id. */
export type BidNeed = "price" | "L" | "technical" | "yearly_cost" | "features";

export interface AwardModelReader {
  readonly read: (params: Fields) => AwardModel;
  readonly needs: readonly BidNeed[];
  /** Whether quality counts by points on criteria alone, so that points without criteria are a mistake. */
  readonly scoresPoints?: boolean;
}

export const awardModels = {
  lowest_price: { read: readLowestPrice, needs: ["price"] },
  lowest_cost_lcc: { read: readLowestCost, needs: ["price", "yearly_cost"] },
  added_value_deduction: { read: readAddedValueDeduction, needs: ["price"], scoresPoints: true },
  added_value_addition: { read: readAddedValueAddition, needs: ["price"], scoresPoints: true },
  added_value_percent_of_own_price: { read: readAddedValuePercent, needs: ["price"], scoresPoints: true },
  price_model_percent_weights: { read: readPercentWeights, needs: ["price", "L"] },
  weighted_points: { read: readWeightedPoints, needs: ["price"], scoresPoints: true },
  world_bank_rated: { read: readWorldBank, needs: ["price", "technical"] },
  relative_value_cost: { read: readRelativeValueCost, needs: ["price", "L"] },
  quality_price_ratio: { read: readQualityPriceRatio, needs: ["price", "L"] },
  price_per_quality_point: { read: readPricePerQualityPoint, needs: ["price", "L"] },
  ufab_gewichtet_mittelwert: { read: readUfabMean, needs: ["price", "L"] },
  ufab_gewichtet_median: { read: readUfabMedian, needs: ["price", "L"] },
  ufab_gewichtet_referenz: { read: readUfabReference, needs: ["price", "L"] },
  ufab_erweiterte_richtwertmethode: { read: readUfabBand, needs: ["price", "L"] },
  fixed_price_quality_only: { read: readFixedPrice, needs: [], scoresPoints: true },
  meat_coefficient: { read: readMeatCoefficient, needs: ["price", "features"] },
} as const satisfies Record<string, AwardModelReader>;

export type AwardModelName = keyof typeof awardModels;

export const isAwardModelName = (name: string): name is AwardModelName => Object.hasOwn(awardModels, name);
