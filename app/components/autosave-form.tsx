import { type ReactNode, useEffect, useRef } from "react";
import { useActionData, useFetcher } from "react-router";
import { Icon } from "#app/components/icon.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";

/** What the action of an autosaved form answers. */
export interface SaveAnswer {
  readonly faults: readonly Fault[];
}

/** All forms of a page save through one fetcher, so that no form overtakes another with an old version. */
const useSaving = () => useFetcher<SaveAnswer>({ key: "autosave" });

/** The faults of the last save, with script or without. */
export function useSaveFaults(): readonly Fault[] {
  const { data } = useSaving();
  const action = useActionData() as SaveAnswer | undefined;
  return data?.faults ?? action?.faults ?? [];
}

/**
 * A form that saves as soon as a field is left or a choice is made, and by its button where scripts do not run. After
 * a save, fields show what the server made of them (a text whose number has followed its field), except the one
 * that somebody is typing in.
 */
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
  const fetcher = useSaving();
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<string | null>(null);
  const waiting = useRef(false);
  const idle = fetcher.state === "idle";

  const save = () => {
    if (form.current === null || disabled) return;
    const now = contentOf(form.current);
    if (now === sent.current) return;
    if (!idle) {
      waiting.current = true;
      return;
    }
    sent.current = now;
    void fetcher.submit(form.current);
  };
  const saveLater = useRef(save);
  saveLater.current = save;

  useEffect(() => {
    if (form.current !== null && sent.current === null) sent.current = contentOf(form.current);
    if (!idle || form.current === null) return;
    if (waiting.current) {
      waiting.current = false;
      saveLater.current();
    } else if (fetcher.data?.faults.length === 0) {
      // A field that somebody has begun to change meanwhile is not saved yet: leaving it must save it.
      sent.current = showWhatWasSaved(form.current) ? contentOf(form.current) : "";
    }
  }, [idle, fetcher.data]);

  return (
    <fetcher.Form
      ref={form}
      method="post"
      className={className}
      onBlur={save}
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement || isMark(target)) save();
      }}
    >
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
  const { state, data } = useSaving();
  const words =
    state !== "idle" ? t("tender.edit.saving") : data?.faults.length === 0 ? t("tender.edit.saved") : "";
  return (
    <span role="status" className="min-w-16 text-ink-quiet text-sm">
      {words !== "" && state === "idle" && <Icon name="check" className="mr-1" />}
      {words}
    </span>
  );
}

const isMark = (target: EventTarget) =>
  target instanceof HTMLInputElement && (target.type === "radio" || target.type === "checkbox");

/** What the form would send, the version aside. */
function contentOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].filter(([name]) => name !== "version");
  return JSON.stringify(entries);
}

/** @returns whether the form now holds nothing else than what was saved */
function showWhatWasSaved(form: HTMLFormElement): boolean {
  let same = true;
  for (const field of form.elements) {
    const typed =
      (field instanceof HTMLInputElement && !isMark(field) && field.type !== "hidden") ||
      field instanceof HTMLTextAreaElement;
    if (!typed) continue;
    if (field !== document.activeElement) field.value = field.defaultValue;
    same &&= field.value === field.defaultValue;
  }
  return same;
}
