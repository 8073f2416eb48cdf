import type { ComponentProps } from "react";
import { Field, type FieldProps, inputLook } from "#app/components/field.tsx";

type InputProps = Omit<ComponentProps<"input">, "name" | "id">;

/** One line of text; `type` for e-mail, password, date and the like. */
export function TextField({
  name,
  label,
  hint,
  faults,
  optional,
  className = "w-full max-w-measure",
  ...input
}: FieldProps & InputProps) {
  return (
    <Field {...{ name, label, hint, optional: optional ?? false, faults: faults ?? [] }}>
      {(attributes) => (
        <input type="text" {...input} {...attributes} className={`${inputLook} ${className}`} />
      )}
    </Field>
  );
}

/**
 * A decimal number as text: a browser's number input drops a comma and rounds. The route reads what was typed with
 * comma or point. `unit` stands after the number.
 */
export function NumberField({
  name,
  label,
  hint,
  faults,
  optional,
  unit,
  className = "w-36",
  ...input
}: FieldProps & InputProps & { readonly unit?: string }) {
  return (
    <Field {...{ name, label, hint, optional: optional ?? false, faults: faults ?? [] }}>
      {(attributes) => (
        <span className="flex items-center gap-2">
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            {...input}
            {...attributes}
            className={`${inputLook} text-end ${className}`}
          />
          {unit && <span className="text-ink-quiet">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  name,
  label,
  hint,
  faults,
  optional,
  className = "w-full max-w-measure",
  ...input
}: FieldProps & Omit<ComponentProps<"textarea">, "name" | "id">) {
  return (
    <Field {...{ name, label, hint, optional: optional ?? false, faults: faults ?? [] }}>
      {(attributes) => (
        <textarea
          rows={4}
          {...input}
          {...attributes}
          className={`${inputLook} field-sizing-content ${className}`}
        />
      )}
    </Field>
  );
}
