import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { simulationsOf } from "#app/services/laboratory/simulations.ts";
import { type Edited, editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";

/**
 * Records with the draft what the last simulation of its model gave; for a relative model this is the acknowledgement.
 * The figures are those of the server's own simulation and never those of a form. Whether they are of the model that
 * stands is said by their hash, when the draft is looked at and again when it is published.
 *
 * Faults, beside those of every edit: `simulation_missing`.
 */
export async function recordSimulation(
  app: Application,
  actor: Actor,
  tenderId: string,
  seenVersion: number,
  { acknowledged }: { readonly acknowledged: boolean },
): Promise<Result<Edited>> {
  const access = await authoriseTender(app, app.database.read, actor, "tender.draft.edit", tenderId);
  if (!access.ok) return access;
  const simulation = simulationsOf(app).get(tenderId);
  if (simulation?.state !== "done" || simulation.counts === null) {
    return failure({ code: "simulation_missing", place: { field: "acknowledged" } });
  }
  const { seed, spreadPercent, basisSha256, counts } = simulation;
  const { markets, flips: awardFlips, orderChanges } = counts;
  return await editTenderDraft(app, actor, tenderId, seenVersion, [
    {
      type: "record-simulation",
      simulation: { seed, markets, spreadPercent, awardFlips, orderChanges, basisSha256, acknowledged },
    },
  ]);
}
