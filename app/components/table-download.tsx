import { useEffect, useState } from "react";
import { useTranslate } from "#app/components/translation.tsx";

/** Offers the table above as a file; made in the browser, and so shown only where scripts run. */
export function TableDownload() {
  const t = useTranslate();
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <p className="mt-1 text-end text-sm print:hidden">
      <button
        type="button"
        className="cursor-pointer text-accent underline"
        onClick={async ({ currentTarget }) => {
          // Fetched when it is asked for: pages need not carry it.
          const { saveTable } = await import("#app/components/table-file.ts");
          const caption = currentTarget.closest("[data-table-frame]")?.querySelector("p")?.textContent ?? "";
          saveTable(currentTarget, caption, t.language);
        }}
      >
        {t("common.tableFile")}
      </button>
    </p>
  );
}
