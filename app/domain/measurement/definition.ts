import type { Aggregation, Comparator } from "#app/domain/catalogue/requirement.ts";
import type { KeyFigureId } from "#app/domain/measurement/key-figures.ts";
import type { ServiceLevelVariant, ServiceLimits } from "#app/domain/measurement/service-level.ts";
import type { CallWindow } from "#app/domain/measurement/windows.ts";

/** Where a wait begins: at the service number, or on entering the queue. Fixed when records are read. */
export const clocks = ["arrival", "queue"] as const;
export type Clock = (typeof clocks)[number];

/** What half hours must hold to count, and to pass, in `interval_sl_share`. */
export interface IntervalRule {
  readonly minimumOffered: number;
  /** Per cent, as a decimal string. */
  readonly floor: string;
}

export type JudgedComparator = Exclude<Comparator, "=" | "between">;

/** One promise to hold call records against. */
export interface MeasuredRequirement extends ServiceLimits {
  readonly id: string;
  readonly metric: KeyFigureId;
  readonly variant: ServiceLevelVariant;
  readonly comparator: JudgedComparator;
  /** Decimal string in the unit of the metric. */
  readonly target: string;
  /** A queue, or `*` for all. */
  readonly queue: string;
  readonly window: CallWindow;
  /** Only for `calendar_month_by_hour`: an hour of the day with fewer offered calls in the month has no value. */
  readonly hourMinimumOffered: number;
  readonly aggregation: Aggregation;
  /** Windows that must be verified; only for `k_of_n`. */
  readonly k: number | null;
  readonly evidence: "census" | "sample";
  /** One-sided, as a decimal string between 0 and 1. */
  readonly confidence: string;
  readonly minimumCoveragePercent: string;
  /** 1 Monday – 7 Sunday. */
  readonly openDays: readonly number[];
  readonly interval: IntervalRule;
}

/** How to measure, apart from which records. */
export interface Definition extends ServiceLimits {
  readonly clock: Clock;
  readonly ringPeriodS: number;
  readonly interval: IntervalRule;
  readonly requirements: readonly MeasuredRequirement[];
}

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

export const defaultDefinition: Definition = {
  clock: "arrival",
  thresholdS: 20,
  shortAbandonS: 5,
  ringPeriodS: 6,
  interval: { minimumOffered: 10, floor: "70" },
  requirements: [],
};

/** The usual promise, of which there are traps; hours of the day and other windows are judged apart. */
export const isMonthlyServiceLevel = ({ metric, window }: MeasuredRequirement): boolean =>
  metric === "service_level" && window === "calendar_month";

/** Id of the requirement that stands in when none is asked for. */
export const usualRequirement = "default";

/** What traps are judged by when no service level was asked for: 90 % within 20 s, round the clock. */
export function defaultRequirement(definition: Definition): MeasuredRequirement {
  return {
    id: usualRequirement,
    metric: "service_level",
    variant: "offered",
    thresholdS: definition.thresholdS,
    shortAbandonS: definition.shortAbandonS,
    comparator: ">=",
    target: "90",
    queue: "*",
    window: "calendar_month",
    hourMinimumOffered: 30,
    aggregation: "every_window",
    k: null,
    evidence: "census",
    confidence: "0.95",
    minimumCoveragePercent: "95",
    openDays: everyDay,
    interval: definition.interval,
  };
}
