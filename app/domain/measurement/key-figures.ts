import { type Cell, emptyTotals, offeredOf, type Totals } from "#app/domain/measurement/cell.ts";
import type { IntervalRule } from "#app/domain/measurement/definition.ts";
import {
  exactDecimal,
  type Ratio,
  ratio,
  ratioOfDecimal,
  significantDecimal,
} from "#app/domain/measurement/ratio.ts";
import {
  comparePercent,
  type ServiceLevelVariant,
  type ServiceLimits,
  type Share,
  serviceLevel,
  shortAbandoned,
} from "#app/domain/measurement/service-level.ts";
import type { Sum } from "#app/domain/measurement/sum.ts";

/** The key figures that call records give, in the order of the measurement document. */
export const keyFigureIds = [
  "service_level",
  "answer_rate",
  "abandon_rate",
  "blocked_rate",
  "total_calls",
  "asa",
  "avg_abandon_time",
  "avg_queue_time",
  "queue_placement_rate",
  "max_wait",
  "talk_time",
  "avg_hold_time",
  "acw",
  "aht",
  "avg_rings",
  "transfer_rate",
  "fcr",
  "handling_accuracy",
  "interval_sl_share",
] as const;
export type KeyFigureId = (typeof keyFigureIds)[number];

export type KeyFigureUnit = "%" | "s" | "calls" | "rings";

/**
 * A key figure as what it is made of. `numerator` counts calls, or sums microseconds where `unit` is `s` or `rings`
 * (there the ring period in seconds is part of the denominator). A denominator of 0 means no value.
 */
export interface KeyFigure {
  readonly unit: KeyFigureUnit;
  readonly numerator: Sum;
  readonly denominator: number;
}

export interface KeyFigureRule {
  readonly limits: ServiceLimits;
  readonly variant: ServiceLevelVariant;
  readonly interval: IntervalRule;
  readonly ringPeriodS: number;
}

const microsPerSecond = 1_000_000;

/** One key figure of a period: `totals` is the sum of its `halfHours`, which hold one cell per half hour. */
export function keyFigure(
  id: KeyFigureId,
  totals: Readonly<Totals>,
  halfHours: readonly Cell[],
  rule: KeyFigureRule,
): KeyFigure {
  const offered = offeredOf(totals);
  const attempts = offered + totals.blocked;
  const short = shortAbandoned(totals, rule.limits);
  switch (id) {
    case "service_level":
      return percent(serviceLevel(rule.variant, totals, rule.limits));
    case "interval_sl_share":
      return percent(intervalShare(halfHours, rule));
    case "answer_rate":
      return percent({ numerator: totals.answered, denominator: offered });
    case "abandon_rate":
      return percent({ numerator: totals.abandoned - short, denominator: offered - short });
    case "blocked_rate":
      return percent({ numerator: totals.blocked, denominator: attempts });
    case "total_calls":
      return { unit: "calls", numerator: attempts + totals.open, denominator: 1 };
    case "asa":
      return seconds(totals.waitAnswered, totals.answered);
    case "avg_abandon_time":
      return seconds(totals.waitAbandoned, totals.abandoned);
    case "avg_queue_time":
      return seconds(totals.queueTime, totals.queued);
    case "queue_placement_rate":
      return percent({ numerator: totals.queuedWaited, denominator: attempts + totals.open });
    case "max_wait":
      return seconds(totals.maxWaitAnswered, Math.min(totals.answered, 1));
    case "talk_time":
      return seconds(totals.talk, totals.talkKnown);
    case "avg_hold_time":
      return seconds(totals.hold, totals.holdKnown);
    case "acw":
      return seconds(totals.wrap, totals.wrapKnown);
    case "aht":
      return seconds(totals.handle, totals.handleKnown);
    case "avg_rings":
      return { unit: "rings", numerator: totals.ring, denominator: totals.ringKnown * rule.ringPeriodS };
    case "transfer_rate":
      return percent({ numerator: totals.transferred, denominator: totals.transferredKnown });
    case "fcr":
      return percent({ numerator: totals.resolved, denominator: totals.resolvedKnown });
    case "handling_accuracy":
      return percent({
        numerator: totals.complaintsKnown - totals.complaints,
        denominator: totals.complaintsKnown,
      });
  }
}

export const keyFigureUnit = (id: KeyFigureId): KeyFigureUnit =>
  keyFigure(id, emptyTotals(), [], unitRule).unit;

/** The exact value in the unit of the figure; null when there is no denominator. */
export function keyFigureValue(figure: KeyFigure): Ratio | null {
  if (figure.denominator === 0) return null;
  const { n, d } = ratio(figure.numerator, figure.denominator);
  switch (figure.unit) {
    case "%":
      return { n: n * 100n, d };
    case "calls":
      return { n, d };
    case "s":
    case "rings":
      return { n, d: d * BigInt(microsPerSecond) };
  }
}

/** A numerator as documents print it: a count, or an exact decimal string of seconds. */
export function printedNumerator(figure: KeyFigure): number | string {
  return figure.unit === "s" || figure.unit === "rings"
    ? exactDecimal(figure.numerator, microsPerSecond)
    : Number(figure.numerator);
}

export const printedValue = (value: Ratio | null): string | null =>
  value === null ? null : significantDecimal(value);

/** Half hours with enough calls whose level reaches the floor, over those with enough calls. */
function intervalShare(halfHours: readonly Cell[], rule: KeyFigureRule): Share {
  const floor = ratioOfDecimal(rule.interval.floor);
  if (floor === null) throw new Error("an interval floor is a decimal string");
  let numerator = 0;
  let denominator = 0;
  for (const { totals } of halfHours) {
    if (offeredOf(totals) < rule.interval.minimumOffered) continue;
    const share = serviceLevel(rule.variant, totals, rule.limits);
    if (share.denominator === 0) continue;
    denominator += 1;
    if (comparePercent(share, floor) >= 0) numerator += 1;
  }
  return { numerator, denominator };
}

const percent = ({ numerator, denominator }: Share): KeyFigure => ({ unit: "%", numerator, denominator });
const seconds = (numerator: Sum, denominator: number): KeyFigure => ({ unit: "s", numerator, denominator });

/** The unit of a figure does not depend on its rule. */
const unitRule: KeyFigureRule = {
  limits: { thresholdS: 0, shortAbandonS: 0 },
  variant: "offered",
  interval: { minimumOffered: 1, floor: "0" },
  ringPeriodS: 1,
};
