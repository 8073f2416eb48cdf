import type { Fault } from "#app/domain/fault.ts";
import type { RecordKindId } from "#app/domain/records/record-contents.ts";
import type { RecordWarning } from "#app/imports/records/cells.ts";

/** What a file was taken for, all that is wrong with it and, when nothing is, what it says. */
export interface RecordReading {
  readonly kind: RecordKindId | null;
  /** Each name of the header and the column it was taken for. */
  readonly columns: readonly { readonly name: string; readonly column: string | null }[];
  readonly rows: number;
  /** The beginning of the file, cell by cell as it stands there. */
  readonly first: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly faultCount: number;
  /** The first thousand, by line and column. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly RecordWarning[];
  /** Canonical JSON of the kind's content: the same records always give the same bytes. Null with any fault. */
  readonly content: Buffer | null;
}

/** Of a file that is refused as a whole, at its first line. */
export function refusedReading(
  file: string,
  faults: readonly Pick<Fault, "code" | "params">[],
): RecordReading {
  return {
    kind: null,
    columns: [],
    rows: 0,
    first: [],
    faultCount: faults.length,
    faults: faults.map((fault) => ({ ...fault, place: { file, line: 1 } })),
    warnings: [],
    content: null,
  };
}
