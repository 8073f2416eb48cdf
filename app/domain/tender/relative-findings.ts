import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { error, type Finding, warning } from "#app/domain/tender/finding.ts";
import { percentText } from "#app/domain/tender/percent-text.ts";
import { recordedSimulation } from "#app/domain/tender/simulation-basis.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

/**
 * A relative model is published only with a simulation of the very model that stands, acknowledged by the buyer; how
 * often other bids decided in it is a warning, and its rate is printed in the documents.
 */
export function relativeFindings(draft: DraftTender): Finding[] {
  const { evaluation, simulation } = draft;
  if (!isRelative(evaluation)) return [];
  const path = "evaluation.simulation";
  const state = recordedSimulation(draft);
  if (state === "outdated") return [error("MOD-06", path, "acknowledgement_outdated")];
  if (simulation === null || !simulation.acknowledged) {
    return [error("MOD-06", path, "relative_not_acknowledged")];
  }
  const { awardFlips, orderChanges, markets } = simulation;
  if (orderChanges === 0) return [];
  return [
    warning("MOD-06", path, "order_depends_on_others", {
      percent: percentText(awardFlips, markets),
      order: percentText(orderChanges, markets),
    }),
  ];
}
