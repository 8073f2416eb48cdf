import { Form, Link } from "react-router";
import { z } from "zod";
import { AutosaveForm, useSaveFaults } from "#app/components/autosave-form.tsx";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choice-field.tsx";
import { EvaluationModelText, WorkedExample } from "#app/components/evaluation-model.tsx";
import { FaultText, inputLook } from "#app/components/field.tsx";
import { FindingList } from "#app/components/finding-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { NumberField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import type { TieBreakRule } from "#app/domain/tender/tender.ts";
import { type DraftForm, readDraftForm } from "#app/server/draft-form.ts";
import { ownForm } from "#app/server/form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { readDraftPart } from "#app/services/tender/read-draft-part.ts";
import type { Route } from "./+types/tenders.$tenderId.draft.evaluation";

export const loader = guarded("tender.draft.read", async ({ app, actor, params }) => {
  const part = expectValue(await readDraftPart(app, actor, param(params, "tenderId"), "evaluation"));
  const { draft, version, mayEdit, findings, example } = part;
  const shoulds = draft.requirements
    .filter(({ level }) => level === "should")
    .map(({ id, title, weight, valueSek }) => ({ id, title, weight, valueSek }));
  const { evaluation, ceilingPriceSek, estimatedValueSek } = draft;
  return { version, mayEdit, findings, example, shoulds, evaluation, ceilingPriceSek, estimatedValueSek };
});

export const action = guarded("tender.draft.edit", async ({ app, actor, params, request }) => {
  const form = await readDraftForm(request);
  const tenderId = param(params, "tenderId");
  const edited = await editTenderDraft(app, actor, tenderId, form.version, editsOf(form));
  return edited.ok ? { faults: [] } : refused(edited.faults);
});

function editsOf(form: DraftForm): readonly DraftEdit[] {
  switch (form.intent) {
    case "reason":
      return form.reasons();
    case "to-sek":
      return [{ type: "convert-model", to: "added_value_deduction" }];
    case "to-points":
      return [
        {
          type: "convert-model",
          to: "weighted_points",
          lower: form.number("evaluation.lower") ?? "",
          upper: form.number("evaluation.upper") ?? "",
          sekPerPoint: form.number("evaluation.sekPerPoint") ?? "",
        },
      ];
    case "points":
      return [
        {
          type: "set-points",
          points: {
            priceWeight: form.number("evaluation.priceWeight") ?? "",
            priceBounds: {
              lower: form.number("evaluation.priceBounds.lower") ?? "",
              upper: form.number("evaluation.priceBounds.upper") ?? "",
            },
            weightTotal: form.number("evaluation.weightTotal") ?? "",
          },
        },
      ];
    case "worth":
      return form.all("id").map((id) => ({ type: "set-worth", id, worth: form.number(`worth.${id}`) }));
    default:
      return [{ type: "set-tie-break", rules: ownForm(chains, form.text("chain")) }];
  }
}

/** The chains one may choose: each ends in a lottery, since only that always separates. */
const chain = {
  price: ["lower_tender_price", "lottery"],
  quality: ["higher_quality", "lottery"],
  "price-quality": ["lower_tender_price", "higher_quality", "lottery"],
  "quality-price": ["higher_quality", "lower_tender_price", "lottery"],
  lottery: ["lottery"],
} as const satisfies Record<string, readonly TieBreakRule[]>;
const chains = z
  .enum(["price", "quality", "price-quality", "quality-price", "lottery"])
  .transform((name): readonly TieBreakRule[] => chain[name]);

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
      <div
        className={findings.length === 0 ? "" : "grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_16rem]"}
      >
        <div className="flex min-w-0 flex-col gap-10">
          <EvaluationModelText evaluation={evaluation} />
          {evaluation.type === "weighted_points" && <Points data={loaderData} evaluation={evaluation} />}
          <Worth data={loaderData} />
          <TieBreak data={loaderData} />
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

type Data = Route.ComponentProps["loaderData"];
type PointsModel = Extract<Data["evaluation"], { type: "weighted_points" }>;

function useEntered() {
  const t = useTranslate();
  return (value: string | null) => (t.language === "sv" ? value?.replace(".", ",") : value) ?? "";
}

function Points({ data: { version, mayEdit }, evaluation }: { data: Data; evaluation: PointsModel }) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const entered = useEntered();
  const { priceWeight, priceBounds, weightTotal } = evaluation;
  return (
    <AutosaveForm version={version} disabled={!mayEdit} className="grid gap-4 sm:grid-cols-2">
      <input type="hidden" name="intent" value="points" />
      <NumberField
        name="evaluation.priceWeight"
        label={t("tender.evaluation.priceWeight")}
        defaultValue={entered(priceWeight)}
        faults={faults}
      />
      <NumberField
        name="evaluation.weightTotal"
        label={t("tender.evaluation.weightTotal")}
        defaultValue={entered(weightTotal)}
        faults={faults}
      />
      <NumberField
        name="evaluation.priceBounds.lower"
        label={t("tender.evaluation.lower")}
        unit="kr"
        defaultValue={entered(priceBounds.lower)}
        faults={faults}
      />
      <NumberField
        name="evaluation.priceBounds.upper"
        label={t("tender.evaluation.upper")}
        unit="kr"
        defaultValue={entered(priceBounds.upper)}
        faults={faults}
      />
    </AutosaveForm>
  );
}

function Worth({ data: { shoulds, version, mayEdit, evaluation } }: { data: Data }) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const entered = useEntered();
  const weighted = evaluation.type === "weighted_points";
  const part = weighted ? "weight" : "valueSek";
  if (shoulds.length === 0) return null;
  return (
    <AutosaveForm version={version} disabled={!mayEdit}>
      <input type="hidden" name="intent" value="worth" />
      <h2 className="mb-2 text-lg">{t("tender.evaluation.worth")}</h2>
      <ul className="border-line border-t">
        {shoulds.map(({ id, title, ...row }) => (
          <li
            key={id}
            id={`requirements.${id}.${part}`}
            className="flex flex-wrap items-center justify-between gap-x-4 border-line border-b py-1.5"
          >
            <span>
              <Link to={`../requirements/${id}`} relative="path">
                {title[t.language]}
              </Link>{" "}
              <span className="font-mono text-ink-quiet text-sm">{id}</span>
            </span>
            <span className="ml-auto flex items-center gap-2">
              <FaultText
                id={`worth.${id}-fault`}
                faults={faults.filter((fault) => fault.place?.field === `requirements.${id}.${part}`)}
              />
              <input type="hidden" name="id" value={id} />
              <input
                name={`worth.${id}`}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                aria-label={title[t.language]}
                aria-describedby={`worth.${id}-fault`}
                defaultValue={entered(row[part])}
                className={`${inputLook} max-w-32 text-end`}
              />
              <span className="w-12 text-ink-quiet">
                {weighted ? t("tender.evaluation.pointsUnit") : "kr"}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </AutosaveForm>
  );
}

function TieBreak({ data: { evaluation, version, mayEdit } }: { data: Data }) {
  const t = useTranslate();
  const names = Object.keys(chain) as (keyof typeof chain)[];
  const now = names.find((name) => chain[name].join() === evaluation.tieBreak.join());
  const words = (rules: readonly TieBreakRule[]) =>
    rules.map((rule) => t(`tender.tieBreak.${rule}`)).join(", ");
  return (
    <AutosaveForm version={version} disabled={!mayEdit}>
      <input type="hidden" name="intent" value="tie-break" />
      <div id="evaluation.tieBreak">
        <RadioGroup
          name="chain"
          label={t("tender.evaluation.tieBreak")}
          hint={t("tender.evaluation.tieBreakHint")}
          choices={names.map((name) => ({ value: name, label: words(chain[name]) }))}
          defaultValue={now ?? ""}
        />
      </div>
    </AutosaveForm>
  );
}

function Convert({ data: { evaluation, version, ceilingPriceSek, estimatedValueSek } }: { data: Data }) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const toPoints = evaluation.type === "added_value_deduction";
  return (
    <details className="rounded-md border border-line p-4">
      <summary className="font-medium">
        {toPoints ? t("tender.evaluation.toPoints") : t("tender.evaluation.toSek")}
      </summary>
      <p className="my-3 max-w-measure text-ink-quiet">{t("tender.evaluation.sameRanking")}</p>
      <Form method="post" className="grid gap-4 sm:grid-cols-3">
        <input type="hidden" name="version" value={version} />
        {toPoints && (
          <>
            <NumberField
              name="evaluation.lower"
              label={t("tender.evaluation.lower")}
              unit="kr"
              defaultValue="0"
              faults={faults}
            />
            <NumberField
              name="evaluation.upper"
              label={t("tender.evaluation.upper")}
              unit="kr"
              defaultValue={ceilingPriceSek ?? estimatedValueSek ?? ""}
              faults={faults}
            />
            <NumberField
              name="evaluation.sekPerPoint"
              label={t("tender.evaluation.sekPerPoint")}
              unit="kr"
              defaultValue="20000"
              faults={faults}
            />
          </>
        )}
        <div className="sm:col-span-3">
          <Button name="intent" value={toPoints ? "to-points" : "to-sek"}>
            {toPoints ? t("tender.evaluation.convertPoints") : t("tender.evaluation.convertSek")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
