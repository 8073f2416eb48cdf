import type { AwardCase, Bid } from "#app/domain/evaluation/award/award-case.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { caseModelOf } from "#app/domain/evaluation/tender/case-model.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { FictitiousBid } from "#app/domain/laboratory/fictitious-bids.ts";
import type { LaboratoryPart } from "#app/domain/laboratory/laboratory-part.ts";
import { one } from "#app/domain/money/fraction.ts";
import { modelRefusal } from "#app/domain/tender/model-refusal.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/**
 * The draft's own model over its parts, without bids: the very model that would evaluate the real ones. Musts are left
 * out, since a fictitious bid has met them. Faults are those of a faulty draft (bounds not ascending, no weight).
 */
export function laboratoryCase(tender: TenderContent, parts: readonly LaboratoryPart[]): Result<AwardCase> {
  if (modelRefusal(tender.evaluation) !== null) return failure({ code: "draft_not_ready" });
  const { model, params } = caseModelOf(tender);
  const read = readEvaluationCase({
    model,
    params: { ...params, tie_break: { rules: tender.evaluation.tieBreak } },
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
