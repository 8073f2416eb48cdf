import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { changeRequirement } from "#app/domain/tender/change-requirement.ts";
import { chooseModel } from "#app/domain/tender/choose-model.ts";
import { convertModel } from "#app/domain/tender/convert-model.ts";
import { instantOfLocal } from "#app/domain/tender/deadline.ts";
import type { DraftEdit, EditOf, Facts } from "#app/domain/tender/draft-edit.ts";
import { setMeasure } from "#app/domain/tender/edit-measure.ts";
import { addPriceItem, changePriceItem, removePriceItem } from "#app/domain/tender/edit-prices.ts";
import {
  addOwnRequirement,
  pickRequirements,
  setAnswer,
  setLevel,
  setRequirementText,
  setUse,
  setWorth,
} from "#app/domain/tender/edit-requirement.ts";
import { malformed } from "#app/domain/tender/number-field.ts";
import { setProvisions } from "#app/domain/tender/provisions.ts";
import { recordSimulation } from "#app/domain/tender/record-simulation.ts";
import { setServiceCredits } from "#app/domain/tender/service-credits.ts";
import { setParameters } from "#app/domain/tender/set-parameters.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

/**
 * The draft after some edits, in their order, or every reason why an edit cannot be carried out; a draft is never
 * changed by halves. A draft may well be incomplete after an edit: that is what `draftFindings` tells.
 *
 * Faults name their field: `number_malformed`, `requirement_unknown`, `requirement_picked`, `worth_of_must`, `use_against_level`,
 * `price_item_unknown`, those of `recordSimulation`, `instantOfLocal`, `setProvisions`, `convertModel` and `setMeasure`.
 */
export function editDraft(
  draft: DraftTender,
  edits: readonly DraftEdit[],
  catalogue: Catalogue,
): Result<DraftTender> {
  const faults = [];
  let edited = draft;
  for (const edit of edits) {
    const result = applyEdit(edited, edit, catalogue);
    if (result.ok) edited = result.value;
    else faults.push(...result.faults);
  }
  return faults.length > 0 ? failure(...faults) : success(edited);
}

function applyEdit(draft: DraftTender, edit: DraftEdit, catalogue: Catalogue): Result<DraftTender> {
  switch (edit.type) {
    case "pick":
      return pickRequirements(draft, edit.ids, catalogue);
    case "unpick":
      return success({
        ...draft,
        requirements: draft.requirements.filter(({ id }) => !edit.ids.includes(id)),
      });
    case "add-own":
      return success(addOwnRequirement(draft, edit));
    case "set-level":
      return setLevel(draft, edit, catalogue);
    case "set-worth":
      return setWorth(draft, edit);
    case "set-text":
      return setRequirementText(draft, edit);
    case "set-proof-kind":
      return changeRequirement(draft, edit.id, (requirement) =>
        success({ ...requirement, proofKind: edit.proofKind }),
      );
    case "set-answer":
      return setAnswer(draft, edit, catalogue);
    case "set-use":
      return setUse(draft, edit);
    case "set-measure":
      return setMeasure(draft, edit, catalogue);
    case "add-price-item":
      return addPriceItem(draft, edit);
    case "change-price-item":
      return changePriceItem(draft, edit.item);
    case "remove-price-item":
      return removePriceItem(draft, edit.id);
    case "set-facts":
      return setFacts(draft, edit.facts);
    case "set-deadline":
      return setDeadline(draft, edit);
    case "set-service-credits":
      return setServiceCredits(draft, edit.serviceCredits);
    case "set-provisions":
      return setProvisions(draft, edit.provisions);
    case "convert-model":
      return convertModel(draft, edit);
    case "choose-model":
      return chooseModel(draft, edit);
    case "set-parameters":
      return setParameters(draft, edit);
    case "record-simulation":
      return recordSimulation(draft, edit);
    case "set-tie-break":
      return success({ ...draft, evaluation: { ...draft.evaluation, tieBreak: edit.rules } });
    case "give-reason":
      return success({ ...draft, reasons: withReason(draft.reasons, edit) });
  }
}

function setFacts(draft: DraftTender, facts: Partial<Facts>): Result<DraftTender> {
  const faults = [
    ...malformed("estimatedValueSek", facts.estimatedValueSek ?? null),
    ...malformed("ceilingPriceSek", facts.ceilingPriceSek ?? null),
  ];
  if (facts.contractMonths !== undefined && !isMonths(facts.contractMonths)) {
    faults.push({ code: "contract_months_malformed", place: { field: "contractMonths" } });
  }
  return faults.length > 0 ? failure(...faults) : success({ ...draft, ...facts });
}

const isMonths = (months: number) => Number.isInteger(months) && months >= 1 && months <= 1200;

function setDeadline(draft: DraftTender, { local, timezone }: EditOf<"set-deadline">): Result<DraftTender> {
  if (local === null) return success({ ...draft, timezone, deadline: null });
  const instant = instantOfLocal(local, timezone);
  if (instant.ok) return success({ ...draft, timezone, deadline: instant.value });
  return failure(...instant.faults.map((fault) => ({ ...fault, place: { field: "deadline" } })));
}

function withReason(reasons: DraftTender["reasons"], { finding, reason }: EditOf<"give-reason">) {
  const { [finding]: _, ...others } = reasons;
  return reason.trim() === "" ? others : { ...others, [finding]: reason.trim() };
}
