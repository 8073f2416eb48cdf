import type { IntervalCount, IntervalSum, ReportedShare } from "#app/domain/measurement/interval/interval.ts";

/** What a column of an interval report says. */
export type ColumnMeaning =
  | {
      readonly kind:
        | "queue"
        | "start"
        | "end"
        | "date"
        | "time"
        | "minutes"
        | "threshold"
        | "maximum"
        | "agents"
        | "excluded";
    }
  | { readonly kind: "count"; readonly field: IntervalCount }
  /** One of several columns that make up the abandoned calls. */
  | { readonly kind: "abandoned_part" }
  /** `thresholdS` null: the limit stands in another column, or nowhere. */
  | { readonly kind: "within"; readonly of: "answered" | "abandoned"; readonly thresholdS: number | null }
  | { readonly kind: "sum"; readonly field: IntervalSum }
  | { readonly kind: "mean"; readonly field: IntervalSum; readonly per: "answered" | "abandoned" }
  | {
      readonly kind: "share";
      readonly figure: ReportedShare["figure"];
      readonly variant: ReportedShare["variant"];
    }
  /** Known, and not needed. */
  | { readonly kind: "other" };

/** A column name as it is compared: case, spaces, underscores and a unit in brackets do not matter. */
export const comparableName = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\((?:s|sek|sec|sekunder|seconds|ms)\)/g, "")
    .replace(/[_\s\u00a0]+/g, " ")
    .replace(/[:.]$/, "")
    .trim();

const answeredWords = "answered|answer|handled|acd calls|besvarade|svar|svarade";
const abandonedWords = "abandoned|abandon|aban calls|övergivna|avbrutna|tappade|förlorade";
const calls = "(?: calls| contacts| samtal| kontakter)?";
const limit = "(?: ?(?:within|in|inom|<=?|≤) ?)(\\d{1,3}) ?(?:s|sec|sek|seconds|sekunder)?";
const answeredWithin = new RegExp(`^(?:calls |samtal )?(?:${answeredWords})${calls}${limit}$`);
const abandonedWithin = new RegExp(`^(?:calls |samtal )?(?:${abandonedWords})${calls}${limit}$`);

/** "Answered within 20 s" and the like: these names carry their limit themselves, in every layout. */
export function withinMeaning(name: string): ColumnMeaning | null {
  for (const [pattern, of] of [
    [answeredWithin, "answered"],
    [abandonedWithin, "abandoned"],
  ] as const) {
    const seconds = pattern.exec(name)?.[1];
    if (seconds !== undefined) return { kind: "within", of, thresholdS: Number(seconds) };
  }
  return null;
}
