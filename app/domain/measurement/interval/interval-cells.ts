import { type Cell, emptyTotals, halfHourSeconds, type Totals } from "#app/domain/measurement/cell.ts";
import { type Histogram, packHistogram } from "#app/domain/measurement/histogram.ts";
import { type Interval, offeredOfInterval, withinLimit } from "#app/domain/measurement/interval/interval.ts";
import type { KeyFigureId } from "#app/domain/measurement/key-figures.ts";
import type { ServiceLevelVariant, ServiceLimits } from "#app/domain/measurement/service-level.ts";

/** What a figure needs to know of an interval. */
type Input =
  | "offered"
  | "answered"
  | "abandoned"
  | "blocked"
  | "answered_within_t"
  | "abandoned_within_t"
  | "short_abandoned"
  | "wait_answered"
  | "wait_abandoned"
  | "max_wait"
  | "talk"
  | "hold"
  | "wrap"
  | "handle"
  | "transferred";

const inputsOfVariant: Readonly<Record<ServiceLevelVariant, readonly Input[]>> = {
  offered: ["offered", "answered_within_t"],
  attempts: ["offered", "blocked", "answered_within_t"],
  answered: ["answered", "answered_within_t"],
  positive: ["offered", "answered_within_t", "abandoned_within_t"],
  ignore_t: ["offered", "answered_within_t", "abandoned_within_t"],
  short: ["offered", "answered_within_t", "short_abandoned"],
  genesys: ["answered", "abandoned", "answered_within_t"],
  avaya_bcms: ["offered", "answered_within_t"],
};

/** Null for figures that no interval report gives. */
const inputsOfFigure: Readonly<Record<KeyFigureId, readonly Input[] | null>> = {
  service_level: [],
  interval_sl_share: [],
  answer_rate: ["offered", "answered"],
  abandon_rate: ["offered", "abandoned", "short_abandoned"],
  blocked_rate: ["offered", "blocked"],
  total_calls: ["offered", "blocked"],
  asa: ["answered", "wait_answered"],
  avg_abandon_time: ["abandoned", "wait_abandoned"],
  avg_queue_time: null,
  queue_placement_rate: null,
  max_wait: ["answered", "max_wait"],
  talk_time: ["answered", "talk"],
  avg_hold_time: ["answered", "hold"],
  acw: ["answered", "wrap"],
  aht: ["answered", "handle"],
  avg_rings: null,
  transfer_rate: ["answered", "transferred"],
  fcr: null,
  handling_accuracy: null,
};

/** Whether any interval report can tell the figure. */
export const isToldByIntervals = (figure: KeyFigureId): boolean => inputsOfFigure[figure] !== null;

/**
 * The intervals of which everything is known that the figure needs, as cells. Everything else in these cells is 0 and
 * says nothing, and their histograms are right at the limits alone: they are for this figure only. A cell of an hour
 * bears the number of its first half hour.
 */
export function cellsForFigure(
  figure: KeyFigureId,
  intervals: readonly Interval[],
  variant: ServiceLevelVariant,
  limits: ServiceLimits,
): Cell[] {
  const own = inputsOfFigure[figure];
  if (own === null) return [];
  const isLevel = figure === "service_level" || figure === "interval_sl_share";
  const inputs = isLevel ? inputsOfVariant[variant] : own;
  return intervals
    .filter((interval) => inputs.every((input) => inputOf(interval, input, limits) !== null))
    .map((interval) => cellOf(interval, limits));
}

function cellOf(interval: Interval, limits: ServiceLimits): Cell {
  const of = (input: Input): number => inputOf(interval, input, limits) ?? 0;
  const answered = of("answered");
  const abandoned = of("abandoned");
  const known = (input: Input): number => (inputOf(interval, input, limits) === null ? 0 : answered);
  const totals: Totals = {
    ...emptyTotals(),
    answered,
    abandoned,
    // Whatever was offered and neither answered nor abandoned. Below 0 where events were counted apart from arrivals.
    overflow: of("offered") - answered - abandoned,
    blocked: of("blocked"),
    waitAnswered: of("wait_answered"),
    waitAbandoned: of("wait_abandoned"),
    maxWaitAnswered: of("max_wait"),
    talk: of("talk"),
    talkKnown: known("talk"),
    hold: of("hold"),
    holdKnown: known("hold"),
    wrap: of("wrap"),
    wrapKnown: known("wrap"),
    handle: of("handle"),
    handleKnown: known("handle"),
    transferred: of("transferred"),
    transferredKnown: known("transferred"),
    waitsAnswered: atLimits([[limits.thresholdS, of("answered_within_t")]]),
    waitsAbandoned: atLimits([
      [limits.shortAbandonS, of("short_abandoned")],
      [limits.thresholdS, of("abandoned_within_t")],
    ]),
  };
  return { queue: interval.queue, halfHour: Math.floor(interval.start / halfHourSeconds), totals };
}

/** A histogram that has the right count within each limit; what lies beyond the last is not in it. */
function atLimits(counts: readonly (readonly [seconds: number, within: number])[]): Histogram {
  const histogram: number[] = [];
  let before = 0;
  for (const [seconds, within] of counts.toSorted(([a], [b]) => a - b)) {
    if (within > before) histogram.push(2 * seconds, within - before);
    before = Math.max(before, within);
  }
  return packHistogram(histogram);
}

function inputOf(interval: Interval, input: Input, limits: ServiceLimits): number | null {
  const { values } = interval;
  switch (input) {
    case "offered":
      return offeredOfInterval(interval);
    case "answered_within_t":
      return withinLimit(interval, "answered", limits.thresholdS);
    case "abandoned_within_t":
      return withinLimit(interval, "abandoned", limits.thresholdS);
    case "short_abandoned":
      return withinLimit(interval, "abandoned", limits.shortAbandonS);
    case "handle":
      return handleOf(values);
    case "wait_answered":
      return values.waitAnswered ?? null;
    case "wait_abandoned":
      return values.waitAbandoned ?? null;
    case "max_wait":
      return values.maxWait ?? null;
    case "answered":
    case "abandoned":
    case "blocked":
    case "talk":
    case "hold":
    case "wrap":
    case "transferred":
      return values[input] ?? null;
  }
}

/** As stated, or talk + hold + wrap; hold that is not known is taken to be part of talk. */
function handleOf({ handle, talk, hold, wrap }: Interval["values"]): number | null {
  if (handle !== undefined) return handle;
  return talk === undefined || wrap === undefined ? null : talk + (hold ?? 0) + wrap;
}
