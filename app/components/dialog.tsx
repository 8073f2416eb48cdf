import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonVariant } from "#app/components/button.tsx";
import { useTranslate } from "#app/components/translation.tsx";

/**
 * A button and the question it opens. The dialog repeats the facts of what is about to happen; `children` hold the
 * form with the button that does it. Escape and Cancel close it. Where there is no script, the browser opens it by
 * `command`, which React does not know by name.
 */
export function Dialog({
  trigger,
  variant = "primary",
  title,
  facts = [],
  children,
}: {
  readonly trigger: ReactNode;
  readonly variant?: ButtonVariant;
  readonly title: string;
  readonly facts?: readonly { readonly label: ReactNode; readonly value: ReactNode }[];
  readonly children: ReactNode;
}) {
  const t = useTranslate();
  const id = useId();
  const dialogId = `${id}dialog`;
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button
        type="button"
        variant={variant}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.open || dialog.current?.showModal()}
        {...{ command: "show-modal", commandfor: dialogId }}
      >
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        id={dialogId}
        aria-labelledby={id}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-md border border-line bg-surface p-6 text-ink shadow-raised"
      >
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {facts.length > 0 && (
          <dl className="my-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 rounded-md bg-sunken p-4">
            {facts.map(({ label, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: facts are a fixed list
              <div key={index} className="contents">
                <dt className="text-ink-quiet">{label}</dt>
                <dd className="font-medium">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <div className="mt-4">{children}</div>
        <form method="dialog" className="mt-3">
          <Button variant="quiet">{t("common.cancel")}</Button>
        </form>
      </dialog>
    </>
  );
}
