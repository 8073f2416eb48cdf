import { Form } from "react-router";
import { AutosaveForm, ButtonFaults } from "#app/components/autosave-form.tsx";
import { Button } from "#app/components/button.tsx";
import { RadioGroup, SelectField } from "#app/components/choice-field.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FindingList } from "#app/components/finding-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { savingAction } from "#app/components/saving-action.ts";
import { NumberField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { ServiceCredits } from "#app/domain/tender/service-credits.ts";
import { type DraftForm, readDraftForm } from "#app/server/draft-form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { readDraftCredits } from "#app/services/tender/read-draft-credits.ts";
import type { Route } from "./+types/tenders.$tenderId.draft.credits";

export const loader = guarded("tender.draft.read", async ({ app, actor, params }) =>
  expectValue(await readDraftCredits(app, actor, param(params, "tenderId"))),
);

export const action = guarded("tender.draft.edit", async ({ app, actor, params, request }) => {
  const form = await readDraftForm(request);
  const tenderId = param(params, "tenderId");
  const now = expectValue(await readDraftCredits(app, actor, tenderId));
  const serviceCredits = changed(now, form);
  const edited = await editTenderDraft(app, actor, tenderId, form.version, [
    { type: "set-service-credits", serviceCredits },
  ]);
  return edited.ok ? { faults: [] } : refused(edited.faults);
});

type Page = Route.ComponentProps["loaderData"];

function changed({ credits, measured }: Page, form: DraftForm): ServiceCredits {
  if (form.intent === "add") {
    const requirement = form.text("requirement");
    const limit = measured.find(({ id }) => id === requirement)?.threshold ?? "";
    return { ...credits, steps: [...credits.steps, { requirement, limit, percent: "5" }] };
  }
  if (form.has("remove")) {
    const removed = Number(form.text("remove"));
    return { ...credits, steps: credits.steps.filter((_, index) => index !== removed) };
  }
  const months = form.number("serviceCredits.terminationAfter");
  return {
    feeItem: form.text("serviceCredits.feeItem") || null,
    capPercent: form.number("serviceCredits.capPercent") ?? "",
    combine: form.text("serviceCredits.combine") === "sum" ? "sum" : "largest",
    terminationAfter: months === null ? null : Number(months),
    steps: credits.steps.map((step, index) => ({
      requirement: step.requirement,
      limit: form.number(`serviceCredits.steps.${index}.limit`) ?? "",
      percent: form.number(`serviceCredits.steps.${index}.percent`) ?? "",
    })),
  };
}

/** Steps have no names of their own: one is the same as long as it stands where it stood. */
const keyed = ({ steps }: ServiceCredits) =>
  steps.map((step, index) => ({ ...step, index, key: `${step.requirement}.${index}` }));

export const clientAction = savingAction;

/** What a missed month costs: rules of the schedule, then its steps. */
export default function Credits({ loaderData: page }: Route.ComponentProps) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const { credits, version, mayEdit, findings, priceItems } = page;
  const shown = (value: string) => (t.language === "sv" ? value.replace(".", ",") : value);
  return (
    <>
      <PageHeader title={t("tender.draft.credits")} lead={t("serviceCredits.lead")} />
      <ButtonFaults />
      <div
        className={findings.length === 0 ? "" : "grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_16rem]"}
      >
        <div className="flex min-w-0 flex-col gap-8">
          {credits.steps.length === 0 ? (
            <EmptyState title={t("serviceCredits.none")}>{t("serviceCredits.noneText")}</EmptyState>
          ) : (
            <AutosaveForm version={version} disabled={!mayEdit} className="flex flex-col gap-8">
              <fieldset className="flex max-w-measure flex-col gap-5">
                <legend className="mb-3 font-semibold text-xl">{t("serviceCredits.rules")}</legend>
                <SelectField
                  name="serviceCredits.feeItem"
                  label={t("serviceCredits.feeItem")}
                  hint={t("serviceCredits.feeItemHint")}
                  faults={faults}
                  defaultValue={credits.feeItem ?? ""}
                  choices={[
                    { value: "", label: t("serviceCredits.choose") },
                    ...priceItems.map(({ id, name }) => ({ value: id, label: name[t.language] || id })),
                  ]}
                />
                <NumberField
                  name="serviceCredits.capPercent"
                  label={t("serviceCredits.capPercent")}
                  hint={t("serviceCredits.capHint")}
                  unit="%"
                  faults={faults}
                  defaultValue={shown(credits.capPercent)}
                />
                <RadioGroup
                  name="serviceCredits.combine"
                  label={t("serviceCredits.combine")}
                  faults={faults}
                  defaultValue={credits.combine}
                  choices={[
                    { value: "largest", label: t("serviceCredits.largest") },
                    { value: "sum", label: t("serviceCredits.sum") },
                  ]}
                />
                <NumberField
                  name="serviceCredits.terminationAfter"
                  label={t("serviceCredits.terminationAfter")}
                  hint={t("serviceCredits.terminationHint")}
                  unit={t("serviceCredits.months")}
                  faults={faults}
                  optional
                  defaultValue={credits.terminationAfter ?? ""}
                />
              </fieldset>
              <section className="flex flex-col gap-4">
                <h2 className="text-xl">{t("serviceCredits.steps")}</h2>
                {keyed(credits).map(({ key, index }) => (
                  <Step key={key} page={page} index={index} shown={shown} />
                ))}
              </section>
            </AutosaveForm>
          )}
          {mayEdit && <AddStep page={page} />}
          {mayEdit && credits.steps.length > 0 && <RemoveSteps page={page} shown={shown} />}
        </div>
        <FindingList findings={findings} version={null} hrefOf={({ path }) => `#${path}`} />
      </div>
    </>
  );
}

function Step({
  page: { credits, measured },
  index,
  shown,
}: {
  readonly page: Page;
  readonly index: number;
  readonly shown: (value: string) => string;
}) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const step = credits.steps[index];
  if (step === undefined) return null;
  const requirement = measured.find(({ id }) => id === step.requirement);
  const unit = requirement?.unit[t.language] ?? "";
  const field = `serviceCredits.steps.${index}`;
  return (
    <fieldset
      id={`${field}.requirement`}
      className="flex flex-wrap gap-x-6 gap-y-2 rounded-md border border-line bg-surface p-4"
    >
      <legend className="px-1 font-medium">
        {t("serviceCredits.step", {
          id: step.requirement,
          title: requirement?.title[t.language] ?? "",
        })}
      </legend>
      <NumberField
        name={`${field}.limit`}
        label={t("serviceCredits.stepLimit")}
        hint={
          requirement &&
          t("serviceCredits.threshold", { limit: `${shown(requirement.threshold)} ${unit}`.trim() })
        }
        unit={unit}
        faults={faults}
        defaultValue={shown(step.limit)}
      />
      <NumberField
        name={`${field}.percent`}
        label={t("serviceCredits.stepPercent")}
        unit={t("serviceCredits.ofFee")}
        faults={faults}
        defaultValue={shown(step.percent)}
      />
    </fieldset>
  );
}

function AddStep({ page: { measured, version } }: { readonly page: Page }) {
  const t = useTranslate();
  if (measured.length === 0) return <p className="text-ink-quiet">{t("serviceCredits.noneMeasured")}</p>;
  return (
    <Form method="post" className="flex max-w-measure flex-col gap-3">
      <input type="hidden" name="version" value={version} />
      <SelectField
        name="requirement"
        label={t("serviceCredits.requirement")}
        choices={measured.map(({ id, title }) => ({ value: id, label: `${id} ${title[t.language]}` }))}
      />
      <div>
        <Button name="intent" value="add">
          {t("serviceCredits.add")}
        </Button>
      </div>
    </Form>
  );
}

function RemoveSteps({
  page: { credits, version },
  shown,
}: {
  readonly page: Page;
  readonly shown: (value: string) => string;
}) {
  const t = useTranslate();
  return (
    <details>
      <summary>{t("serviceCredits.remove")}</summary>
      <Form method="post" className="mt-3 flex flex-wrap gap-2">
        <input type="hidden" name="version" value={version} />
        {keyed(credits).map(({ key, index, requirement, limit }) => (
          <Button key={key} variant="danger" name="remove" value={index}>
            {t("serviceCredits.removeStep", { id: requirement, limit: shown(limit) })}
          </Button>
        ))}
      </Form>
    </details>
  );
}
