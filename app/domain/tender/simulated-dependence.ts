import { percentText } from "#app/domain/tender/percent-text.ts";
import type { RecordedSimulation } from "#app/domain/tender/tender.ts";

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
