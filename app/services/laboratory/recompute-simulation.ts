import { failure, type Result, success } from "#app/domain/fault.ts";
import { simulateMarkets } from "#app/domain/laboratory/simulate-markets.ts";
import { recordedSimulation, simulationBasis } from "#app/domain/tender/simulation-basis.ts";
import type { RecordedSimulation, TenderContent } from "#app/domain/tender/tender.ts";

type Figures = Omit<RecordedSimulation, "acknowledged">;

export interface RecomputedSimulation {
  readonly computed: Figures;
  /** What the tender says; null when it records none. */
  readonly recorded: RecordedSimulation | null;
  /** Whether the tender's figures are those of its model; null when it records none. */
  readonly agrees: boolean | null;
}

/** As the application simulates unless it is told otherwise. */
const usual = { seed: 1, markets: 4000, spreadPercent: 30 } as const;

/** The simulation that a tender records, drawn again from its seed. Fault: `draft_not_ready`. */
export function recomputeSimulation(tender: TenderContent): Result<RecomputedSimulation> {
  const recorded = tender.simulation;
  const { seed, markets, spreadPercent } = recorded ?? usual;
  const counts = simulateMarkets({ tender, seed, markets, spreadPercent });
  if (!counts.ok) return counts;
  if (counts.value === null) return failure({ code: "draft_not_ready" });
  const { flips: awardFlips, orderChanges } = counts.value;
  const basisSha256 = simulationBasis(tender);
  return success({
    computed: { seed, markets, spreadPercent, awardFlips, orderChanges, basisSha256 },
    recorded,
    agrees:
      recorded &&
      recordedSimulation(tender) === "current" &&
      recorded.awardFlips === awardFlips &&
      recorded.orderChanges === orderChanges,
  });
}
