import type { Actor } from "#app/domain/account/actor.ts";
import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { type ModelChoice, modelChoiceOf } from "#app/domain/tender/model-choice.ts";
import { parametersOf } from "#app/domain/tender/model-parameters.ts";
import { type WorthUnit, worthIn, worthUnit } from "#app/domain/tender/model-units.ts";
import { type TypicalCosts, typicalCosts } from "#app/domain/tender/point-cost.ts";
import { type SimulatedDependence, simulatedDependence } from "#app/domain/tender/simulated-dependence.ts";
import { recordedSimulation } from "#app/domain/tender/simulation-basis.ts";
import type { EvaluationModel, TenderRequirement } from "#app/domain/tender/tender.ts";
import { type ExampleBid, workedExample } from "#app/domain/tender/worked-example.ts";
import type { Application } from "#app/services/application.ts";
import { type SimulationView, viewSimulation } from "#app/services/laboratory/read-simulation.ts";
import { simulatedMarkets } from "#app/services/laboratory/simulate.ts";
import { type DraftFinding, readDraft } from "#app/services/tender/read-draft.ts";
import { pageOfPath } from "#app/services/tender/read-draft-outline.ts";

export interface DraftEvaluation {
  readonly version: number;
  readonly mayEdit: boolean;
  readonly findings: readonly DraftFinding[];
  readonly evaluation: EvaluationModel;
  readonly choice: ModelChoice;
  readonly relative: boolean;
  /** Numbers of the model by path below `evaluation`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly worthUnit: WorthUnit;
  /** What each should is worth in the model, decimal string; null while nothing is said. */
  readonly shoulds: readonly (Pick<TenderRequirement, "id" | "title"> & { readonly worth: string | null })[];
  readonly costs: TypicalCosts;
  readonly example: readonly ExampleBid[] | null;
  /** What the conversion into points starts from, SEK. */
  readonly upperBound: string;
  readonly recorded: SimulatedDependence | null;
  readonly recordedState: ReturnType<typeof recordedSimulation>;
  readonly simulation: Exclude<SimulationView, { state: "done" }> | SimulationSummary;
  readonly simulatedMarkets: number;
}

/** The part of a simulation that is recorded; the laboratory shows the rest. */
interface SimulationSummary {
  readonly state: "done";
  readonly outdated: boolean;
  readonly figures: SimulatedDependence;
}

/** The evaluation page of a draft. Faults: `not_found`, `wrong_stage`. */
export async function readDraftEvaluation(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<DraftEvaluation>> {
  const view = await readDraft(app, actor, tenderId);
  if (!view.ok) return view;
  const { draft, version, mayEdit, findings } = view.value;
  const { evaluation, ceilingPriceSek, estimatedValueSek } = draft;
  return success({
    version,
    mayEdit,
    findings: findings.filter(({ path }) => pageOfPath(path) === "evaluation"),
    evaluation,
    choice: modelChoiceOf(evaluation),
    relative: isRelative(evaluation),
    parameters: parametersOf(evaluation),
    worthUnit: worthUnit(evaluation),
    shoulds: draft.requirements
      .filter(({ level }) => level === "should")
      .map((should) => ({ id: should.id, title: should.title, worth: worthIn(evaluation, should) })),
    costs: typicalCosts(draft),
    example: workedExample(draft),
    upperBound: ceilingPriceSek ?? estimatedValueSek ?? "",
    recorded: draft.simulation && simulatedDependence(draft.simulation),
    recordedState: recordedSimulation(draft),
    simulation: summaryOf(viewSimulation(app, tenderId, draft)),
    simulatedMarkets,
  });
}

function summaryOf(simulation: SimulationView): DraftEvaluation["simulation"] {
  if (simulation.state !== "done") return simulation;
  const { state, outdated, flips: awardFlips } = simulation;
  return { state, outdated, figures: simulatedDependence({ ...simulation, awardFlips }) };
}
