import type { MarketCounts } from "#app/domain/laboratory/simulate-markets.ts";
import type { Application } from "#app/services/application.ts";

/** The last simulation of a tender's draft. Kept in memory only: its seed and the draft give it again. */
export interface Simulation {
  /** Of the draft that was simulated (`simulationBasis`). */
  readonly basisSha256: string;
  readonly seed: number;
  readonly markets: number;
  readonly spreadPercent: number;
  readonly stop: AbortController;
  done: number;
  state: "running" | "done" | "failed";
  counts: MarketCounts | null;
}

const known = new WeakMap<Application["database"], Map<string, Simulation>>();

/** By tender. */
export function simulationsOf({ database }: Application): Map<string, Simulation> {
  const simulations = known.get(database) ?? new Map<string, Simulation>();
  known.set(database, simulations);
  return simulations;
}
