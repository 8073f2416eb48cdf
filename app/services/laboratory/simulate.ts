import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { laboratoryCase } from "#app/domain/laboratory/laboratory-case.ts";
import { laboratoryParts } from "#app/domain/laboratory/laboratory-part.ts";
import { priceRange } from "#app/domain/laboratory/price-range.ts";
import { simulationBasis } from "#app/domain/tender/simulation-basis.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { simulateInWorker } from "#app/services/laboratory/run-in-worker.ts";
import { type Simulation, simulationsOf } from "#app/services/laboratory/simulations.ts";
import { readDraft } from "#app/services/tender/read-draft.ts";

export const simulatedMarkets = 4000;
/** Each takes a processor for a second or so. */
const mostAtOnce = 2;

export interface SimulationSettings {
  readonly seed: number;
  readonly spreadPercent: number;
}

/**
 * Starts to simulate markets for the draft as it is now; an earlier run of the same tender is stopped. `ended` settles
 * when it has ended in whatever way; a page does not wait for it. Nothing is written.
 *
 * Faults, beside those of `readDraft`: `draft_not_ready` while the model cannot be computed, `simulations_busy`.
 */
export async function startSimulation(
  app: Application,
  actor: Actor,
  tenderId: string,
  { seed, spreadPercent }: SimulationSettings,
): Promise<Result<{ readonly ended: Promise<void> }>> {
  const view = await readDraft(app, actor, tenderId);
  if (!view.ok) return view;
  const { draft: tender } = view.value;
  const parts = laboratoryParts(tender, "requirement");
  const nothingToRank = parts.length === 0 && tender.evaluation.type !== "lowest_price";
  if (nothingToRank || !laboratoryCase(tender, parts).ok || priceRange(tender, spreadPercent) === null) {
    return failure({ code: "draft_not_ready" });
  }
  const simulations = simulationsOf(app);
  simulations.get(tenderId)?.stop.abort();
  simulations.delete(tenderId);
  const running = [...simulations.values()].filter(({ state }) => state === "running");
  if (running.length >= mostAtOnce) return failure({ code: "simulations_busy" });
  const simulation: Simulation = {
    basisSha256: simulationBasis(tender),
    seed,
    spreadPercent,
    markets: simulatedMarkets,
    stop: new AbortController(),
    done: 0,
    state: "running",
    counts: null,
  };
  simulations.set(tenderId, simulation);
  return success({ ended: run(app, { tender, seed, spreadPercent }, simulation) });
}

async function run(
  { root }: Application,
  task: Pick<Parameters<typeof simulateInWorker>[0], "tender" | "seed" | "spreadPercent">,
  simulation: Simulation,
): Promise<void> {
  try {
    const result = await simulateInWorker(
      { ...task, markets: simulation.markets },
      {
        root,
        signal: simulation.stop.signal,
        onProgress: (done) => {
          simulation.done = done;
        },
      },
    );
    simulation.counts = result?.ok ? result.value : null;
    simulation.state = simulation.counts === null ? "failed" : "done";
  } catch {
    simulation.state = "failed";
  }
}

/** Stops the simulation of a tender; nothing of it is kept. Fault `simulation_not_running`. */
export async function cancelSimulation(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<null>> {
  const access = await authoriseTender(app, app.database.read, actor, "tender.draft.read", tenderId);
  if (!access.ok) return access;
  const simulations = simulationsOf(app);
  const simulation = simulations.get(tenderId);
  if (simulation?.state !== "running") return failure({ code: "simulation_not_running" });
  simulation.stop.abort();
  simulations.delete(tenderId);
  return success(null);
}
