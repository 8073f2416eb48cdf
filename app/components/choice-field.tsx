import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { FaultText, Field, type FieldProps, inputLook } from "#app/components/field.tsx";
import { useTranslate } from "#app/components/translation.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What choosing it leads to. */
  readonly hint?: ReactNode;
}

/** One of many. Use `RadioGroup` for up to five. */
export function SelectField({
  name,
  label,
  hint,
  faults,
  optional,
  choices,
  className = "w-full max-w-measure",
  defaultValue,
  ...select
}: FieldProps & Omit<ComponentProps<"select">, "name" | "id"> & { readonly choices: readonly Choice[] }) {
  const list = useWrittenChoice(defaultValue);
  return (
    <Field {...{ name, label, hint, optional: optional ?? false, faults: faults ?? [] }}>
      {(attributes) => (
        <select
          ref={list}
          defaultValue={defaultValue}
          {...select}
          {...attributes}
          className={`${inputLook} ${className}`}
        >
          {choices.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Tells the browser of a list's new default, which React leaves as it was; what is chosen stays chosen. */
function useWrittenChoice(written: ComponentProps<"select">["defaultValue"]) {
  const list = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (list.current === null || written === undefined) return;
    const { current: select } = list;
    const { value } = select;
    for (const option of select.options) option.defaultSelected = option.value === String(written);
    select.value = value;
  }, [written]);
  return list;
}

const markLook = "mt-0.5 size-5 shrink-0 accent-accent";

/** Yes or no, on its own. */
export function CheckField({
  name,
  label,
  hint,
  faults = [],
  optional: _,
  ...input
}: FieldProps & Omit<ComponentProps<"input">, "name" | "id" | "type">) {
  const own = faults.filter((fault) => fault.place?.field === name);
  const describedBy = [hint && `${name}-hint`, own.length > 0 && `${name}-fault`].filter(Boolean).join(" ");
  return (
    <div className={own.length > 0 ? "border-danger border-l-4 pl-3" : ""}>
      <FaultText id={`${name}-fault`} faults={own} />
      <label htmlFor={name} className="flex gap-3">
        <input
          type="checkbox"
          {...input}
          id={name}
          name={name}
          className={markLook}
          aria-describedby={describedBy || undefined}
          aria-invalid={own.length > 0 || undefined}
        />
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="ml-8 max-w-measure text-ink-quiet text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}

/** One of few, all in sight. `value` is the chosen one of a controlled group, `defaultValue` of a free one. */
export function RadioGroup({
  name,
  label,
  hint,
  faults = [],
  optional = false,
  choices,
  value,
  defaultValue,
  onChange,
  disabled = false,
}: FieldProps & {
  readonly choices: readonly Choice[];
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  readonly disabled?: boolean;
}) {
  const t = useTranslate();
  const own = faults.filter((fault) => fault.place?.field === name);
  const describedBy = [hint && `${name}-hint`, own.length > 0 && `${name}-fault`].filter(Boolean).join(" ");
  return (
    <fieldset
      className={own.length > 0 ? "border-danger border-l-4 pl-3" : ""}
      aria-describedby={describedBy || undefined}
      disabled={disabled}
    >
      <legend className="mb-1 font-medium">
        {label}
        {optional && <span className="font-normal text-ink-quiet"> ({t("common.optional")})</span>}
      </legend>
      {hint && (
        <p id={`${name}-hint`} className="mb-2 max-w-measure text-ink-quiet text-sm">
          {hint}
        </p>
      )}
      <FaultText id={`${name}-fault`} faults={own} />
      <div className="flex flex-col gap-2">
        {choices.map((choice, index) => (
          <label key={choice.value} className="flex gap-3">
            <input
              type="radio"
              // The summary of faults links to the group by the id of its first choice.
              id={index === 0 ? name : `${name}-${choice.value}`}
              name={name}
              value={choice.value}
              className={markLook}
              {...(value === undefined
                ? { defaultChecked: choice.value === defaultValue }
                : { checked: choice.value === value })}
              onChange={onChange && (() => onChange(choice.value))}
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-ink-quiet text-sm">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
