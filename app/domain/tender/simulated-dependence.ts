import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { percentText } from "#app/domain/tender/percent-text.ts";
import type { RecordedSimulation, TenderContent } from "#app/domain/tender/tender.ts";

/** How often other bids decided in simulated markets, with percents for the eye (decimal strings, one decimal). */
export interface SimulatedDependence
  extends Pick<RecordedSimulation, "seed" | "markets" | "spreadPercent" | "awardFlips" | "orderChanges"> {
  readonly flipPercent: string;
  readonly orderPercent: string;
}

export const simulatedDependence = ({
  seed,
  markets,
  spreadPercent,
  awardFlips,
  orderChanges,
}: Omit<RecordedSimulation, "basisSha256" | "acknowledged">): SimulatedDependence => ({
  seed,
  markets,
  spreadPercent,
  awardFlips,
  orderChanges,
  flipPercent: percentText(awardFlips, markets),
  orderPercent: percentText(orderChanges, markets),
});

/** What a relative model is to be told with; null where no bid's result depends on other bids. */
export const acknowledgedDependence = ({
  evaluation,
  simulation,
}: Pick<TenderContent, "evaluation" | "simulation">): SimulatedDependence | null =>
  isRelative(evaluation) && simulation ? simulatedDependence(simulation) : null;
