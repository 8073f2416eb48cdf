import { formatDay } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import type { AskedPreview } from "./asked-preview.ts";

const shownFaults = 50;

type ColumnMapping = NonNullable<AskedPreview["mapping"]>;

/** Faults of a file, each with its place and what stands there; the first fifty. */
export function FaultList({
  faults,
  mapping,
}: {
  readonly faults: readonly Fault[];
  /** By which the file was read, when its layout is its own. */
  readonly mapping: ColumnMapping | null;
}) {
  const t = useTranslate();
  if (faults.length === 0) return null;
  return (
    <>
      <ul className="mb-2 ml-5 list-disc">
        {faults.slice(0, shownFaults).map((fault) => (
          <li key={JSON.stringify(fault)}>
            {t.fault(inWords(fault, t, mapping))}
            {fault.params?.value !== undefined && (
              <span className="text-ink-quiet">
                {" "}
                {t("measurement.calls.standsThere")} <code className="break-all">{fault.params.value}</code>
              </span>
            )}
          </li>
        ))}
      </ul>
      {faults.length > shownFaults && (
        <p className="text-ink-quiet text-sm">{t("measurement.calls.faultsShown", { shown: shownFaults })}</p>
      )}
    </>
  );
}

/** What a file of its own layout breaks is told by what was chosen for it, not by the layout of the call file. */
const codesOfMapping: Readonly<Record<string, string>> = {
  time_format: "time_pattern_differs",
  disposition_unknown: "outcome_word_unknown",
};

/** A fault speaks of a column by the name that it has in the file or on the page, and of days as people write them. */
export function inWords(
  fault: Fault,
  t: ReturnType<typeof useTranslate>,
  mapping: ColumnMapping | null = null,
): Fault {
  const { code, place, params } = fault;
  if (code === "mapping_column_missing") {
    return { ...fault, params: { column: t.named(`measurement.mapper.field.${params?.column}`) } };
  }
  if (code === "import_overlaps") {
    const day = (date: unknown) => formatDay(String(date), t.language);
    return { ...fault, params: { ...params, from: day(params?.from), to: day(params?.to) } };
  }
  if (mapping === null || place?.column === undefined) return fault;
  const nameOf = (column: string): string => {
    const source = mapping.columns[column as keyof ColumnMapping["columns"]];
    return source !== undefined && "from" in source
      ? source.from.join(" + ")
      : t.named(`measurement.mapper.field.${column}`);
  };
  return {
    code: codesOfMapping[code] ?? code,
    place: { ...place, column: nameOf(place.column) },
    params: {
      ...params,
      pattern: mapping.time,
      ...(params?.than !== undefined && { than: nameOf(String(params.than)) }),
    },
  };
}
