import type { Zone } from "#app/domain/measurement/zone.ts";
import { compare, parseDecimal, wholeNumber } from "#app/domain/money/fraction.ts";
import type { FaultLog } from "#app/imports/call-records/fault-log.ts";
import { LocalTimes, TimeStampReader, timeRangeFault } from "#app/imports/call-records/time-stamp.ts";
import type { IntervalWarningCode } from "#app/imports/interval/wording.ts";

/** Seen in a file that is taken all the same: where first, and how often. */
export interface RecordWarning {
  readonly code: IntervalWarningCode | "incomplete_answers" | "period_assumed" | "small_group";
  readonly line: number;
  readonly column: string | null;
  readonly count: number;
}

/** A record by the names of its columns. */
export interface Row {
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

const flags: Readonly<Record<string, boolean>> = {
  1: true,
  true: true,
  yes: true,
  ja: true,
  0: false,
  false: false,
  no: false,
  nej: false,
};

const encoder = new TextEncoder();

/**
 * The records of one file; everything that is found wrong with them goes to the fault log. Each reading method gives null for an empty
 * cell and for one with a fault, which it reports with the value that stands there.
 */
export class Cells {
  readonly warnings: RecordWarning[] = [];
  readonly rows: readonly Row[];
  readonly zone: Zone;
  readonly #faults: FaultLog;
  readonly #columns: readonly (string | null)[];
  readonly #times = new TimeStampReader();
  readonly #localTimes: LocalTimes;

  /** `columns` are in the order in which they stand in the file. */
  constructor(rows: readonly Row[], zone: Zone, columns: readonly (string | null)[], faults: FaultLog) {
    this.#faults = faults;
    this.#columns = columns;
    this.rows = rows;
    this.zone = zone;
    this.#localTimes = new LocalTimes(zone);
  }

  fault(
    code: string,
    { line }: Pick<Row, "line">,
    column: string | null,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    const position = column === null ? -1 : this.#columns.indexOf(column);
    this.#faults.add({ code, file: 0, line, position, column, params });
  }

  warn(code: RecordWarning["code"], row: Pick<Row, "line">, column: string | null): void {
    const known = this.warnings.findIndex((each) => each.code === code);
    const first = this.warnings[known] ?? { code, line: row.line, column, count: 0 };
    this.warnings.splice(known < 0 ? this.warnings.length : known, 1, { ...first, count: first.count + 1 });
  }

  text(row: Row, column: string): string | null {
    const value = (row.values.get(column) ?? "").normalize("NFC");
    return value === "" ? null : value;
  }

  /** With fault `value_missing` where the cell is empty. */
  neededText(row: Row, column: string): string | null {
    const value = this.text(row, column);
    if (value === null) this.fault("value_missing", row, column);
    return value;
  }

  /** A decimal string from 0 to `most`, with a point; comma or point in the file, no sign, no thousands separators. */
  decimal(row: Row, column: string, most: number): string | null {
    const text = this.text(row, column);
    if (text === null) return null;
    const plain = text.replace(",", ".");
    const value = /^\d{1,9}(\.\d{1,6})?$/.test(plain) ? parseDecimal(plain) : null;
    if (value !== null && compare(value, wholeNumber(most)) <= 0) return plain;
    this.fault("cell_number", row, column, { value: text, max: most });
    return null;
  }

  count(row: Row, column: string, most: number): number | null {
    const text = this.text(row, column);
    if (text === null) return null;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : null;
    if (value !== null && value <= most) return value;
    this.fault("cell_count", row, column, { value: text, max: most });
    return null;
  }

  flag(row: Row, column: string): boolean | null {
    const text = this.text(row, column);
    if (text === null) return null;
    const flag = flags[text.toLowerCase()];
    if (flag === undefined) this.fault("flag_format", row, column, { value: text });
    return flag ?? null;
  }

  /** The instant of a time stamp in microseconds; of a local time that occurs twice the first, with a warning. */
  instant(row: Row, column: string): number | null {
    const [first, second] = this.instants(row, column);
    if (second !== undefined) this.warn("time_ambiguous", row, column);
    return first ?? null;
  }

  /** Start and end of something: in the doubled hour of autumn the shortest reading that is in order. */
  interval(
    row: Row,
    start: string,
    end: string,
  ): { readonly fromUs: number | null; readonly toUs: number | null } {
    const starts = this.instants(row, start);
    const ends = this.instants(row, end);
    const readings = starts.flatMap((fromUs) =>
      ends.filter((toUs) => toUs >= fromUs).map((toUs) => ({ fromUs, toUs })),
    );
    const shortest = Math.min(...readings.map(({ fromUs, toUs }) => toUs - fromUs));
    const best = readings.filter(({ fromUs, toUs }) => toUs - fromUs === shortest);
    const open = ends.length === 0 && starts.length > 1;
    if (best.length > 1 || open) this.warn("time_ambiguous", row, start);
    const [fromUs = null] = starts;
    const [toUs = null] = ends;
    if (best[0] === undefined && fromUs !== null && toUs !== null)
      this.fault("end_before_start", row, end, { value: this.text(row, end) ?? "" });
    return best[0] ?? { fromUs, toUs };
  }

  /** The instants that a time stamp may mean: none where the cell is empty or has a fault. */
  instants(row: Row, column: string): readonly number[] {
    const text = this.text(row, column);
    if (text === null) return [];
    const bytes = encoder.encode(text);
    const time = this.#times.read(bytes, 0, bytes.length);
    if (time < 0) {
      this.fault(time === timeRangeFault ? "time_range" : "time_format", row, column, { value: text });
      return [];
    }
    if (!this.#times.isLocal) return [time];
    const instants = this.#localTimes.instants(time);
    if (instants.length === 0) this.fault("time_skipped", row, column, { value: text });
    return instants;
  }
}
