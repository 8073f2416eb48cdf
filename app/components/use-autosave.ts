import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import {
  clashes,
  differ,
  type FieldValues,
  isMark,
  showWritten,
  valuesNow,
  valuesWritten,
} from "#app/components/form-fields.ts";
import type { Saver } from "#app/components/save-line.ts";
import { type SaveAnswer, savesItself, useSaving } from "#app/components/save-queue.tsx";
import { changedMeanwhile, isPassing } from "#app/components/saving-action.ts";
import type { Fault } from "#app/domain/fault.ts";

const retryMs = 5000;

/**
 * Saves a form as soon as a choice is made or a field is left, and, with `pauseMs`, when somebody who types pauses so
 * long. After a save, fields show what the server made of them, except those that were changed meanwhile. What was
 * refused is not sent again as it is; what met no server is sent again until it does; what met a change of somebody
 * else goes again with the version that is on the page then, unless both have changed the same field. `props` are the
 * form's; `answer` is the one that still holds; `pending` says that something waits or is on its way.
 */
export function useAutosave<T extends SaveAnswer>({
  disabled,
  pauseMs,
}: {
  readonly disabled: boolean;
  readonly pauseMs?: number;
}) {
  const { line, take } = useSaving();
  const fetcher = useFetcher<T>();
  const { data, state } = fetcher;
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** What is known to be stored. */
  const saved = useRef<FieldValues>(new Map());
  const refused = useRef<FieldValues | null>(null);
  const sent = useRef<{ readonly values: FieldValues; readonly answerBefore: unknown } | null>(null);
  const again = useRef(false);
  const [pending, setPending] = useState(false);
  const [putBack, setPutBack] = useState(false);

  /** What there is to send; null without anything new. */
  const unsent = () => {
    if (form.current === null || disabled) return null;
    const values = valuesNow(form.current);
    if (!differ(values, saved.current)) return null;
    return refused.current === null || differ(values, refused.current) ? values : null;
  };
  const holdsUnsaved = () =>
    form.current !== null && !disabled && differ(valuesNow(form.current), saved.current);
  /** What was refused has been put back as it is stored: nothing is wrong any more. */
  const forgetRefusal = () => {
    refused.current = null;
    setPutBack(true);
    take(saver, null);
  };
  const send = () => {
    clearTimeout(timer.current);
    if (form.current !== null) saved.current = showWritten(form.current, saved.current);
    const values = unsent();
    setPending(values !== null);
    if (values === null) {
      if (refused.current !== null && !holdsUnsaved()) forgetRefusal();
      return false;
    }
    sent.current = { values, answerBefore: data };
    void fetcher.submit(form.current);
    return true;
  };
  const now = useRef({ send, holdsUnsaved });
  now.current = { send, holdsUnsaved };
  const [saver] = useState<Saver>(() => ({
    send: () => now.current.send(),
    holdsUnsaved: () => now.current.holdsUnsaved(),
  }));

  useEffect(() => {
    if (form.current !== null) saved.current = valuesWritten(form.current);
    const leave = line.join(saver);
    return () => {
      clearTimeout(timer.current);
      leave();
      take(saver, null);
    };
  }, [line, saver, take]);

  useEffect(() => {
    if (sent.current === null || state !== "idle" || data === undefined || data === sent.current.answerBefore)
      return;
    const { values } = sent.current;
    sent.current = null;
    setPending(false);
    setPutBack(false);
    const stored = data.faults.length === 0;
    if (stored) saved.current = new Map([...saved.current, ...values]);
    const conflict = data.faults.some(({ code }) => code === changedMeanwhile.code);
    const both: readonly Fault[] =
      conflict && form.current !== null
        ? clashes(form.current, saved.current).map(({ name, theirs }) => ({
            code: "changed_by_both",
            place: { field: name },
            params: { theirs },
          }))
        : [];
    const passing = data.faults.some(isPassing);
    // Once: a page that never has the version it needs must not ask for ever.
    again.current = conflict && both.length === 0 && !again.current;
    refused.current = stored || passing || again.current ? null : values;
    if (passing) timer.current = setTimeout(() => line.request(saver), retryMs);
    if (again.current) line.request(saver);
    take(saver, again.current ? null : both.length > 0 ? { faults: both } : data);
  }, [state, data, line, saver, take]);

  // Every rendering may bring what the server made of the texts, also through another form of the page.
  useEffect(() => {
    if (form.current !== null) saved.current = showWritten(form.current, saved.current);
  });

  const save = () => {
    setPending(unsent() !== null);
    line.request(saver);
  };
  const props = {
    ref: form,
    [savesItself]: "",
    onBlur: save,
    onInput: ({ target }: FormEvent<HTMLFormElement>) => {
      clearTimeout(timer.current);
      if (isMark(target) || target instanceof HTMLSelectElement) save();
      else if (pauseMs !== undefined) timer.current = setTimeout(save, pauseMs);
    },
    // A form of several fields and no button takes no notice of Enter by itself.
    onKeyDown: ({ key, target }: KeyboardEvent<HTMLFormElement>) => {
      if (key === "Enter" && target instanceof HTMLInputElement) save();
    },
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      save();
    },
  };
  return { fetcher, answer: putBack ? undefined : data, pending, props };
}
