import { seconds } from "#app/domain/availability/availability.ts";
import {
  difference,
  type Interval,
  intersection,
  microsPerSecond,
  union,
} from "#app/domain/availability/interval.ts";
import type { Language, Text } from "#app/domain/language.ts";
import { toDecimal, toSignificant } from "#app/domain/money/decimal.ts";
import {
  add,
  divide,
  type Fraction,
  isPositive,
  larger,
  parseDecimal,
  subtract,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/** An outage that a vendor reports as planned; instants in microseconds since 1970. */
export interface ReportedMaintenance {
  readonly outage: Interval;
  /** The window that was announced, and when; null when none was. */
  readonly announced: { readonly at: number; readonly window: Interval } | null;
  /** When the log first called the outage planned. */
  readonly plannedAt: number;
}

/** Why an outage, or a part of one, may not be counted as planned. */
const reasons = ["above_cap", "notice_short", "planned_after_start", "overrun"] as const;
type Reason = (typeof reasons)[number];

export interface MaintenanceFinding {
  readonly id: "TRAP-20";
  readonly severity: "high";
  readonly params: { readonly cap_h: string; readonly notice_days: number };
  /** Hours of downtime that were counted as planned and are not; 12 significant digits. */
  readonly evidence: { readonly hours: string; readonly kinds: readonly Reason[] };
}

const capHours = 4;
const noticeDays = 5;
const secondsPerHour = 3600;
const noticeMicros = noticeDays * 24 * secondsPerHour * microsPerSecond;

/**
 * TRAP-20 in one period, a local calendar month: maintenance that was announced less than five days (of 24 hours)
 * before it began, called planned only after it had begun, that outran its window, or beyond four hours in all.
 */
export function maintenanceHidesDowntime(
  period: Interval,
  reported: readonly ReportedMaintenance[],
): MaintenanceFinding | null {
  const inPeriod = reported.filter(({ outage }) => outage.from < period.to && outage.to > period.from);
  const pieces = inPeriod.map((each) => judge(each));
  const clipped = (intervals: readonly Interval[]) => intersection(union(intervals), [period]);
  const planned = clipped(inPeriod.map(({ outage }) => outage));
  const accepted = clipped(pieces.flatMap((piece) => piece.accepted));
  const aboveCap = larger(zero, subtract(hours(accepted), wholeNumber(capHours)));
  const hidden = add(hours(difference(planned, accepted)), aboveCap);
  if (!isPositive(hidden)) return null;
  const found = new Set(pieces.flatMap((piece) => piece.reasons));
  if (isPositive(aboveCap)) found.add("above_cap");
  return {
    id: "TRAP-20",
    severity: "high",
    params: { cap_h: String(capHours), notice_days: noticeDays },
    evidence: {
      hours: toSignificant(hidden, 12, halfEven),
      kinds: reasons.filter((reason) => found.has(reason)),
    },
  };
}

/** The part of an outage that meets the conditions, and those that the rest does not meet. */
function judge({ outage, announced, plannedAt }: ReportedMaintenance): {
  readonly accepted: readonly Interval[];
  readonly reasons: readonly Reason[];
} {
  const broken: Reason[] = [];
  if (announced === null || announced.at > outage.from - noticeMicros) broken.push("notice_short");
  if (plannedAt > outage.from) broken.push("planned_after_start");
  const outside = announced === null ? [] : difference(union([outage]), union([announced.window]));
  if (outside.length > 0) broken.push("overrun");
  const whole = broken.includes("notice_short") || broken.includes("planned_after_start");
  return { accepted: whole ? [] : difference([outage], outside), reasons: broken };
}

const hours = (intervals: readonly Interval[]): Fraction =>
  divide(seconds(intervals), wholeNumber(secondsPerHour));

const template: Text = {
  sv: "Underhåll döljer avbrott: {hours} h.",
  en: "Maintenance hides downtime: {hours} h.",
};

const reasonWords: { readonly [R in Reason]: Text } = {
  above_cap: {
    sv: `mer än ${capHours} h i månaden`,
    en: `more than ${capHours} h in the month`,
  },
  notice_short: {
    sv: `aviserat senare än ${noticeDays} dygn före`,
    en: `announced later than ${noticeDays} days before`,
  },
  planned_after_start: { sv: "kallat planerat först efter början", en: "called planned only after it began" },
  overrun: { sv: "längre än det aviserade fönstret", en: "longer than the announced window" },
};

/** Why, in a second sentence. */
export function maintenanceTrapReasons({ evidence }: MaintenanceFinding, language: Language): string {
  const words = evidence.kinds.map((kind) => reasonWords[kind][language]).join(", ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** The finding in one sentence; two decimals are enough to read. */
export function maintenanceTrapMessage({ evidence }: MaintenanceFinding, language: Language): string {
  const shown = toDecimal(parseDecimal(evidence.hours) ?? zero, 2, halfUp);
  return template[language].replace("{hours}", language === "sv" ? shown.replace(".", ",") : shown);
}
