/** The columns of the canonical call file. Their order here is the order in which rules look at them. */
export const columns = [
  "call_id",
  "queue",
  "arrival_at",
  "queued_at",
  "answered_at",
  "ended_at",
  "disposition",
  "ring_s",
  "ivr_s",
  "talk_s",
  "hold_s",
  "wrap_s",
  "transferred",
  "resolved_first_contact",
  "complaint",
  "agent",
  "type",
] as const;
export type Column = (typeof columns)[number];

export const neededColumns = ["call_id", "queue", "arrival_at", "answered_at", "ended_at"] as const;

/** Other names for the same columns. */
const aliases: Readonly<Record<string, Column>> = {
  arrival_ts: "arrival_at",
  queue_enter_ts: "queued_at",
  answer_ts: "answered_at",
  end_ts: "ended_at",
};

export function columnOf(name: string): Column | null {
  const lower = name.toLowerCase();
  return columns.find((column) => column === lower) ?? aliases[lower] ?? null;
}

/** What a header line says: where each column stands, and what is wrong with it. */
export interface Header {
  readonly positions: ReadonlyMap<Column, number>;
  /** Number of fields, without empty ones at the end. */
  readonly width: number;
  readonly unknown: readonly string[];
  readonly duplicates: readonly { readonly column: Column; readonly position: number }[];
  readonly missing: readonly Column[];
}

export function readHeader(names: readonly string[]): Header {
  const positions = new Map<Column, number>();
  const unknown: string[] = [];
  const duplicates: { column: Column; position: number }[] = [];
  names.forEach((name, position) => {
    const column = columnOf(name);
    if (column === null) {
      if (name !== "") unknown.push(name);
    } else if (positions.has(column)) {
      duplicates.push({ column, position });
    } else {
      positions.set(column, position);
    }
  });
  const missing = neededColumns.filter((column) => !positions.has(column));
  return { positions, width: names.findLastIndex((name) => name !== "") + 1, unknown, duplicates, missing };
}
