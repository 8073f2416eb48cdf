import {
  createContext,
  type FormEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useActionData, useBlocker } from "react-router";
import { SaveLine, type Saver } from "#app/components/save-line.ts";
import type { Fault } from "#app/domain/fault.ts";

/** What the action of a form that saves by itself answers. */
export interface SaveAnswer {
  readonly faults: readonly Fault[];
}

interface Saving {
  readonly line: SaveLine;
  readonly busy: boolean;
  /** What the last save has come to; null before the first. */
  readonly last: "stored" | "refused" | null;
  /** Of the last save of every form on the page. */
  readonly faults: readonly Fault[];
  /** The answer to what a form sent; null when there is none to show, or no form any more. */
  readonly take: (form: Saver, answer: SaveAnswer | null) => void;
}

const SavingContext = createContext<Saving | null>(null);

export function useSaving(): Saving {
  const saving = useContext(SavingContext);
  if (saving === null) throw new Error("no save queue above this component");
  return saving;
}

/** The faults of what was saved last, and of what a button of the page has sent. */
export function useSaveFaults(): readonly Fault[] {
  const { faults } = useSaving();
  const action = useActionData() as SaveAnswer | undefined;
  return useMemo(() => [...faults, ...(action?.faults ?? [])], [faults, action]);
}

/**
 * Nobody leaves what is in it before it has been saved: a link or a button waits for what is on its way, and stays
 * where it is when that is refused. The browser asks before it closes the page on something that is not saved.
 */
export function SaveQueue({ children }: { children: ReactNode }) {
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<Saving["last"]>(null);
  const [faults, setFaults] = useState<ReadonlyMap<Saver, readonly Fault[]>>(new Map());
  const [line] = useState(() => new SaveLine(setBusy));
  const held = useRef<{ form: HTMLFormElement; button: HTMLElement | null } | null>(null);
  const blocker = useBlocker(() => line.flush());

  const take = useCallback(
    (form: Saver, answer: SaveAnswer | null) => {
      setFaults((before) => {
        const after = new Map(before);
        if (answer === null) after.delete(form);
        else after.set(form, answer.faults);
        return after;
      });
      if (answer !== null) setLast(answer.faults.length === 0 ? "stored" : "refused");
      line.answered(form, answer === null || answer.faults.length === 0);
    },
    [line],
  );

  useEffect(() => {
    if (busy) return;
    const goesOn = line.allStored;
    if (blocker.state === "blocked") {
      if (goesOn) blocker.proceed();
      else blocker.reset();
    }
    const { current: waiting } = held;
    held.current = null;
    if (!goesOn || waiting === null || !waiting.form.isConnected) return;
    // The button of what somebody else has taken away meanwhile is gone.
    if (waiting.button === null || waiting.button.isConnected) waiting.form.requestSubmit(waiting.button);
  }, [busy, line, blocker]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (line.flush() || line.holdsUnsaved()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [line]);

  /** A form with a button sends the version that is on the page, so it waits until the page has the last one. */
  const hold = (event: FormEvent<HTMLElement>) => {
    const { target: form } = event;
    if (!(form instanceof HTMLFormElement) || form.hasAttribute(savesItself) || !line.flush()) return;
    event.preventDefault();
    event.stopPropagation();
    held.current = { form, button: (event.nativeEvent as SubmitEvent).submitter };
  };

  const all = useMemo(() => [...faults.values()].flat(), [faults]);
  return (
    <SavingContext value={{ line, busy, last, faults: all, take }}>
      <div className="contents" onSubmitCapture={hold}>
        {children}
      </div>
    </SavingContext>
  );
}

/** The attribute of the forms that need no button. */
export const savesItself = "data-saves-itself";
