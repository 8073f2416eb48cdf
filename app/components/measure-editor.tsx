import { SelectField } from "#app/components/choice-field.tsx";
import { FaultText } from "#app/components/field.tsx";
import { Formula } from "#app/components/formula.tsx";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import {
  aggregations,
  comparators,
  type Exclusion,
  type Measure,
} from "#app/domain/catalogue/requirement.ts";
import type { Text } from "#app/domain/language.ts";
import type { MeasureSegment } from "#app/domain/tender/measure-segments.ts";

/** The sentence of a measure in its pieces, and what may stand in place of each code. */
interface MeasureChoices {
  readonly segments: readonly MeasureSegment[];
  readonly variants: readonly { readonly id: string; readonly formula: string; readonly note: Text | null }[];
  readonly windows: readonly { readonly id: string; readonly name: Text }[];
  readonly exclusions: readonly { readonly id: Exclusion; readonly name: Text }[];
}

/**
 * A measure as the sentence that is printed, with its numbers changed in their place; below it the choices that the
 * sentence is made of.
 */
export function MeasureEditor({
  id,
  measure,
  choices,
}: {
  readonly id: string;
  readonly measure: Measure;
  readonly choices: MeasureChoices;
}) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const field = (name: string) => `requirements.${id}.measure.${name}`;
  const chosen = choices.variants.find((variant) => variant.id === measure.variant);
  return (
    <section>
      <h2 className="mb-2 text-lg">{t("tender.edit.measure")}</h2>
      <div className="rounded-md border border-line bg-surface p-4">
        <p className="text-lg leading-11">
          {choices.segments.map((segment, index) =>
            "words" in segment ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have a fixed order
              <span key={index}>{segment.words}</span>
            ) : (
              <NumberInSentence key={segment.field} name={field(segment.field)} value={segment.value} />
            ),
          )}
        </p>
        {choices.segments.map((segment) =>
          "words" in segment ? null : (
            <FaultText
              key={segment.field}
              id={`${field(segment.field)}-fault`}
              faults={faults.filter(({ place }) => place?.field === field(segment.field))}
            />
          ),
        )}
        {choices.segments.map((segment) =>
          !("words" in segment) && segment.field.startsWith("parameters.") ? (
            <input
              key={segment.field}
              type="hidden"
              name={field("parameter")}
              value={segment.field.slice("parameters.".length)}
            />
          ) : null,
        )}
        <div className="mt-4 grid gap-4 border-line border-t pt-4 sm:grid-cols-2">
          {measure.comparator !== null && measure.comparator !== "between" && (
            <SelectField
              name={field("comparator")}
              label={t("tender.measure.comparator")}
              defaultValue={measure.comparator}
              choices={comparators
                .filter((comparator) => comparator !== "between")
                .map((comparator) => ({
                  value: comparator,
                  label: t(`tender.measure.compare.${comparator}`),
                }))}
            />
          )}
          <SelectField
            name={field("window")}
            label={t("tender.measure.window")}
            defaultValue={measure.window}
            choices={choices.windows.map((window) => ({ value: window.id, label: window.name[t.language] }))}
          />
          <SelectField
            name={field("variant")}
            label={t("tender.measure.variant")}
            defaultValue={measure.variant}
            choices={choices.variants.map((variant) => ({ value: variant.id, label: variant.id }))}
          />
          <Aggregation measure={measure} field={field} />
          <Exclusions measure={measure} choices={choices} name={field("exclusions")} />
        </div>
        {chosen && (
          <p className="mt-4 text-sm">
            <Formula text={chosen.formula} />
            {chosen.note && <span className="mt-1 block text-ink-quiet">{chosen.note[t.language]}</span>}
          </p>
        )}
      </div>
    </section>
  );
}

function NumberInSentence({ name, value }: { name: string; value: string }) {
  const t = useTranslate();
  const shown = t.language === "sv" ? value.replace(".", ",") : value;
  return (
    <input
      id={name}
      name={name}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={t(name.includes(".parameters.") ? "tender.measure.number" : "tender.measure.threshold")}
      aria-describedby={`${name}-fault`}
      defaultValue={shown}
      size={Math.max(3, shown.length)}
      className="rounded-md border border-line-strong bg-paper px-2 py-1 text-center font-semibold text-ink tabular-nums"
    />
  );
}

interface PartProps {
  readonly measure: Measure;
  readonly field: (name: string) => string;
}

function Aggregation({ measure, field }: PartProps) {
  const t = useTranslate();
  const number = (name: "aggregationK" | "aggregationN", value: number | null) => (
    <input
      name={field(name)}
      type="text"
      inputMode="numeric"
      aria-label={t(`tender.measure.${name}`)}
      defaultValue={value ?? ""}
      className="w-14 rounded-md border border-line-strong bg-surface px-2 py-1 text-center"
    />
  );
  return (
    <div>
      <SelectField
        name={field("aggregation")}
        label={t("tender.measure.aggregation")}
        defaultValue={measure.aggregation}
        choices={aggregations.map((way) => ({ value: way, label: t(`tender.measure.aggregate.${way}`) }))}
      />
      {measure.aggregation === "k_of_n" && (
        <p className="mt-2 flex items-center gap-2">
          {number("aggregationK", measure.aggregationK)} {t("common.of")}{" "}
          {number("aggregationN", measure.aggregationN)}
        </p>
      )}
    </div>
  );
}

function Exclusions({ measure, choices, name }: { measure: Measure; choices: MeasureChoices; name: string }) {
  const t = useTranslate();
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1 font-medium">{t("tender.measure.exclusions")}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {choices.exclusions.map(({ id, name: words }) => (
          <label key={id} className="flex gap-2">
            <input
              type="checkbox"
              name={name}
              value={id}
              defaultChecked={measure.exclusions.includes(id)}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            {words[t.language]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
