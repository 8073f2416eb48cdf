import type { AwardCase, Bid } from "#app/domain/evaluation/award/award-case.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { FictitiousBid } from "#app/domain/laboratory/fictitious-bids.ts";
import type { LaboratoryPart } from "#app/domain/laboratory/laboratory-part.ts";
import { one } from "#app/domain/money/fraction.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/**
 * The draft's own model over its parts, without bids: the very model that would evaluate the real ones. Musts are left
 * out, since a fictitious bid has met them. Faults are those of a faulty draft (bounds not ascending, no weight).
 */
export function laboratoryCase(tender: TenderContent, parts: readonly LaboratoryPart[]): Result<AwardCase> {
  const { evaluation, ceilingPriceSek } = tender;
  const read = readEvaluationCase({
    model: evaluation.type,
    params: {
      ...(evaluation.type === "weighted_points"
        ? {
            price_weight: evaluation.priceWeight,
            price_function: {
              type: "linear_fixed_bounds",
              ...evaluation.priceBounds,
              clip_lower: false,
              clip_upper: true,
            },
          }
        : {}),
      ...(ceilingPriceSek === null ? {} : { ceiling_price: ceilingPriceSek }),
      tie_break: { rules: evaluation.tieBreak },
    },
    bids: [],
  });
  if (!read.ok) return read;
  const criteria = parts.map(({ id, worth }) => ({ id, weight: worth, max: one, min: null, group: null }));
  return success({ ...read.value, criteria });
}

export const withBids = (model: AwardCase, bids: readonly FictitiousBid[]): AwardCase => ({
  ...model,
  bids: bids.map(bidOf),
});

const bidOf = ({ id, price, shares }: FictitiousBid): Bid => ({
  id,
  price,
  points: shares,
  must: new Map(),
  items: [],
  quality: null,
  technical: null,
  yearlyCosts: [],
  features: new Map(),
});
