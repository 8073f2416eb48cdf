import { useTranslate } from "#app/components/translation.tsx";
import { type Level, levels } from "#app/domain/catalogue/requirement.ts";

/** SKALL or BÖR as a switch with two positions; the chosen one has the form of its label. */
export function LevelSwitch({
  name,
  level,
  hint,
}: {
  readonly name: string;
  readonly level: Level;
  readonly hint?: string;
}) {
  const t = useTranslate();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t("catalogue.level")}</legend>
      <div id={name} className="inline-flex rounded-md border-2 border-ink">
        {levels.map((choice) => (
          <label
            key={choice}
            className="cursor-pointer px-4 py-1.5 font-semibold text-sm uppercase tracking-wide has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={choice}
              defaultChecked={choice === level}
              className="sr-only"
            />
            {t(`common.${choice}`)}
          </label>
        ))}
      </div>
      {hint && <p className="mt-1 max-w-measure text-ink-quiet text-sm">{hint}</p>}
    </fieldset>
  );
}
