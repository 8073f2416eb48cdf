import { useEffect, useRef } from "react";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";

/**
 * All faults of what was sent, on top of the page: each links to its field. Focus moves here whenever a new answer
 * with faults arrives, unless it was sent `unasked`: somebody who has gone on to the next field stays there. Shows
 * nothing without faults.
 */
export function ErrorSummary({
  faults,
  unasked = false,
}: {
  readonly faults: readonly Fault[] | undefined;
  readonly unasked?: boolean;
}) {
  const t = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!unasked && faults !== undefined && faults.length > 0) box.current?.focus();
  }, [faults, unasked]);
  if (faults === undefined || faults.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      className="mb-8 max-w-measure rounded-md border-2 border-danger bg-danger-soft p-4"
    >
      <h2 id="error-summary-title" className="text-lg">
        {t("common.faultSummary")}
      </h2>
      <ul className="mt-2 flex flex-col gap-1">
        {faults.map((fault) => {
          const field = fault.place?.field;
          return (
            <li key={`${fault.code} ${field ?? ""} ${JSON.stringify(fault.params ?? {})}`}>
              {field === undefined ? (
                t.fault(fault)
              ) : (
                <a href={`#${field}`} className="font-medium text-danger">
                  {t.fault(fault)}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
