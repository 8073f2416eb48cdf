import { emptyHistogram, type Histogram, sumHistograms } from "#app/domain/measurement/histogram.ts";
import { addSums, type Sum } from "#app/domain/measurement/sum.ts";

export const dispositions = [
  "answered",
  "abandoned",
  "blocked",
  "timeout",
  "overflow",
  "closed",
  "open",
] as const;
export type Disposition = (typeof dispositions)[number];

/** Numbers of calls. `…Known` is how many of them say; `openLost` are open calls older than an hour. */
export const countFields = [
  "answered",
  "abandoned",
  "timeout",
  "overflow",
  "blocked",
  "closed",
  "open",
  "openLost",
  "queued",
  "queuedWaited",
  "ivrKnown",
  "talkKnown",
  "talkShort",
  "holdKnown",
  "held",
  "wrapKnown",
  "handleKnown",
  "ringKnown",
  "transferred",
  "transferredKnown",
  "resolved",
  "resolvedKnown",
  "complaints",
  "complaintsKnown",
] as const;

/** Sums of microseconds. "Exited" are timeouts and overflows. */
export const sumFields = [
  "waitAnswered",
  "waitAbandoned",
  "waitExited",
  "queueTime",
  "beforeQueue",
  "ivr",
  "talk",
  "hold",
  "wrap",
  "handle",
  "ring",
] as const;

/** Largest waits, in microseconds. */
export const maximumFields = ["maxWaitAnswered", "maxWaitAbandoned"] as const;

/** Waits of answered, abandoned and exited calls; of open ones the time until the data end. */
export const histogramFields = ["waitsAnswered", "waitsAbandoned", "waitsExited", "waitsOpen"] as const;

export type CountField = (typeof countFields)[number];
export type SumField = (typeof sumFields)[number];
export type MaximumField = (typeof maximumFields)[number];
export type HistogramField = (typeof histogramFields)[number];

/** Decimals of a second that the sums need: whole seconds, milliseconds or microseconds. */
export const decimalPlaces = [0, 3, 6] as const;
export type Decimals = (typeof decimalPlaces)[number];

/** What is kept of a set of calls: counts and sums, never percentages. */
export type Totals = Record<CountField | MaximumField, number> &
  Record<SumField, Sum> &
  Record<HistogramField, Histogram> & { decimals: Decimals };

/** The calls of one queue that arrived in one UTC half hour: `halfHour` = floor(epoch seconds / 1800). */
export interface Cell {
  readonly queue: string;
  readonly halfHour: number;
  readonly totals: Readonly<Totals>;
}

export const halfHourSeconds = 1800;

export function emptyTotals(): Totals {
  return {
    answered: 0,
    abandoned: 0,
    timeout: 0,
    overflow: 0,
    blocked: 0,
    closed: 0,
    open: 0,
    openLost: 0,
    queued: 0,
    queuedWaited: 0,
    ivrKnown: 0,
    talkKnown: 0,
    talkShort: 0,
    holdKnown: 0,
    held: 0,
    wrapKnown: 0,
    handleKnown: 0,
    ringKnown: 0,
    transferred: 0,
    transferredKnown: 0,
    resolved: 0,
    resolvedKnown: 0,
    complaints: 0,
    complaintsKnown: 0,
    waitAnswered: 0,
    waitAbandoned: 0,
    waitExited: 0,
    queueTime: 0,
    beforeQueue: 0,
    ivr: 0,
    talk: 0,
    hold: 0,
    wrap: 0,
    handle: 0,
    ring: 0,
    maxWaitAnswered: 0,
    maxWaitAbandoned: 0,
    waitsAnswered: emptyHistogram,
    waitsAbandoned: emptyHistogram,
    waitsExited: emptyHistogram,
    waitsOpen: emptyHistogram,
    decimals: 0,
  };
}

/** Adds any number of totals (maxima by max). Associative and commutative, so order and grouping never show. */
export function sumTotals(parts: readonly Readonly<Totals>[]): Readonly<Totals> {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const sum = emptyTotals();
  for (const part of parts) addNumbers(sum, part);
  for (const field of histogramFields) sum[field] = sumHistograms(parts.map((part) => part[field]));
  return sum;
}

/** Written out, since this is where measuring a year of half hours spends its time: a loop over names is ten times slower. */
function addNumbers(sum: Totals, part: Readonly<Totals>): void {
  sum.answered += part.answered;
  sum.abandoned += part.abandoned;
  sum.timeout += part.timeout;
  sum.overflow += part.overflow;
  sum.blocked += part.blocked;
  sum.closed += part.closed;
  sum.open += part.open;
  sum.openLost += part.openLost;
  sum.queued += part.queued;
  sum.queuedWaited += part.queuedWaited;
  sum.ivrKnown += part.ivrKnown;
  sum.talkKnown += part.talkKnown;
  sum.talkShort += part.talkShort;
  sum.holdKnown += part.holdKnown;
  sum.held += part.held;
  sum.wrapKnown += part.wrapKnown;
  sum.handleKnown += part.handleKnown;
  sum.ringKnown += part.ringKnown;
  sum.transferred += part.transferred;
  sum.transferredKnown += part.transferredKnown;
  sum.resolved += part.resolved;
  sum.resolvedKnown += part.resolvedKnown;
  sum.complaints += part.complaints;
  sum.complaintsKnown += part.complaintsKnown;
  sum.waitAnswered = addSums(sum.waitAnswered, part.waitAnswered);
  sum.waitAbandoned = addSums(sum.waitAbandoned, part.waitAbandoned);
  sum.waitExited = addSums(sum.waitExited, part.waitExited);
  sum.queueTime = addSums(sum.queueTime, part.queueTime);
  sum.beforeQueue = addSums(sum.beforeQueue, part.beforeQueue);
  sum.ivr = addSums(sum.ivr, part.ivr);
  sum.talk = addSums(sum.talk, part.talk);
  sum.hold = addSums(sum.hold, part.hold);
  sum.wrap = addSums(sum.wrap, part.wrap);
  sum.handle = addSums(sum.handle, part.handle);
  sum.ring = addSums(sum.ring, part.ring);
  sum.maxWaitAnswered = Math.max(sum.maxWaitAnswered, part.maxWaitAnswered);
  sum.maxWaitAbandoned = Math.max(sum.maxWaitAbandoned, part.maxWaitAbandoned);
  if (part.decimals > sum.decimals) sum.decimals = part.decimals;
}

/** Cells of the same half hour become one cell of `queue`; the result is sorted by half hour. */
export function mergeByHalfHour(cells: readonly Cell[], queue: string): Cell[] {
  const parts = new Map<number, Readonly<Totals>[]>();
  for (const cell of cells) {
    const known = parts.get(cell.halfHour);
    if (known === undefined) parts.set(cell.halfHour, [cell.totals]);
    else known.push(cell.totals);
  }
  return [...parts]
    .sort(([a], [b]) => a - b)
    .map(([halfHour, totals]) => ({ queue, halfHour, totals: sumTotals(totals) }));
}

/** Calls with an outcome: answered, abandoned, timed out or overflowed. */
export const offeredOf = (t: Readonly<Totals>): number => t.answered + t.abandoned + t.timeout + t.overflow;

/** Every record of the cell, closed ones too. */
export const recordsOf = (t: Readonly<Totals>): number => offeredOf(t) + t.blocked + t.closed + t.open;
