import { ButtonFaults } from "#app/components/autosave-form.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { EvaluationModelText, WorkedExample } from "#app/components/evaluation-model.tsx";
import { FindingList } from "#app/components/finding-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { savingAction } from "#app/components/saving-action.ts";
import { useTranslate } from "#app/components/translation.tsx";
import { readDraftForm } from "#app/server/draft-form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { recordSimulation } from "#app/services/laboratory/record-simulation.ts";
import { cancelSimulation, startSimulation } from "#app/services/laboratory/simulate.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { readDraftEvaluation } from "#app/services/tender/read-draft-evaluation.ts";
import type { Route } from "./+types/route";
import { Convert } from "./convert.tsx";
import { editsOfForm } from "./edits-of-form.ts";
import { ModelCards } from "./model-cards.tsx";
import { ModelNumbers } from "./model-numbers.tsx";
import { Simulation } from "./simulation.tsx";
import { TieBreak } from "./tie-break.tsx";
import { Worth } from "./worth.tsx";

export const loader = guarded("tender.draft.read", async ({ app, actor, params }) =>
  expectValue(await readDraftEvaluation(app, actor, param(params, "tenderId"))),
);

/** The markets of the laboratory as it opens, so that both pages show the same run. */
const markets = { seed: 1, spreadPercent: 30 } as const;

export const action = guarded("tender.draft.edit", async ({ app, actor, params, request }) => {
  const form = await readDraftForm(request);
  const tenderId = param(params, "tenderId");
  const { version, intent } = form;
  const done = await {
    simulate: () => startSimulation(app, actor, tenderId, markets),
    cancel: () => cancelSimulation(app, actor, tenderId),
    record: () => recordSimulation(app, actor, tenderId, version, { acknowledged: form.has("acknowledged") }),
    edit: () => editTenderDraft(app, actor, tenderId, version, editsOfForm(form)),
  }[intent === "simulate" || intent === "cancel" || intent === "record" ? intent : "edit"]();
  return done.ok ? { faults: [] } : refused(done.faults);
});

export const clientAction = savingAction;

export default function Evaluation({ loaderData }: Route.ComponentProps) {
  const t = useTranslate();
  const { version, mayEdit, findings, example, evaluation } = loaderData;
  return (
    <>
      <PageHeader
        title={t("tender.draft.evaluation")}
        lead={t("tender.evaluation.lead")}
        action={
          <ButtonLink to="../laboratory" relative="path">
            {t("laboratory.link")}
          </ButtonLink>
        }
      />
      <ButtonFaults />
      <div
        className={findings.length === 0 ? "" : "grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_16rem]"}
      >
        <div className="flex min-w-0 flex-col gap-10">
          <ModelCards data={loaderData} />
          <EvaluationModelText evaluation={evaluation} />
          <ModelNumbers data={loaderData} />
          {loaderData.relative && <Simulation data={loaderData} />}
          <Worth data={loaderData} />
          <TieBreak data={loaderData} />
          {!loaderData.relative && <Simulation data={loaderData} />}
          {example && <WorkedExample example={example} evaluation={evaluation} />}
          {mayEdit && <Convert data={loaderData} />}
        </div>
        <FindingList
          findings={findings}
          version={mayEdit ? version : null}
          hrefOf={({ path }) => `#${path}`}
        />
      </div>
    </>
  );
}
