import type { Fault } from "#app/domain/fault.ts";

/** A fault of a record, before its file has a name: `file` is the index among the files of the run. */
interface PlacedFault {
  readonly code: string;
  readonly file: number;
  readonly line: number;
  /** Where the column stands in the record, to order faults of one line; -1 for none. */
  readonly position: number;
  readonly column: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

const listedFaults = 1000;

/** Counts every fault and keeps the first thousand by file, line and column, in whatever order they come. */
export class FaultLog {
  count = 0;
  #kept: PlacedFault[] = [];

  add(fault: PlacedFault): void {
    this.count += 1;
    this.#kept.push(fault);
    if (this.#kept.length > 8 * listedFaults) this.#shorten();
  }

  list(fileNames: readonly string[]): Fault[] {
    this.#shorten();
    return this.#kept.map(({ code, file, line, column, params }) => ({
      code,
      place: { file: fileNames[file] ?? "", line, ...(column === null ? {} : { column }) },
      params,
    }));
  }

  #shorten(): void {
    this.#kept = this.#kept.toSorted(byPlace).slice(0, listedFaults);
  }
}

export type WarningCode =
  | "unknown_column"
  | "disposition_derived"
  | "zone_assumed"
  | "time_ambiguous"
  | "answered_not_ended"
  | "open_calls"
  | "no_rows"
  | "event_without_enter"
  | "wait_mismatch"
  | "unknown_event"
  | "not_queue_call"
  | "other_sheet";

/** One entry per code: where it was first seen, and how often. */
export interface ImportWarning<Code extends string = WarningCode> {
  readonly code: Code;
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly count: number;
}

interface FirstPlace {
  file: number;
  line: number;
  column: string | null;
  count: number;
}

export class WarningLog<Code extends string = WarningCode> {
  readonly #places = new Map<Code, FirstPlace>();

  add(code: Code, file: number, line: number, column: string | null): void {
    const known = this.#places.get(code);
    if (known === undefined) {
      this.#places.set(code, { file, line, column, count: 1 });
      return;
    }
    known.count += 1;
    if (file < known.file || (file === known.file && line < known.line)) {
      Object.assign(known, { file, line, column });
    }
  }

  /** By code. */
  list(fileNames: readonly string[]): ImportWarning<Code>[] {
    return [...this.#places]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, place]) => ({ code, ...place, file: fileNames[place.file] ?? "" }));
  }
}

function byPlace(a: PlacedFault, b: PlacedFault): number {
  return a.file - b.file || a.line - b.line || a.position - b.position;
}
