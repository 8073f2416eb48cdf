import { type ReactNode, useId } from "react";
import { formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";

/** Work that takes more than a second: a bar with numbers, and `cancel`, a form that stops it. */
export function Progress({
  label,
  done,
  total,
  unit,
  write,
  cancel,
}: {
  readonly label: ReactNode;
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
  /** What is counted, in the plural: "rows". */
  readonly unit?: string;
  /** How a number is written, when not digit for digit. */
  readonly write?: (number: number) => string;
  readonly cancel?: ReactNode;
}) {
  const t = useTranslate();
  const id = useId();
  const count = [done, total]
    .filter((number) => number !== null)
    .map(write ?? ((number) => formatNumber(String(number), t.language)));
  return (
    <div className="max-w-measure">
      <p id={id} className="mb-1 flex justify-between gap-4">
        <span className="font-medium">{label}</span>
        <span className="tabular-nums">
          {[count.join(` ${t("common.of")} `), unit].filter(Boolean).join(" ")}
        </span>
      </p>
      <div className="flex items-center gap-4">
        <progress
          aria-labelledby={id}
          className="h-3 w-full"
          {...(total === null ? {} : { value: done, max: Math.max(total, 1) })}
        />
        {cancel}
      </div>
    </div>
  );
}
