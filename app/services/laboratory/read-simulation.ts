import { figure } from "#app/domain/evaluation/tender/figure.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { partBehaviours, percentOf, simulationFindings } from "#app/domain/laboratory/model-behaviour.ts";
import { wholeNumber } from "#app/domain/money/fraction.ts";
import type { Finding } from "#app/domain/tender/finding.ts";
import { simulationBasis } from "#app/domain/tender/simulation-basis.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { simulationsOf } from "#app/services/laboratory/simulations.ts";

/** The last simulation as a page shows it. Percents are exact shares of the markets, with text for the eye. */
export type SimulationView =
  | { readonly state: "none" | "failed" }
  | { readonly state: "running"; readonly done: number; readonly markets: number }
  | {
      readonly state: "done";
      readonly seed: number;
      readonly markets: number;
      readonly bids: number;
      readonly spreadPercent: number;
      /** Whether what was simulated has been changed since. */
      readonly outdated: boolean;
      readonly flips: number;
      readonly orderChanges: number;
      readonly ties: number;
      readonly lowestPriceFirst: Figure;
      readonly highestQualityFirst: Figure;
      readonly parts: readonly {
        readonly part: string | null;
        readonly announced: Figure | null;
        readonly effective: Figure | null;
        readonly decides: Figure;
      }[];
      readonly findings: readonly Finding[];
    };

/** For those who may read the draft; asks nothing itself. */
export function viewSimulation(app: Application, tenderId: string, draft: DraftTender): SimulationView {
  const simulation = simulationsOf(app).get(tenderId);
  if (simulation === undefined) return { state: "none" };
  const { counts, seed, spreadPercent, markets, done } = simulation;
  if (simulation.state === "running") return { state: "running", done, markets };
  if (counts === null) return { state: "failed" };
  const ofMarkets = (count: number) => figure(percentOf(wholeNumber(count), wholeNumber(counts.markets)));
  return {
    state: "done",
    seed,
    spreadPercent,
    markets: counts.markets,
    bids: counts.bids,
    outdated: simulation.basisSha256 !== simulationBasis(draft),
    flips: counts.flips,
    orderChanges: counts.orderChanges,
    ties: counts.ties,
    lowestPriceFirst: ofMarkets(counts.lowestPriceFirst),
    highestQualityFirst: ofMarkets(counts.highestQualityFirst),
    parts: partBehaviours(draft, counts).map(({ part, announced, effective, decides }) => ({
      part,
      announced: announced && figure(announced),
      effective: effective && figure(effective),
      decides: figure(decides),
    })),
    findings: simulationFindings(draft, counts),
  };
}
