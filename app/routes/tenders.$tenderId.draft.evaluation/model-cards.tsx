import { AutosaveForm } from "#app/components/autosave-form.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { type ModelChoice, modelChoices } from "#app/domain/tender/model-choice.ts";
import type { EvaluationData } from "./page-data.ts";

const relative: ReadonlySet<ModelChoice> = new Set(["linear_from_lowest", "inverse_proportional"]);
const kinds = ["absolute", "relative"] as const;

/** One card for each model, the recommended first and those that depend on other bids last. */
export function ModelCards({ data: { version, mayEdit, choice } }: { data: EvaluationData }) {
  const t = useTranslate();
  return (
    <AutosaveForm version={version} disabled={!mayEdit}>
      <input type="hidden" name="intent" value="model" />
      <fieldset id="evaluation">
        <legend className="mb-3 text-lg font-semibold">{t("tender.evaluation.models")}</legend>
        {kinds.map((kind) => (
          <div key={kind} className="mb-4">
            <p className="mb-2 text-ink-quiet text-sm">
              <strong className="text-ink">{t(`tender.evaluation.${kind}`)}.</strong>{" "}
              {t(`tender.evaluation.${kind}Text`)}
            </p>
            <div className="grid gap-3 sm:grid-cols-2">
              {modelChoices
                .filter((model) => relative.has(model) === (kind === "relative"))
                .map((model) => (
                  <Card key={model} model={model} kind={kind} chosen={model === choice} />
                ))}
            </div>
          </div>
        ))}
      </fieldset>
    </AutosaveForm>
  );
}

function Card({
  model,
  kind,
  chosen,
}: {
  model: ModelChoice;
  kind: (typeof kinds)[number];
  chosen: boolean;
}) {
  const t = useTranslate();
  return (
    <label
      className={`flex cursor-pointer gap-3 rounded-md border p-3 has-checked:border-accent has-checked:bg-accent-soft ${chosen ? "" : "border-line bg-surface"}`}
    >
      <input
        type="radio"
        name="choice"
        value={model}
        defaultChecked={chosen}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{t(`tender.model.${model}`)}</span>
          {kind === "relative" && <Tag tone="warning">{t("tender.evaluation.relative")}</Tag>}
          {model === modelChoices[0] && <Tag tone="positive">{t("tender.evaluation.recommended")}</Tag>}
        </span>
        <span className="block text-ink-quiet text-sm">{t(`tender.model.${model}_text`)}</span>
      </span>
    </label>
  );
}
