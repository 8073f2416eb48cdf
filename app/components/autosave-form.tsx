import type { ReactNode } from "react";
import { useActionData } from "react-router";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Icon } from "#app/components/icon.tsx";
import { type SaveAnswer, useSaving } from "#app/components/save-queue.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { useAutosave } from "#app/components/use-autosave.ts";

/** A form that saves as soon as a field is left or a choice is made, and by its button where scripts do not run. */
export function AutosaveForm({
  version,
  disabled = false,
  className = "",
  children,
}: {
  readonly version: number;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const t = useTranslate();
  const { fetcher, props } = useAutosave({ disabled });
  return (
    <fetcher.Form method="post" className={className} {...props}>
      <input type="hidden" name="version" value={version} />
      <fieldset disabled={disabled} className="contents">
        {children}
        <noscript>
          <button type="submit">{t("common.save")}</button>
        </noscript>
      </fieldset>
    </fetcher.Form>
  );
}

/** "Saving", "Saved" or nothing; read out when it changes. */
export function SaveStatus() {
  const t = useTranslate();
  const { busy, last } = useSaving();
  const saved = !busy && last === "stored";
  return (
    <span role="status" className="min-w-16 text-ink-quiet text-sm">
      {saved && <Icon name="check" className="mr-1" />}
      {busy ? t("tender.edit.saving") : saved ? t("tender.edit.saved") : ""}
    </span>
  );
}

/** Why what a button of the page has sent was refused; of what saves by itself, where scripts do not run. */
export function ButtonFaults() {
  const action = useActionData() as SaveAnswer | undefined;
  return <ErrorSummary faults={action?.faults} />;
}
