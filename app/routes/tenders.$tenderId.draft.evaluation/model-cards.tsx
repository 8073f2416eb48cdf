import { Form } from "react-router";
import { Icon } from "#app/components/icon.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { type ModelChoice, modelChoices } from "#app/domain/tender/model-choice.ts";
import type { EvaluationData } from "./page-data.ts";

const relative: ReadonlySet<ModelChoice> = new Set(["linear_from_lowest", "inverse_proportional"]);
const kinds = ["absolute", "relative"] as const;

/**
 * One card for each model, the recommended first and those that depend on other bids last. Each is a button: another
 * model has other numbers, so arrow keys must not choose on their way as they do among radio buttons.
 */
export function ModelCards({ data: { version, mayEdit, choice } }: { data: EvaluationData }) {
  const t = useTranslate();
  return (
    <Form method="post" preventScrollReset id="evaluation">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="intent" value="model" />
      <h2 className="mb-3 text-lg">{t("tender.evaluation.models")}</h2>
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
                <Card key={model} model={model} chosen={model === choice} disabled={!mayEdit} />
              ))}
          </div>
        </div>
      ))}
    </Form>
  );
}

function Card({ model, chosen, disabled }: { model: ModelChoice; chosen: boolean; disabled: boolean }) {
  const t = useTranslate();
  return (
    <button
      type="submit"
      name="choice"
      value={model}
      aria-pressed={chosen}
      disabled={disabled}
      className={`flex flex-col rounded-md border p-3 text-start ${chosen ? "border-accent bg-accent-soft" : "border-line bg-surface"} ${disabled ? "" : "cursor-pointer hover:border-accent"}`}
    >
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {chosen && <Icon name="check" className="text-accent" />}
        <span className="font-medium">{t(`tender.model.${model}`)}</span>
        {relative.has(model) && <Tag tone="warning">{t("tender.evaluation.relative")}</Tag>}
        {model === modelChoices[0] && <Tag tone="positive">{t("tender.evaluation.recommended")}</Tag>}
      </span>
      <span className="text-ink-quiet text-sm">{t(`tender.model.${model}_text`)}</span>
    </button>
  );
}
