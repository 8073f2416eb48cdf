import type { ReactNode } from "react";
import { Icon } from "#app/components/icon.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";

/** What every field of a form has. */
export interface FieldProps {
  /** Name in the form, and the `place.field` of its faults; also the id that the summary links to. */
  readonly name: string;
  readonly label: ReactNode;
  /** How to fill it in, before a mistake is made. */
  readonly hint?: ReactNode;
  /** All faults of the form; the field shows its own. */
  readonly faults?: readonly Fault[];
  /** Said in words, since most fields are required. */
  readonly optional?: boolean;
}

/** Attributes that tie an input to its label, hint and faults. */
export interface InputAttributes {
  readonly id: string;
  readonly name: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

export const inputLook =
  "block rounded-md border border-line-strong bg-surface px-3 py-2 text-ink min-h-10 " +
  "aria-invalid:border-danger aria-invalid:border-2 disabled:bg-sunken disabled:text-ink-quiet";

/** Label, hint and fault around one input. */
export function Field({
  name,
  label,
  hint,
  faults = [],
  optional = false,
  children,
}: FieldProps & { readonly children: (input: InputAttributes) => ReactNode }) {
  const t = useTranslate();
  const own = faults.filter((fault) => fault.place?.field === name);
  const describedBy = [hint && `${name}-hint`, own.length > 0 && `${name}-fault`].filter(Boolean).join(" ");
  return (
    <div className={own.length > 0 ? "border-danger border-l-4 pl-3" : ""}>
      <label htmlFor={name} className="mb-1 block font-medium">
        {label}
        {optional && <span className="font-normal text-ink-quiet"> ({t("common.optional")})</span>}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="mb-1 max-w-measure text-ink-quiet text-sm">
          {hint}
        </p>
      )}
      <FaultText id={`${name}-fault`} faults={own} />
      {children({
        id: name,
        name,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": own.length > 0 || undefined,
      })}
    </div>
  );
}

/** The faults of one field, in words. */
export function FaultText({ id, faults }: { readonly id: string; readonly faults: readonly Fault[] }) {
  const t = useTranslate();
  if (faults.length === 0) return null;
  return (
    <div id={id} className="mb-1 font-medium text-danger">
      {faults.map((fault) => (
        <p key={fault.code}>
          <Icon name="warning" className="mr-1" />
          {t.fault(fault)}
        </p>
      ))}
    </div>
  );
}
