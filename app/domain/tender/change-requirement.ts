import { failure, type Result, success } from "#app/domain/fault.ts";
import type { DraftTender, TenderRequirement } from "#app/domain/tender/tender.ts";

/** The draft with one of its requirements changed. Fault: `requirement_unknown`, and those of the change. */
export function changeRequirement(
  draft: DraftTender,
  id: string,
  change: (requirement: TenderRequirement) => Result<TenderRequirement>,
): Result<DraftTender> {
  const requirement = draft.requirements.find((candidate) => candidate.id === id);
  if (requirement === undefined) return failure({ code: "requirement_unknown", params: { id } });
  const changed = change(requirement);
  if (!changed.ok) return changed;
  const requirements = draft.requirements.map((one) => (one === requirement ? changed.value : one));
  return success({ ...draft, requirements });
}
