import type { Attribution } from "#app/domain/measurement/interval/interval.ts";
import type { ServiceLevelVariant } from "#app/domain/measurement/service-level.ts";
import type { ColumnMeaning } from "#app/imports/interval/column-meaning.ts";

/** How the reports of one system are laid out. */
export interface Preset {
  readonly id: string;
  readonly attribution: Attribution;
  /** Whether `3/31/2025` is a date, month first. Without: it might mean either, and is refused. */
  readonly monthFirst: boolean;
  /** Unit of a duration that is written as a plain number. */
  readonly plainDurations: "s" | "ms";
  /** Whether an empty cell of a count is 0. */
  readonly blankIsZero: boolean;
  /** By comparable name. */
  readonly columns: ReadonlyMap<string, ColumnMeaning>;
}

/* The words in which presets say what a column is. */

export const count = (field: Extract<ColumnMeaning, { kind: "count" }>["field"]): ColumnMeaning => ({
  kind: "count",
  field,
});
export const sum = (field: Extract<ColumnMeaning, { kind: "sum" }>["field"]): ColumnMeaning => ({
  kind: "sum",
  field,
});
export const mean = (
  field: Extract<ColumnMeaning, { kind: "mean" }>["field"],
  per: "answered" | "abandoned" = "answered",
): ColumnMeaning => ({ kind: "mean", field, per });
export const within = (of: "answered" | "abandoned"): ColumnMeaning => ({
  kind: "within",
  of,
  thresholdS: null,
});
export const level = (variant: ServiceLevelVariant): ColumnMeaning => ({
  kind: "share",
  figure: "service_level",
  variant,
});
export const answerRate: ColumnMeaning = { kind: "share", figure: "answer_rate", variant: "offered" };
export const abandonRate: ColumnMeaning = { kind: "share", figure: "abandon_rate", variant: "offered" };
export const place = (
  kind: "queue" | "start" | "end" | "date" | "time" | "minutes" | "threshold",
): ColumnMeaning => ({
  kind,
});
export const maximum: ColumnMeaning = { kind: "maximum" };
export const agents: ColumnMeaning = { kind: "agents" };
export const excluded: ColumnMeaning = { kind: "excluded" };
export const other: ColumnMeaning = { kind: "other" };
export const abandonedPart: ColumnMeaning = { kind: "abandoned_part" };

export function named(groups: readonly (readonly [ColumnMeaning, readonly string[]])[]): Preset["columns"] {
  return new Map(groups.flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)));
}
