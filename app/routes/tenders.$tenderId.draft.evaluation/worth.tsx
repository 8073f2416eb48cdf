import { Link } from "react-router";
import { AutosaveForm } from "#app/components/autosave-form.tsx";
import { FaultText, inputLook } from "#app/components/field.tsx";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { useEntered } from "./entered.ts";
import type { EvaluationData } from "./page-data.ts";

/** What each should is worth at its best answer, in SEK or points. */
export function Worth({ data }: { data: EvaluationData }) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const entered = useEntered();
  const { shoulds, version, mayEdit, worthUnit, choice } = data;
  const inSek = worthUnit === "sek";
  const part = inSek ? "valueSek" : "weight";
  if (shoulds.length === 0 || choice === "lowest_price") return null;
  return (
    <AutosaveForm key={worthUnit} version={version} disabled={!mayEdit}>
      <input type="hidden" name="intent" value="worth" />
      <h2 className="mb-2 text-lg">{t("tender.evaluation.worth")}</h2>
      <ul className="border-line border-t">
        {shoulds.map(({ id, title, worth }) => (
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
                defaultValue={entered(worth)}
                className={`${inputLook} max-w-32 text-end`}
              />
              <span className="w-12 text-ink-quiet">{inSek ? "kr" : t("tender.evaluation.pointsUnit")}</span>
            </span>
          </li>
        ))}
      </ul>
    </AutosaveForm>
  );
}
