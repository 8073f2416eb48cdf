import type { AwardModel } from "#app/domain/evaluation/award/award-case.ts";
import { readAddedValueDeduction } from "#app/domain/evaluation/award/model/added-value-deduction.ts";
import { readWeightedPoints } from "#app/domain/evaluation/award/model/weighted-points.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";

/** What a bid must carry besides its id. */
export type BidNeed = "price" | "L" | "technical" | "yearly_cost" | "features";

export interface AwardModelReader {
  readonly read: (params: Fields) => AwardModel;
  readonly needs: readonly BidNeed[];
}

export const awardModels = {
  added_value_deduction: { read: readAddedValueDeduction, needs: ["price"] },
  weighted_points: { read: readWeightedPoints, needs: ["price"] },
} as const satisfies Record<string, AwardModelReader>;

export type AwardModelName = keyof typeof awardModels;

export const isAwardModelName = (name: string): name is AwardModelName => Object.hasOwn(awardModels, name);
