import { AutosaveForm } from "#app/components/autosave-form.tsx";
import { formatMoney } from "#app/components/format.ts";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { NumberField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { useEntered } from "./entered.ts";
import type { EvaluationData } from "./page-data.ts";

const inSek: ReadonlySet<string> = new Set(["lower", "upper", "fixedPriceSek"]);

/** The numbers of the chosen model, and what they mean in SEK. */
export function ModelNumbers({ data }: { data: EvaluationData }) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const entered = useEntered();
  const { version, mayEdit, parameters, choice } = data;
  const names = Object.keys(parameters);
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers" className="mb-3 text-lg">
        {t("tender.evaluation.numbers")}
      </h2>
      {names.length > 0 && (
        <AutosaveForm
          // Each model has numbers of its own.
          key={choice}
          version={version}
          disabled={!mayEdit}
          className="mb-4 grid items-start gap-4 sm:grid-cols-2"
        >
          <input type="hidden" name="intent" value="parameters" />
          {names.map((name) => {
            const last = name.split(".").at(-1) ?? name;
            return (
              <div key={name}>
                <input type="hidden" name="parameter" value={name} />
                <NumberField
                  name={`evaluation.${name}`}
                  label={t.named(`tender.evaluation.parameter.${last}`)}
                  hint={t.named(`tender.evaluation.hint.${last}`)}
                  {...(inSek.has(last) ? { unit: "kr" } : {})}
                  defaultValue={entered(parameters[name] ?? "")}
                  faults={faults}
                />
              </div>
            );
          })}
        </AutosaveForm>
      )}
      <Costs costs={data.costs} />
    </section>
  );
}

function Costs({ costs }: { costs: EvaluationData["costs"] }) {
  const t = useTranslate();
  const money = (value: string) => formatMoney(value, t.language);
  switch (costs.kind) {
    case "unknown":
      return null;
    case "sek":
    case "none":
      return <p className="max-w-measure">{t(`tender.evaluation.cost.${costs.kind}`)}</p>;
    case "same":
      return <p className="max-w-measure">{t("tender.evaluation.cost.same", { cost: money(costs.cost) })}</p>;
    case "lowest":
      return (
        <p className="max-w-measure">
          {t("tender.evaluation.cost.lowest", { cost: money(costs.cost), price: money(costs.price) })}
        </p>
      );
    case "varies":
      return (
        <div>
          <p className="max-w-measure">{t("tender.evaluation.cost.varies")}</p>
          <ul className="ml-5 list-disc tabular-nums">
            {costs.at.map(({ price, cost }) => (
              <li key={price}>
                {t("tender.evaluation.cost.at", { price: money(price), cost: money(cost) })}
              </li>
            ))}
          </ul>
        </div>
      );
  }
}
