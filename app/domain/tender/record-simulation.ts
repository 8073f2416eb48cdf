import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { EditOf } from "#app/domain/tender/draft-edit.ts";
import { simulationBasis } from "#app/domain/tender/simulation-basis.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

/**
 * Records with a draft what simulated markets said of its model. For a relative model this is the acknowledgement, and
 * it must be explicit. Faults: `simulation_outdated` when something else was simulated than what stands,
 * `acknowledgement_not_ticked`.
 */
export function recordSimulation(
  draft: DraftTender,
  { simulation }: EditOf<"record-simulation">,
): Result<DraftTender> {
  const place = { field: "acknowledged" };
  if (simulation.basisSha256 !== simulationBasis(draft)) {
    return failure({ code: "simulation_outdated", place });
  }
  const relative = isRelative(draft.evaluation);
  if (relative && !simulation.acknowledged) return failure({ code: "acknowledgement_not_ticked", place });
  return success({ ...draft, simulation: { ...simulation, acknowledged: relative } });
}
