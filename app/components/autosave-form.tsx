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
  /** The form as the server knows it; null before the first look at it, "" when a field differs. */
  const sent = useRef<string | null>(null);
  /** Each field as it was sent last, or as the server has answered since. */
  const known = useRef<TypedValues>(new Map());
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
    known.current = new Map(typedFields(form.current).map((field) => [field, field.value]));
    void fetcher.submit(form.current);
  };
  const saveLater = useRef(save);
  saveLater.current = save;

  useEffect(() => {
    if (form.current === null) return;
    const first = sent.current === null;
    if (first || (idle && fetcher.data?.faults.length === 0)) {
      if (!first) showWhatWasSaved(form.current, known.current);
      sent.current = isAsSaved(form.current) ? contentOf(form.current) : "";
      known.current = new Map(typedFields(form.current).map((field) => [field, field.defaultValue]));
    }
    if (!idle || !waiting.current) return;
    waiting.current = false;
    saveLater.current();
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

type TypedField = HTMLInputElement | HTMLTextAreaElement;
type TypedValues = ReadonlyMap<TypedField, string>;

const typedFields = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (field): field is TypedField =>
      field instanceof HTMLTextAreaElement ||
      (field instanceof HTMLInputElement && !isMark(field) && field.type !== "hidden"),
  );

const isAsSaved = (form: HTMLFormElement) =>
  typedFields(form).every((field) => field.value === field.defaultValue);

/** Fields that were changed after they were sent keep what is in them: it is sent next, or when they are left. */
function showWhatWasSaved(form: HTMLFormElement, known: TypedValues): void {
  for (const field of typedFields(form)) {
    const changed = field.value !== (known.get(field) ?? field.value);
    if (!changed && field !== document.activeElement) field.value = field.defaultValue;
  }
}
