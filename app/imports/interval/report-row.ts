import type { IntervalCount, IntervalSum, ReportedShare } from "#app/domain/measurement/interval/interval.ts";

/** One record of a report, read but not yet placed in time: durations in microseconds. */
export interface ReportRow {
  readonly file: number;
  readonly line: number;
  readonly queue: string;
  /** Epoch seconds, or local time read as if it were UTC. */
  readonly start: number;
  readonly isLocal: boolean;
  /** As the record says; null when it does not. */
  readonly lengthS: number | null;
  readonly counts: ReadonlyMap<IntervalCount, number>;
  readonly sums: ReadonlyMap<IntervalSum, number>;
  readonly maxWait: number | null;
  /** Agents at work, on average. */
  readonly agents: number | null;
  readonly excluded: boolean;
  readonly within: readonly {
    readonly of: "answered" | "abandoned";
    readonly seconds: number;
    readonly count: number;
  }[];
  readonly shares: readonly RowShare[];
}

/** A percentage as it is written; whether a plain number is a share of 1 shows only in all of them together. */
export interface RowShare extends Omit<ReportedShare, "percent"> {
  readonly number: string;
  readonly signed: boolean;
}

/** A row that sums others up: it is held against them, and never added. */
export interface TotalRow {
  readonly file: number;
  readonly line: number;
  /** Null where the word for a total stands in place of the queue. */
  readonly queue: string | null;
  readonly start: number | null;
  readonly counts: ReadonlyMap<IntervalCount, number>;
  /** How many rows came before it. */
  readonly after: number;
}
