import { type ColumnMeaning, comparableName } from "#app/imports/interval/column-meaning.ts";
import type { Preset } from "#app/imports/interval/preset.ts";
import { meaningOf, presets } from "#app/imports/interval/presets.ts";
import type { TableRecord } from "#app/imports/records/table-file.ts";

/** Where a report says what. */
export interface Layout {
  readonly preset: Preset;
  /** Place of the header among the records; reports often begin with a title and the filters that were set. */
  readonly header: number;
  /** Meaning of each column; null for a name that is not known. */
  readonly meanings: readonly (ColumnMeaning | null)[];
  readonly names: readonly string[];
}

/** Records among which the header is. */
export const recordsSearched = 25;

/** The header of an interval report among the first records: the preset that knows most of its names; or null. */
export function findLayout(records: readonly TableRecord[]): Layout | null {
  let best: { layout: Layout; known: number } | null = null;
  for (const [header, { cells }] of records.slice(0, recordsSearched).entries()) {
    const names = cells ?? [];
    for (const preset of presets) {
      const meanings = names.map((name) => meaningOf(preset, comparableName(name)));
      const known = meanings.filter((meaning) => meaning !== null).length;
      if (tellsIntervals(meanings) && known > (best?.known ?? 0)) {
        best = { layout: { preset, header, meanings, names }, known };
      }
    }
  }
  return best?.layout ?? null;
}

/** A time, and at least two of offered, answered and abandoned. */
function tellsIntervals(meanings: readonly (ColumnMeaning | null)[]): boolean {
  const has = (kind: ColumnMeaning["kind"]): boolean => meanings.some((meaning) => meaning?.kind === kind);
  const counts = new Set(meanings.map((meaning) => (meaning?.kind === "count" ? meaning.field : null)));
  if (has("abandoned_part")) counts.add("abandoned");
  const told = (["offered", "answered", "abandoned"] as const).filter((field) => counts.has(field)).length;
  return (has("start") || (has("date") && has("time"))) && told >= 2;
}
