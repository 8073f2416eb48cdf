import { longestBinnedSeconds } from "#app/domain/measurement/histogram.ts";
import type { IntervalCount, IntervalSum } from "#app/domain/measurement/interval/interval.ts";
import type { FaultLog, WarningLog } from "#app/imports/call-records/fault-log.ts";
import type { ColumnMeaning } from "#app/imports/interval/column-meaning.ts";
import type { Layout } from "#app/imports/interval/layout.ts";
import type { ReportRow, RowShare, TotalRow } from "#app/imports/interval/report-row.ts";
import { readCount, readDuration, readPercent } from "#app/imports/interval/report-values.ts";
import { readRowTime } from "#app/imports/interval/row-time.ts";
import type { IntervalWarningCode } from "#app/imports/interval/wording.ts";
import type { TableRecord } from "#app/imports/records/table-file.ts";

export interface RowContext {
  readonly file: number;
  /** Stands for the queue where the report has no such column. */
  readonly fileQueue: string;
  readonly layout: Layout;
  /** Seconds that the report counts by, where no column says so; null when nothing does. */
  readonly thresholdS: number | null;
  readonly faults: FaultLog;
  readonly warnings: WarningLog<IntervalWarningCode>;
}

const totalWords = "summa|delsumma|totalt?|totalsumma|grand total|totals?|sum|summary|alla köer|all queues";
const meanWords = "medel|medelvärde|genomsnitt|snitt|average|avg|mean";
/** Words that begin a row which sums up or averages others. */
const totalRow = new RegExp(`^(${totalWords})(?![\\p{L}\\p{N}])`, "iu");
const meanRow = new RegExp(`^(${meanWords})(?![\\p{L}\\p{N}])`, "iu");
/** Beside a time only the bare word is no queue: some service may well be called "Total support". */
const barely = (word: string): string => word.replace(/[\s:.]+$/, "");
const onlyTotal = new RegExp(`^(${totalWords})$`, "iu");
const onlyMean = new RegExp(`^(${meanWords})$`, "iu");
const nothing = new Set(["", "-", "–", "—", "--", "n/a", "null"]);
const microsPerSecond = 1_000_000;

/** Reads the records under a header, one at a time; whatever is wrong with a record goes to the fault log. */
export class RowReader {
  readonly #context: RowContext;
  readonly #width: number;
  #rows = 0;
  #failed = false;

  constructor(context: RowContext) {
    this.#context = context;
    this.#width = context.layout.names.findLastIndex((name) => name !== "") + 1;
  }

  /** Null for a faulty record, and for one that is neither an interval nor a total. */
  read(record: TableRecord): { readonly row: ReportRow } | { readonly total: TotalRow } | null {
    const { layout, warnings, file } = this.#context;
    this.#failed = false;
    if (record.fault !== null) return this.#fault(record.fault, record, null);
    const cells = record.cells ?? [];
    const filled = cells.filter((cell) => cell !== "").length;
    const isHeaderAgain = cells.length > 1 && cells.every((cell, i) => cell === (layout.names[i] ?? ""));
    if (isHeaderAgain) return null;
    const summary = this.#summary(cells);
    if (summary !== null) {
      warnings.add("summary_rows", file, record.line, null);
      return summary === "mean" ? null : { total: this.#total(record, cells) };
    }
    if (filled <= 1 && layout.names.length > 2) {
      warnings.add("note_rows", file, record.line, null);
      return null;
    }
    if (cells.length < this.#width || cells.slice(this.#width).some((cell) => cell !== "")) {
      return this.#fault("row_columns", record, null, { expected: this.#width, found: cells.length });
    }
    const row = this.#row(record, cells);
    this.#rows += 1;
    return row === null || this.#failed ? null : { row };
  }

  /** Whether a record sums up or averages others, by the words where a time or a queue stands. */
  #summary(cells: readonly string[]): "total" | "mean" | null {
    const { layout } = this.#context;
    const words = cells.filter((cell, i) => cell !== "" && (i === 0 || isPlace(layout.meanings[i] ?? null)));
    const timed = !("code" in readRowTime(cells, layout));
    const [total, mean] = timed ? [onlyTotal, onlyMean] : [totalRow, meanRow];
    if (words.some((word) => total.test(barely(word)))) return "total";
    return words.some((word) => mean.test(barely(word))) ? "mean" : null;
  }

  #row(record: TableRecord, cells: readonly string[]): ReportRow | null {
    const { layout, file, fileQueue } = this.#context;
    const time = readRowTime(cells, layout);
    if ("code" in time) this.#fault(time.code, record, time.column, { value: time.value });
    const counts = this.#counts(record, cells);
    const within = this.#within(record, cells, counts);
    const sums = this.#sums(record, cells, counts);
    const read = <T>(
      kind: ColumnMeaning["kind"],
      code: string,
      parse: (text: string) => T | null,
    ): T | null => this.#first(record, cells, kind, code, parse);
    const maxWait = read("maximum", "cell_duration", (text) =>
      readDuration(text, layout.preset.plainDurations),
    );
    const agents = read("agents", "cell_agents", readAgents);
    const excluded = read("excluded", "flag_format", readFlag) ?? false;
    const shares = this.#shares(record, cells);
    const queue = textAt(cells, layout, "queue")?.normalize("NFC") ?? fileQueue;
    if (queue === "*") this.#fault("value_invalid", record, nameOf(layout, "queue"), { value: queue });
    if ("code" in time) return null;
    const { start, isLocal, lengthS } = time;
    const place = { file, line: record.line, queue, start, isLocal, lengthS };
    return { ...place, counts, sums, maxWait, agents, excluded, within, shares };
  }

  /** Whatever of a total can be held against the rows; a cell that cannot be read is left out, for nothing rests on it. */
  #total(record: TableRecord, cells: readonly string[]): TotalRow {
    const { layout, file } = this.#context;
    const time = readRowTime(cells, layout);
    const queue = textAt(cells, layout, "queue");
    const counts = new Map<IntervalCount, number>();
    for (const [i, meaning] of layout.meanings.entries()) {
      const count = meaning?.kind === "count" ? readCount(cells[i] ?? "") : null;
      if (meaning?.kind === "count" && count !== null) counts.set(meaning.field, count);
    }
    return {
      file,
      line: record.line,
      queue: queue === null || totalRow.test(queue) ? null : queue,
      start: "code" in time ? null : time.start,
      counts,
      after: this.#rows,
    };
  }

  #counts(record: TableRecord, cells: readonly string[]): Map<IntervalCount, number> {
    const { preset } = this.#context.layout;
    const counts = new Map<IntervalCount, number>();
    let parts: number | null = null;
    this.#each(record, cells, (meaning, text, fault) => {
      if (meaning.kind !== "count" && meaning.kind !== "abandoned_part") return;
      if (text === null && !preset.blankIsZero) return;
      const count = text === null ? 0 : readCount(text);
      if (count === null) fault("cell_count");
      else if (meaning.kind === "count") counts.set(meaning.field, count);
      else parts = (parts ?? 0) + count;
    });
    if (parts !== null && !counts.has("abandoned")) counts.set("abandoned", parts);
    return counts;
  }

  #within(
    record: TableRecord,
    cells: readonly string[],
    counts: ReadonlyMap<IntervalCount, number>,
  ): ReportRow["within"] {
    const { thresholdS, warnings, file } = this.#context;
    const stated = this.#first(record, cells, "threshold", "cell_seconds", readLimit);
    const within: { of: "answered" | "abandoned"; seconds: number; count: number }[] = [];
    this.#each(record, cells, (meaning, text, fault) => {
      if (meaning.kind !== "within" || text === null) return;
      const count = readCount(text);
      const seconds = meaning.thresholdS ?? stated ?? thresholdS;
      const all = counts.get(meaning.of);
      if (count === null) fault("cell_count");
      else if (all !== undefined && count > all) fault("count_contradiction", { most: all });
      else if (seconds === null) warnings.add("threshold_unknown", file, record.line, null);
      else if (seconds <= longestBinnedSeconds) within.push({ of: meaning.of, seconds, count });
    });
    return within;
  }

  /** Sums as they are stated, else a mean times its count. */
  #sums(
    record: TableRecord,
    cells: readonly string[],
    counts: ReadonlyMap<IntervalCount, number>,
  ): Map<IntervalSum, number> {
    const { plainDurations } = this.#context.layout.preset;
    const stated = new Map<IntervalSum, number>();
    const turnedBack = new Map<IntervalSum, number>();
    this.#each(record, cells, (meaning, text, fault) => {
      if ((meaning.kind !== "sum" && meaning.kind !== "mean") || text === null) return;
      const duration = readDuration(text, plainDurations);
      const count = meaning.kind === "mean" ? counts.get(meaning.per) : 1;
      if (duration === null) fault("cell_duration");
      else if (meaning.kind === "sum") stated.set(meaning.field, duration);
      else if (count !== undefined) turnedBack.set(meaning.field, duration * count);
    });
    // A mean of no calls is blank, and its sum 0.
    for (const meaning of this.#context.layout.meanings) {
      if (meaning?.kind === "mean" && counts.get(meaning.per) === 0) turnedBack.set(meaning.field, 0);
    }
    return new Map([...turnedBack, ...stated]);
  }

  #shares(record: TableRecord, cells: readonly string[]): RowShare[] {
    const shares: RowShare[] = [];
    this.#each(record, cells, (meaning, text, fault) => {
      if (meaning.kind !== "share" || text === null) return;
      const percent = readPercent(text);
      if (percent === null) fault("cell_percent");
      else shares.push({ figure: meaning.figure, variant: meaning.variant, ...percent });
    });
    return shares;
  }

  #first<T>(
    record: TableRecord,
    cells: readonly string[],
    kind: ColumnMeaning["kind"],
    code: string,
    parse: (text: string) => T | null,
  ): T | null {
    let found: T | null = null;
    this.#each(record, cells, (meaning, text, fault) => {
      if (meaning.kind !== kind || text === null) return;
      const value = parse(text);
      if (value === null) fault(code);
      else found ??= value;
    });
    return found;
  }

  #each(
    record: TableRecord,
    cells: readonly string[],
    visit: (
      meaning: ColumnMeaning,
      text: string | null,
      fault: (code: string, params?: Readonly<Record<string, number>>) => void,
    ) => void,
  ): void {
    const { meanings, names } = this.#context.layout;
    for (const [i, meaning] of meanings.entries()) {
      const text = cells[i] ?? "";
      if (meaning === null) continue;
      visit(meaning, nothing.has(text.toLowerCase()) ? null : text, (code, params) =>
        this.#fault(code, record, names[i] ?? null, { value: text, ...params }),
      );
    }
  }

  #fault(
    code: string,
    { line }: TableRecord,
    column: string | null,
    params: Readonly<Record<string, string | number>> = {},
  ): null {
    const { faults, file, layout } = this.#context;
    this.#failed = true;
    faults.add({
      code,
      file,
      line,
      position: column === null ? -1 : layout.names.indexOf(column),
      column,
      params,
    });
    return null;
  }
}

const isPlace = (meaning: ColumnMeaning | null): boolean =>
  meaning !== null && ["queue", "start", "date", "time"].includes(meaning.kind);

export const nameOf = ({ meanings, names }: Layout, kind: ColumnMeaning["kind"]): string | null =>
  names[meanings.findIndex((meaning) => meaning?.kind === kind)] ?? null;

function textAt(cells: readonly string[], { meanings }: Layout, kind: ColumnMeaning["kind"]): string | null {
  const text = cells[meanings.findIndex((meaning) => meaning?.kind === kind)] ?? "";
  return text === "" ? null : text;
}

function readLimit(text: string): number | null {
  const micros = readDuration(text, "s");
  const seconds = micros === null ? null : micros / microsPerSecond;
  return seconds !== null && Number.isInteger(seconds) && seconds > 0 ? seconds : null;
}

function readFlag(text: string): boolean | null {
  const word = text.toLowerCase();
  if (["1", "ja", "yes", "true", "x"].includes(word)) return true;
  return ["0", "nej", "no", "false"].includes(word) ? false : null;
}

function readAgents(text: string): number | null {
  const match = /^\d{1,5}(?:[.,]\d{1,6})?$/.exec(text);
  return match === null ? null : Number(match[0].replace(",", "."));
}
