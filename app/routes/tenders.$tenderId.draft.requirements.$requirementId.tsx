import { Form, Link, redirect } from "react-router";
import { z } from "zod";
import { AutosaveForm, ButtonFaults } from "#app/components/autosave-form.tsx";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { FindingList } from "#app/components/finding-list.tsx";
import { LevelSwitch } from "#app/components/level-switch.tsx";
import { MeasureEditor } from "#app/components/measure-editor.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SamplePlanTable } from "#app/components/sample-plan.tsx";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { savingAction } from "#app/components/saving-action.ts";
import { NumberField, TextArea, TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { ValueFunction } from "#app/components/value-function.tsx";
import {
  aggregations,
  answerTypes,
  comparators,
  exclusions,
  levels,
  proofKinds,
  usesOfMeasurement,
} from "#app/domain/catalogue/requirement.ts";
import { isUseOfLevel } from "#app/domain/catalogue/use-of-level.ts";
import { languages } from "#app/domain/language.ts";
import { type DraftEdit, editableTexts, type MeasureChange } from "#app/domain/tender/draft-edit.ts";
import { type DraftForm, readDraftForm } from "#app/server/draft-form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import {
  type DraftRequirementView,
  readDraftRequirement,
} from "#app/services/tender/read-draft-requirement.ts";
import type { Route } from "./+types/tenders.$tenderId.draft.requirements.$requirementId";

export const loader = guarded("tender.draft.read", async ({ app, actor, params, language }) => {
  const [tenderId, id] = [param(params, "tenderId"), param(params, "requirementId")];
  return expectValue(await readDraftRequirement(app, actor, tenderId, id, language));
});

export const action = guarded("tender.draft.edit", async ({ app, actor, params, request }) => {
  const [tenderId, id] = [param(params, "tenderId"), param(params, "requirementId")];
  const form = await readDraftForm(request);
  const edited = await editTenderDraft(app, actor, tenderId, form.version, editsOf(form, id));
  if (!edited.ok) return refused(edited.faults);
  if (form.intent === "unpick") throw redirect(`/tenders/${tenderId}/draft/pick`);
  return { faults: [] };
});

/** Texts first, so that a number or verb that follows its field is put into what was just written. */
function editsOf(form: DraftForm, id: string): readonly DraftEdit[] {
  if (form.intent === "reason") return form.reasons();
  if (form.intent === "unpick") return [{ type: "unpick", ids: [id] }];
  const field = (name: string) => `requirements.${id}.${name}`;
  const edits: DraftEdit[] = [];
  for (const name of editableTexts) {
    if (form.has(field(`${name}.sv`))) {
      edits.push({ type: "set-text", id, field: name, text: form.texts(field(name)) });
    }
  }
  const answer = z.enum(answerTypes).safeParse(form.text(field("answer")));
  if (answer.success) edits.push({ type: "set-answer", id, answer: answer.data });
  const proofKind = z.enum(proofKinds).safeParse(form.text(field("proofKind")));
  if (proofKind.success) edits.push({ type: "set-proof-kind", id, proofKind: proofKind.data });
  const use = z.enum(usesOfMeasurement).safeParse(form.text(field("useOfMeasurement")));
  if (use.success) edits.push({ type: "set-use", id, use: use.data });
  if (form.has(field("measure.window"))) {
    edits.push({ type: "set-measure", id, change: measureOf(form, field("measure.")) });
  }
  const worth = field("weight");
  const level = z.enum(levels).safeParse(form.text(field("level")));
  if (form.has(worth)) edits.push({ type: "set-worth", id, worth: form.number(worth) });
  if (level.success) edits.push({ type: "set-level", id, level: level.data });
  return edits;
}

function measureOf(form: DraftForm, prefix: string): MeasureChange {
  const comparator = z.enum(comparators).safeParse(form.text(`${prefix}comparator`));
  const names = form.all(`${prefix}parameter`);
  const parameters = names.map((name) => [name, form.number(`${prefix}parameters.${name}`) ?? ""]);
  const bound = (name: "threshold" | "thresholdUpper") =>
    form.has(prefix + name) ? { [name]: form.number(prefix + name) ?? "" } : {};
  const whole = (name: string) => Number.parseInt(form.text(prefix + name), 10) || null;
  return {
    ...bound("threshold"),
    ...bound("thresholdUpper"),
    ...(comparator.success ? { comparator: comparator.data } : {}),
    variant: form.text(`${prefix}variant`),
    window: form.text(`${prefix}window`),
    aggregation: z
      .enum(aggregations)
      .catch("every_window")
      .parse(form.text(`${prefix}aggregation`)),
    aggregationK: whole("aggregationK"),
    aggregationN: whole("aggregationN"),
    exclusions: exclusions.filter((code) => form.all(`${prefix}exclusions`).includes(code)),
    parameters: Object.fromEntries(parameters),
  };
}

export const clientAction = savingAction;

export default function RequirementEditor({ loaderData: view, params }: Route.ComponentProps) {
  const t = useTranslate();
  const { requirement, version, mayEdit, findings } = view;
  const base = `/tenders/${params.tenderId}/draft`;
  return (
    <article key={requirement.id}>
      <title>{`${requirement.title[t.language] || requirement.id} – ${t("common.product")}`}</title>
      <ButtonFaults />
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_16rem]">
        <div className="min-w-0">
          <p className="mb-1 flex flex-wrap items-center gap-x-3 text-ink-quiet text-sm">
            {view.ofCatalogue ? (
              <Link to={`/catalogue/${requirement.id}`} className="font-mono">
                {requirement.id}
              </Link>
            ) : (
              <span className="font-mono">{requirement.id}</span>
            )}
            {view.area[t.language]}
          </p>
          <h1 className="mb-6 text-2xl">{requirement.title[t.language] || t("tender.edit.untitled")}</h1>
          <AutosaveForm version={version} disabled={!mayEdit} className="flex flex-col gap-8">
            <LevelAndWorth view={view} />
            <BothLanguages view={view} name="text" label={t("tender.edit.text")} rows={3} />
            {requirement.measure && view.measure && (
              <MeasureEditor id={requirement.id} measure={requirement.measure} choices={view.measure} />
            )}
            {view.samplePlan && <SamplePlanTable plan={view.samplePlan} />}
            <Proof view={view} />
            <details open={findings.some(({ path }) => /title|motive|followUp/.test(path))}>
              <summary className="font-medium text-lg">{t("tender.edit.more")}</summary>
              <div className="mt-4 flex flex-col gap-6">
                <BothLanguages view={view} name="title" label={t("tender.edit.title")} />
                <BothLanguages view={view} name="motive" label={t("tender.edit.motive")} rows={2} />
                <BothLanguages view={view} name="followUp" label={t("catalogue.followUp")} rows={2} />
              </div>
            </details>
          </AutosaveForm>
          {requirement.level === "should" && (
            <section className="mt-8">
              <h2 className="mb-3 text-lg">{t("tender.edit.scale")}</h2>
              <ValueFunction scoring={requirement.scoring} />
            </section>
          )}
          <Footer view={view} base={base} />
        </div>
        <aside aria-label={t("tender.edit.findings")} className="flex flex-col gap-4 xl:sticky xl:top-4">
          <h2 className="text-lg">{t("tender.edit.findings")}</h2>
          {findings.length === 0 && <Notice tone="positive">{t("tender.edit.noFindings")}</Notice>}
          <FindingList
            findings={findings}
            version={mayEdit ? version : null}
            hrefOf={({ path }) => `#${path}`}
          />
          {view.competitionNote && (
            <Notice title={t("catalogue.competition")}>{view.competitionNote[t.language]}</Notice>
          )}
          {view.note && <Notice title={t("catalogue.note")}>{view.note[t.language]}</Notice>}
        </aside>
      </div>
    </article>
  );
}

interface Part {
  readonly view: DraftRequirementView;
}

function LevelAndWorth({ view: { requirement, worthUnit, mustOnly } }: Part) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const { id, level, weight, valueSek } = requirement;
  const weighted = worthUnit === "points";
  const worth = weighted ? weight : valueSek;
  const part = weighted ? "weight" : "valueSek";
  return (
    <div className="flex flex-wrap items-end gap-x-10 gap-y-4">
      <LevelSwitch
        name={`requirements.${id}.level`}
        level={level}
        {...(mustOnly && { hint: t("tender.edit.mustOnly") })}
      />
      {level === "should" && (
        <span id={`requirements.${id}.${part}`}>
          <NumberField
            key={worth}
            name={`requirements.${id}.weight`}
            label={weighted ? t("tender.evaluation.points") : t("tender.edit.worthSek")}
            hint={t("tender.edit.worthHint")}
            {...(weighted ? {} : { unit: "kr" })}
            defaultValue={(t.language === "sv" ? worth?.replace(".", ",") : worth) ?? ""}
            faults={faults}
          />
        </span>
      )}
    </div>
  );
}

/** A text in both languages side by side, as wide as it will be printed. */
function BothLanguages({
  view: { requirement },
  name,
  label,
  rows,
}: Part & { name: (typeof editableTexts)[number]; label: string; rows?: number }) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const path = `requirements.${requirement.id}.${name}`;
  return (
    <div id={path} className="grid gap-4 md:grid-cols-2">
      {languages.map((language) => {
        const field = {
          name: `${path}.${language}`,
          label: `${label}, ${t(`tender.edit.${language}`)}`,
          defaultValue: requirement[name][language],
          faults,
          lang: language,
        };
        return rows === undefined ? (
          <TextField key={language} {...field} />
        ) : (
          <TextArea key={language} {...field} rows={rows} />
        );
      })}
    </div>
  );
}

function Proof({ view }: Part) {
  const t = useTranslate();
  const { requirement, ofCatalogue } = view;
  const path = `requirements.${requirement.id}`;
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <SelectField
          name={`${path}.proofKind`}
          label={t("catalogue.proofKind.label")}
          defaultValue={requirement.proofKind}
          choices={proofKinds.map((kind) => ({ value: kind, label: t(`catalogue.proofKind.${kind}`) }))}
        />
        <SelectField
          name={`${path}.useOfMeasurement`}
          label={t("catalogue.use.label")}
          defaultValue={requirement.useOfMeasurement}
          choices={usesOfMeasurement
            .filter((use) => isUseOfLevel(use, requirement.level))
            .map((use) => ({ value: use, label: t(`catalogue.use.${use}`) }))}
        />
        {!ofCatalogue && (
          <SelectField
            name={`${path}.answer`}
            label={t("catalogue.answer.label")}
            defaultValue={requirement.answer.type}
            choices={answerTypes
              .filter((type) => type !== "choice")
              .map((type) => ({ value: type, label: t(`catalogue.answer.${type}`) }))}
          />
        )}
      </div>
      <BothLanguages view={view} name="proof" label={t("catalogue.proof")} rows={2} />
    </section>
  );
}

function Footer({ view: { previous, next, version, mayEdit }, base }: Part & { base: string }) {
  const t = useTranslate();
  return (
    <nav
      aria-label={t("catalogue.neighbours")}
      className="mt-10 flex flex-wrap items-center gap-3 border-line border-t pt-4"
    >
      {previous && (
        <ButtonLink to={`${base}/requirements/${previous}`}>{t("tender.edit.previous")}</ButtonLink>
      )}
      {next && <ButtonLink to={`${base}/requirements/${next}`}>{t("tender.edit.next")}</ButtonLink>}
      {mayEdit && (
        <Form method="post" className="ml-auto">
          <input type="hidden" name="version" value={version} />
          <Button variant="danger" name="intent" value="unpick">
            {t("tender.edit.unpick")}
          </Button>
        </Form>
      )}
    </nav>
  );
}
