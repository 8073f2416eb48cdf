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

/** The names that a table may have as columns, and those that it must have. */
export interface TableLayout<Name extends string> {
  /** The column that a name of the header means, whatever its case; null for none. */
  readonly columnOf: (name: string) => Name | null;
  readonly needed: readonly Name[];
}

/** Other names for the same columns. */
const aliases: Readonly<Record<string, Column>> = {
  arrival_ts: "arrival_at",
  queue_enter_ts: "queued_at",
  answer_ts: "answered_at",
  end_ts: "ended_at",
};

function columnOf(name: string): Column | null {
  const lower = name.toLowerCase();
  return columns.find((column) => column === lower) ?? aliases[lower] ?? null;
}

export const callColumns: TableLayout<Column> = { columnOf, needed: neededColumns };

/** What a header line says: where each column stands, and what is wrong with it. */
export interface Header<Name extends string = Column> {
  readonly positions: ReadonlyMap<Name, number>;
  /** Number of fields, without empty ones at the end. */
  readonly width: number;
  readonly unknown: readonly string[];
  readonly duplicates: readonly { readonly column: Name; readonly position: number }[];
  readonly missing: readonly Name[];
}

export function readHeader<Name extends string>(
  names: readonly string[],
  { columnOf, needed }: TableLayout<Name>,
): Header<Name> {
  const positions = new Map<Name, number>();
  const unknown: string[] = [];
  const duplicates: { column: Name; position: number }[] = [];
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
  const missing = needed.filter((column) => !positions.has(column));
  return { positions, width: names.findLastIndex((name) => name !== "") + 1, unknown, duplicates, missing };
}
