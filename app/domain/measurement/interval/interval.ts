import type { ServiceLevelVariant } from "#app/domain/measurement/service-level.ts";

/**
 * Numbers of calls that an interval report may say. `flowOut` left the queue for another place, or gave up waiting;
 * `dropped` are those abandoned calls that the report puts down to the network.
 */
export type IntervalCount =
  | "offered"
  | "answered"
  | "abandoned"
  | "flowOut"
  | "blocked"
  | "transferred"
  | "dropped"
  | "forecast";

/** Sums in microseconds; `staffed` and `idle` are time of agents, not of calls. */
export type IntervalSum =
  | "waitAnswered"
  | "waitAbandoned"
  | "talk"
  | "hold"
  | "wrap"
  | "handle"
  | "staffed"
  | "idle";

/** `maxWait` is the longest wait of an answered call, in microseconds. */
type IntervalField = IntervalCount | IntervalSum | "maxWait";

/** Calls that waited at most `thresholdS`. A report knows a few limits only: between them nothing can be said. */
export interface Within {
  readonly thresholdS: number;
  readonly answered: number | null;
  readonly abandoned: number | null;
}

/** A percentage that the report states: never a fact, but a figure to be reproduced from the counts. */
export interface ReportedShare {
  readonly figure: "service_level" | "answer_rate" | "abandon_rate";
  /** The formula that the system declares; only for a service level. */
  readonly variant: ServiceLevelVariant;
  /** Per cent, as a decimal string with the decimals of the report. */
  readonly percent: string;
}

/** What a report says of one queue in one interval. A field that is absent is unknown, not 0. */
export interface Interval {
  readonly queue: string;
  /** Epoch seconds. */
  readonly start: number;
  readonly values: Readonly<Partial<Record<IntervalField, number>>>;
  readonly within: readonly Within[];
  readonly reported: readonly ReportedShare[];
  /** Whether the report sets the interval aside, as a surge. */
  readonly excluded: boolean;
}

export const intervalLengths = [900, 1800, 3600] as const;
export type IntervalLength = (typeof intervalLengths)[number];

/** Whether a call is counted where it arrived, or each of its events where that happened. */
export type Attribution = "arrival" | "event";

export interface IntervalReport {
  /** The system whose layout it is. */
  readonly preset: string;
  readonly lengthS: IntervalLength;
  readonly attribution: Attribution;
  /** Sums that are a mean times a count, and so as exact as the mean was printed. */
  readonly rounded: readonly IntervalSum[];
  /** By start, then queue. */
  readonly intervals: readonly Interval[];
}

/** Calls of an interval with an outcome: as the report says, or the sum of its outcomes; null when neither is known. */
export function offeredOfInterval({ values }: Interval): number | null {
  const { offered, answered, abandoned, flowOut } = values;
  if (offered !== undefined) return offered;
  if (answered === undefined || abandoned === undefined || flowOut === undefined) return null;
  return answered + abandoned + flowOut;
}

/** Calls answered (or abandoned) within the limit; null when the report does not say for this very limit. */
export const withinLimit = (
  interval: Interval,
  of: "answered" | "abandoned",
  seconds: number,
): number | null =>
  interval.within.find(({ thresholdS, [of]: count }) => thresholdS === seconds && count !== null)?.[of] ??
  null;
