import type { Actor } from "#app/domain/account/actor.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Exclusion, Measure } from "#app/domain/catalogue/requirement.ts";
import { exclusions } from "#app/domain/catalogue/requirement.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language, Text } from "#app/domain/language.ts";
import { type MeasureSegment, measureSegments } from "#app/domain/tender/measure-segments.ts";
import { type WorthUnit, worthUnit } from "#app/domain/tender/model-units.ts";
import { type SamplePlan, samplePlan } from "#app/domain/tender/sample-plan.ts";
import type { DraftTender, TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { type DraftFinding, readDraft } from "#app/services/tender/read-draft.ts";

export interface DraftRequirementView {
  readonly requirement: TenderRequirement;
  readonly version: number;
  readonly mayEdit: boolean;
  readonly worthUnit: WorthUnit;
  readonly area: Text;
  /** False for one of the buyer's own. */
  readonly ofCatalogue: boolean;
  readonly mustOnly: boolean;
  readonly competitionNote: Text | null;
  readonly note: Text | null;
  readonly measure: EditableMeasure | null;
  /** What its limit takes to be proved; null where it is no share of calls. */
  readonly samplePlan: SamplePlan | null;
  readonly findings: readonly DraftFinding[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** The sentence in its pieces, and what may be chosen in place of each code. */
interface EditableMeasure {
  readonly segments: readonly MeasureSegment[];
  readonly variants: readonly { readonly id: string; readonly formula: string; readonly note: Text | null }[];
  readonly windows: readonly { readonly id: string; readonly name: Text }[];
  readonly exclusions: readonly { readonly id: Exclusion; readonly name: Text }[];
}

/** One requirement of a draft, for the editor. Faults: `not_found`, `wrong_stage`. */
export async function readDraftRequirement(
  app: Application,
  actor: Actor,
  tenderId: string,
  requirementId: string,
  language: Language,
): Promise<Result<DraftRequirementView>> {
  const view = await readDraft(app, actor, tenderId);
  if (!view.ok) return view;
  const { draft, version, mayEdit, findings } = view.value;
  const place = draft.requirements.findIndex(({ id }) => id === requirementId);
  const requirement = draft.requirements[place];
  if (requirement === undefined) return failure({ code: "not_found" });
  const original = app.catalogue.requirements.get(requirementId);
  const path = `requirements.${requirementId}.`;
  return success({
    requirement,
    version,
    mayEdit,
    worthUnit: worthUnit(draft.evaluation),
    area: app.catalogue.areas.get(requirement.area)?.name ?? { sv: requirement.area, en: requirement.area },
    ofCatalogue: original !== undefined,
    mustOnly: original?.levelSwitch === "must_only",
    competitionNote: original?.competitionNote ?? null,
    note: original?.note ?? null,
    measure: editableMeasure(app, requirement, language),
    samplePlan: requirement.measure && rememberedPlan(requirement.measure, draft, app.catalogue),
    findings: findings.filter((finding) => finding.path.startsWith(path)),
    previous: draft.requirements[place - 1]?.id ?? null,
    next: draft.requirements[place + 1]?.id ?? null,
  });
}

function editableMeasure(
  { catalogue }: Application,
  { measure }: TenderRequirement,
  language: Language,
): EditableMeasure | null {
  if (measure === null) return null;
  const metric = catalogue.metrics.get(measure.metric);
  const windows = [...new Set([measure.window, ...(metric?.windows ?? [])])];
  return {
    segments: measureSegments(measure, catalogue, language),
    variants: (metric?.variants ?? []).map(({ id, formula, note }) => ({ id, formula, note })),
    windows: windows.flatMap((id) => {
      const term = catalogue.windows.get(id);
      return term ? [{ id, name: term.name }] : [];
    }),
    exclusions: exclusions.flatMap((id) => {
      const term = catalogue.exclusions.get(id);
      return term ? [{ id, name: term.name }] : [];
    }),
  };
}

/** The exact computation takes some time, and the page is read again after every change to any field. */
const plans = new Map<string, SamplePlan | null>();
const mostPlans = 200;

function rememberedPlan(
  measure: Measure,
  { priceItems, contractMonths }: DraftTender,
  catalogue: Catalogue,
): SamplePlan | null {
  const key = JSON.stringify([measure, priceItems, contractMonths]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = samplePlan(measure, { priceItems, contractMonths }, catalogue);
  if (plans.size >= mostPlans) plans.clear();
  plans.set(key, plan);
  return plan;
}
