import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";

const shownFaults = 50;

/** Faults of a file, each with its place; the first fifty. */
export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useTranslate();
  if (faults.length === 0) return null;
  return (
    <>
      <ul className="mb-2 ml-5 list-disc">
        {faults.slice(0, shownFaults).map((fault) => (
          <li key={JSON.stringify(fault)}>{t.fault(inWords(fault, t))}</li>
        ))}
      </ul>
      {faults.length > shownFaults && (
        <p className="text-ink-quiet text-sm">{t("measurement.calls.faultsShown", { shown: shownFaults })}</p>
      )}
    </>
  );
}

/** A mapping's fault speaks of a column by the name that its field has on the page. */
export function inWords(fault: Fault, t: ReturnType<typeof useTranslate>): Fault {
  if (fault.code !== "mapping_column_missing") return fault;
  return { ...fault, params: { column: t.named(`measurement.mapper.field.${fault.params?.column}`) } };
}
