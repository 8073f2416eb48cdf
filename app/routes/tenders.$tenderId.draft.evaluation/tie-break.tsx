import { AutosaveForm } from "#app/components/autosave-form.tsx";
import { RadioGroup } from "#app/components/choice-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { TieBreakRule } from "#app/domain/tender/tender.ts";
import type { EvaluationData } from "./page-data.ts";
import { type ChainName, tieBreakChains } from "./tie-break-chains.ts";

export function TieBreak({ data: { evaluation, version, mayEdit } }: { data: EvaluationData }) {
  const t = useTranslate();
  const names = Object.keys(tieBreakChains) as ChainName[];
  const now = names.find((name) => tieBreakChains[name].join() === evaluation.tieBreak.join());
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
          choices={names.map((name) => ({ value: name, label: words(tieBreakChains[name]) }))}
          defaultValue={now ?? ""}
        />
      </div>
    </AutosaveForm>
  );
}
