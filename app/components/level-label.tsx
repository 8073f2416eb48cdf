import { useTranslate } from "#app/components/translation.tsx";
import type { Level } from "#app/domain/catalogue/requirement.ts";

/** SKALL is solid, BÖR outlined: told by word and form, so that it survives a black-and-white print. */
export function LevelLabel({ level }: { readonly level: Level }) {
  const t = useTranslate();
  const form = level === "must" ? "bg-ink text-paper" : "bg-transparent text-ink";
  return (
    <span
      className={`inline-block min-w-17 rounded-md border-2 border-ink px-1.5 text-center font-semibold text-sm uppercase leading-5 tracking-wide [print-color-adjust:exact] ${form}`}
    >
      {t(`common.${level}`)}
    </span>
  );
}
