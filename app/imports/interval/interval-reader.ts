import type { Fault } from "#app/domain/fault.ts";
import {
  type Interval,
  type IntervalLength,
  type IntervalReport,
  type IntervalSum,
  intervalLengths,
  type Within,
} from "#app/domain/measurement/interval/interval.ts";
import { compareCodePoints } from "#app/domain/measurement/months.ts";
import { offsetAt, type Zone } from "#app/domain/measurement/zone.ts";
import { FaultLog, WarningLog } from "#app/imports/call-records/fault-log.ts";
import { Instants } from "#app/imports/interval/instants.ts";
import type { Layout } from "#app/imports/interval/layout.ts";
import type { Preset } from "#app/imports/interval/preset.ts";
import type { ReportRow, RowShare, TotalRow } from "#app/imports/interval/report-row.ts";
import { percentOfFraction, shortened } from "#app/imports/interval/report-values.ts";
import { nameOf, RowReader } from "#app/imports/interval/row-reader.ts";
import { countsNotAddingUp } from "#app/imports/interval/totals-check.ts";
import type { IntervalWarning, IntervalWarningCode } from "#app/imports/interval/wording.ts";
import type { TableRecord } from "#app/imports/records/table-file.ts";

export interface IntervalOptions {
  readonly zone: Zone;
  /** False when the zone is only our assumption: local times then get a warning. */
  readonly zoneDeclared: boolean;
  /** Seconds by which the report counts, where it does not say so itself; null when nobody knows. */
  readonly thresholdS: number | null;
  /** Records that all files of the import may have together. */
  readonly mostRows?: number;
}

/** All that an interval import is: the report, or every reason why there is none. */
export interface IntervalReading {
  /** Records under the headers, totals and faulty ones included. */
  readonly rows: number;
  readonly faultCount: number;
  /** The first thousand, by file, line and column. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly IntervalWarning[];
  /** Null with any fault. */
  readonly report: IntervalReport | null;
}

/** Where nothing else is said: a year of half hours of forty-five queues. */
export const mostRowsOfReport = 800_000;

/** Reads the files of one import, one after the other. */
export class IntervalReader {
  readonly #options: IntervalOptions;
  readonly #faults = new FaultLog();
  readonly #warnings = new WarningLog<IntervalWarningCode>();
  readonly #names: string[] = [];
  readonly #rows: { readonly row: ReportRow; readonly layout: Layout }[] = [];
  #read = 0;
  #preset: Preset | null = null;

  constructor(options: IntervalOptions) {
    this.#options = options;
  }

  /** A file as its records, with the layout that `findLayout` gave (null: nothing is read, and that is the fault). */
  file(name: string, records: readonly TableRecord[], layout: Layout | null): void {
    const file = this.#names.push(name) - 1;
    if (layout === null) {
      this.#fault(records.length === 0 ? "file_empty" : "format_unknown", file, 1, null, {});
      return;
    }
    this.#preset ??= layout.preset;
    const headerLine = records[layout.header]?.line ?? 1;
    for (const [i, columnName] of layout.names.entries()) {
      if (layout.meanings[i] === null && columnName !== "")
        this.#warnings.add("unknown_column", file, headerLine, columnName);
    }
    if (nameOf(layout, "queue") === null) this.#warnings.add("queue_assumed", file, headerLine, null);
    const body = records.slice(layout.header + 1);
    const limit = this.#options.mostRows ?? mostRowsOfReport;
    if (this.#read + body.length > limit) {
      this.#fault("report_rows", file, body[limit - this.#read]?.line ?? 1, null, { limit });
      return;
    }
    this.#readBody(file, name, body, layout, limitInTitle(records.slice(0, layout.header)));
  }

  /** A file that cannot be opened at all. */
  refuse(name: string, faults: readonly Fault[]): void {
    const file = this.#names.push(name) - 1;
    for (const { code, params } of faults) this.#fault(code, file, 1, null, params ?? {});
  }

  #readBody(
    file: number,
    name: string,
    body: readonly TableRecord[],
    layout: Layout,
    titleS: number | null,
  ): void {
    const { faults, warnings } = { faults: this.#faults, warnings: this.#warnings };
    const reader = new RowReader({
      file,
      fileQueue: name.replace(/\.[^.]{1,10}$/, "").normalize("NFC"),
      layout,
      thresholdS: titleS ?? this.#options.thresholdS,
      faults,
      warnings,
    });
    const rows: ReportRow[] = [];
    const totals: TotalRow[] = [];
    for (const record of body) {
      this.#read += 1;
      const read = reader.read(record);
      if (read === null) continue;
      if ("total" in read) totals.push(read.total);
      else rows.push(read.row);
    }
    // Where rows are missing no sum can be right.
    if (faults.count === 0) {
      for (const [i, [field]] of countsNotAddingUp(totals, rows).entries()) {
        if (field === undefined) continue;
        const at = layout.meanings.findIndex(
          (meaning) => meaning?.kind === "count" && meaning.field === field,
        );
        warnings.add("total_differs", file, totals[i]?.line ?? 1, layout.names[at] ?? null);
      }
    }
    for (const row of rows) this.#rows.push({ row, layout });
  }

  finish(): IntervalReading {
    const report = this.#faults.count === 0 ? this.#report() : null;
    if (this.#rows.length === 0 && this.#faults.count === 0) this.#warnings.add("no_rows", 0, 1, null);
    return {
      rows: this.#read,
      faultCount: this.#faults.count,
      faults: this.#faults.list(this.#names),
      warnings: this.#warnings.list(this.#names),
      report: this.#faults.count === 0 ? report : null,
    };
  }

  #report(): IntervalReport | null {
    const lengthS = this.#length();
    if (lengthS === null) return null;
    const asFractions = sharesAreFractions(this.#rows.flatMap(({ row }) => row.shares));
    const instants = new Instants(this.#options.zone);
    const intervals: Interval[] = [];
    const seen = new Set<string>();
    for (const { row, layout } of this.#rows) {
      const start = this.#startOf(row, layout, instants, lengthS);
      if (start === null) continue;
      const key = `${start}\u0000${row.queue}`;
      if (seen.has(key)) this.#rowFault("interval_duplicate", row, layout, {});
      seen.add(key);
      intervals.push(this.#interval(row, start, lengthS, asFractions));
    }
    for (const { file, line } of instants.unclear()) this.#warnings.add("time_ambiguous", file, line, null);
    intervals.sort((a, b) => a.start - b.start || compareCodePoints(a.queue, b.queue));
    return {
      preset: this.#preset?.id ?? "generic",
      attribution: this.#preset?.attribution ?? "arrival",
      lengthS,
      rounded: this.#rounded(),
      intervals,
    };
  }

  /** As the records say, all the same; else the shortest step from one interval of a queue to the next. */
  #length(): IntervalLength | null {
    const said = this.#rows.find(({ row }) => row.lengthS !== null);
    const [first] = this.#rows;
    if (first === undefined) return 1800;
    const seconds = said?.row.lengthS ?? shortestStep(this.#rows.map(({ row }) => row));
    const length = intervalLengths.find((each) => each === seconds);
    if (length === undefined) {
      const code = said === undefined ? "interval_length_unknown" : "interval_length";
      const { row, layout } = said ?? first;
      this.#rowFault(code, row, layout, said === undefined ? {} : { value: `${(seconds ?? 0) / 60} min` });
      return null;
    }
    if (said === undefined) {
      this.#warnings.add("interval_length_inferred", first.row.file, first.row.line, null);
    }
    for (const { row, layout } of this.#rows) {
      if (row.lengthS !== null && row.lengthS !== length && !spansClockChange(row, length)) {
        this.#rowFault("interval_length_mixed", row, layout, { seconds: row.lengthS, expected: length });
      }
    }
    return length;
  }

  #startOf(row: ReportRow, layout: Layout, instants: Instants, lengthS: number): number | null {
    const { zone, zoneDeclared } = this.#options;
    const value = new Date(row.start * 1000).toISOString().slice(0, 16).replace("T", " ");
    if (row.isLocal && !zoneDeclared) this.#warnings.add("zone_assumed", row.file, row.line, null);
    const start = row.isLocal ? instants.next(row) : row.start;
    if (start === null) {
      const calls = [...row.counts.values()].reduce((sum, count) => sum + count, 0);
      if (calls > 0) this.#rowFault("time_skipped", row, layout, { value });
      else this.#warnings.add("skipped_hour_rows", row.file, row.line, null);
      return null;
    }
    if (start === "repeated") {
      this.#rowFault("interval_duplicate", row, layout, {});
      return null;
    }
    if ((start + offsetAt(zone, start)) % lengthS === 0) return start;
    this.#rowFault("interval_not_aligned", row, layout, { value });
    return null;
  }

  #interval(row: ReportRow, start: number, lengthS: number, asFractions: boolean): Interval {
    const staffed = row.agents === null ? null : Math.round(row.agents * lengthS * 1_000_000);
    const { offered, answered, abandoned, flowOut } = Object.fromEntries(row.counts);
    if (offered === undefined && [answered, abandoned, flowOut].every((count) => count !== undefined)) {
      this.#warnings.add("offered_derived", row.file, row.line, null);
    }
    return {
      queue: row.queue,
      start,
      values: {
        ...Object.fromEntries(row.counts),
        ...(staffed === null ? {} : { staffed }),
        ...Object.fromEntries(row.sums),
        ...(row.maxWait === null ? {} : { maxWait: row.maxWait }),
      },
      within: withinOf(row),
      excluded: row.excluded,
      reported: row.shares.map(({ figure, variant, number, signed }) => ({
        figure,
        variant,
        percent: asFractions && !signed ? percentOfFraction(number) : shortened(number),
      })),
    };
  }

  /** Sums that no column states. */
  #rounded(): readonly IntervalSum[] {
    const layouts = new Set(this.#rows.map(({ layout }) => layout));
    const fields = [...layouts].flatMap(({ meanings }) => {
      const stated = new Set(meanings.map((meaning) => (meaning?.kind === "sum" ? meaning.field : null)));
      return meanings.flatMap((meaning) =>
        meaning?.kind === "mean" && !stated.has(meaning.field) ? [meaning.field] : [],
      );
    });
    const [first] = this.#rows;
    if (fields.length > 0 && first !== undefined)
      this.#warnings.add("means_turned_back", first.row.file, first.row.line, null);
    return [...new Set(fields)].sort();
  }

  #rowFault(
    code: string,
    { file, line }: ReportRow,
    layout: Layout,
    params: Readonly<Record<string, string | number>>,
  ): void {
    this.#fault(code, file, line, nameOf(layout, "start") ?? nameOf(layout, "time"), params);
  }

  #fault(
    code: string,
    file: number,
    line: number,
    column: string | null,
    params: Readonly<Record<string, string | number>>,
  ): void {
    this.#faults.add({ code, file, line, position: column === null ? -1 : 0, column, params });
  }
}

const limitWords =
  /(?:service ?level|svarsgräns|servicenivå|svarstid)\D{0,30}?(\d{1,3}) ?(?:s|sec|sek|seconds|sekunder)?\b(?! ?%)/i;

/** The limit in the lines above the header, as in "Acceptable Service Level: 20". */
function limitInTitle(title: readonly TableRecord[]): number | null {
  for (const { cells } of title) {
    const seconds = limitWords.exec((cells ?? []).join(" "))?.[1];
    if (seconds !== undefined && Number(seconds) > 0) return Number(seconds);
  }
  return null;
}

function shortestStep(rows: readonly ReportRow[]): number | null {
  let shortest = Number.POSITIVE_INFINITY;
  const last = new Map<string, number>();
  for (const { queue, start } of rows) {
    const before = last.get(queue);
    if (before !== undefined && start > before) shortest = Math.min(shortest, start - before);
    last.set(queue, start);
  }
  return Number.isFinite(shortest) ? shortest : null;
}

/** From before the skipped hour to after it, a clock on the wall shows an hour more. */
const spansClockChange = ({ lengthS, isLocal }: ReportRow, length: number): boolean =>
  isLocal && lengthS !== null && Math.abs(lengthS - length) === 3600;

/**
 * Some systems write 93.75 % as 0.9375. That is so when no level or answer rate of the whole report is above 1: there
 * is no call centre that answers at most one call in a hundred.
 */
function sharesAreFractions(shares: readonly RowShare[]): boolean {
  const telling = shares.filter(({ figure, signed }) => figure !== "abandon_rate" && !signed);
  return (
    telling.some(({ number }) => Number(number) > 0) && telling.every(({ number }) => Number(number) <= 1)
  );
}

function withinOf({ within }: ReportRow): Within[] {
  const limits = [...new Set(within.map(({ seconds }) => seconds))].sort((a, b) => a - b);
  return limits.map((thresholdS) => {
    const count = (of: "answered" | "abandoned"): number | null =>
      within.find((each) => each.of === of && each.seconds === thresholdS)?.count ?? null;
    return { thresholdS, answered: count("answered"), abandoned: count("abandoned") };
  });
}
