import { formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { RecordPreview } from "#app/services/records/preview-records.ts";

/** What a reader of the file should know although it can be taken. */
export function Warnings({ warnings }: Pick<RecordPreview, "warnings">) {
  const t = useTranslate();
  if (warnings.length === 0) return null;
  return (
    <details className="mt-4">
      <summary>{t("records.warnings")}</summary>
      <ul className="mt-1 ml-5 list-disc">
        {warnings.map(({ code, count }) => (
          <li key={code}>
            {t(`records.warning.${code}`)} ({formatNumber(String(count), t.language)})
          </li>
        ))}
      </ul>
    </details>
  );
}
