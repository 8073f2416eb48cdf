import { allowedDowntime } from "#app/domain/availability/availability.ts";
import {
  type AvailabilityRequirement,
  availabilityRequirementOf,
  usualRule,
} from "#app/domain/availability/availability-requirement.ts";
import { chainTraps, type FoundTrap, incidentTraps } from "#app/domain/availability/availability-traps.ts";
import {
  type AvailabilityReason,
  type AvailabilityVerdict,
  holdAvailability,
  type MeasuredSystem,
  monthsOfLog,
} from "#app/domain/availability/hold-availability.ts";
import type { IncidentLog, LoggedIncident } from "#app/domain/availability/incident-log.ts";
import { microsPerSecond } from "#app/domain/availability/interval.ts";
import {
  isBuyerCaused,
  isOut,
  isWindow,
  measureLog,
  systemsOf,
} from "#app/domain/availability/measure-log.ts";
import { monthBounds } from "#app/domain/availability/months.ts";
import type { Language, Text } from "#app/domain/language.ts";
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import { daysOfMonth, startOfLocalDay, type Zone } from "#app/domain/measurement/zone.ts";
import { toDecimal, toSignificant } from "#app/domain/money/decimal.ts";
import { type Fraction, hundred, multiply, toExact } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import type { RecordSource } from "#app/domain/records/record-contents.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

export interface AvailabilityQuery {
  /** `2026-09`; when null or unknown the first month that breaks a promise, else the last. */
  readonly month: string | null;
  readonly language: Language;
}

/** One system, or the chain, in one window. Seconds and percents are decimal strings. */
export interface SystemRow {
  /** Null for the chain of all systems. */
  readonly system: string | null;
  readonly window: string;
  readonly agreedS: string;
  /** Null without a limit. */
  readonly allowedS: string | null;
  readonly downS: string;
  readonly incidents: number;
  /** 12 significant digits, and the exact fraction; null where nothing was agreed. */
  readonly percent: { readonly decimal: string; readonly exact: string } | null;
  readonly coverage: string;
  readonly verdict: VerdictKind | null;
  readonly reason: AvailabilityReason | null;
}

/** An incident as the time line draws it, within the shown month. */
export interface DrawnIncident {
  readonly key: number;
  readonly id: string | null;
  readonly system: string;
  readonly class: string | null;
  readonly fromUs: number;
  readonly toUs: number | null;
  readonly announcedUs: number | null;
  readonly affectedShare: string | null;
  readonly kind: "outage" | "planned" | "window" | "partial" | "buyer";
}

export interface AvailabilityPage {
  readonly source: RecordSource;
  readonly systems: readonly string[];
  readonly months: readonly string[];
  /** The shown month; bounds in microseconds, and the local midnights in it, from its first to the next month's. */
  readonly month: { readonly month: string; readonly midnightsUs: readonly number[] };
  /** Of the shown month, by system and time; of very many the longest. */
  readonly incidents: readonly DrawnIncident[];
  readonly incidentCount: number;
  readonly requirements: readonly {
    readonly requirement: Pick<TenderRequirement, "id" | "level" | "title">;
    readonly threshold: string;
    readonly comparator: string;
    readonly scope: AvailabilityRequirement["scope"];
    readonly rule: Pick<AvailabilityRequirement["rule"], "maintenance" | "partial">;
    /** Each calendar month, then the period. */
    readonly windows: readonly {
      readonly window: string;
      readonly verdict: VerdictKind;
      readonly reason: AvailabilityReason;
      readonly verified: number;
      readonly windows: number;
      readonly worst: SystemRow | null;
    }[];
    readonly rows: readonly SystemRow[];
  }[];
  /** Month by month without a limit, when no requirement sets one. */
  readonly rows: readonly SystemRow[];
  readonly traps: readonly (FoundTrap & { readonly name: Text | null; readonly about: Text | null })[];
}

/** Everything that an incident log says, held against the tender's requirements. Null when it speaks of no time at all. */
export function availabilityPage(
  source: RecordSource,
  log: IncidentLog,
  requirements: readonly TenderRequirement[],
  known: ReadonlyMap<string, { readonly name: Text; readonly message: Text }>,
  query: AvailabilityQuery,
  zone: Zone,
): AvailabilityPage | null {
  const months = monthsOfLog(log, zone);
  const held = heldRequirements(requirements).map(({ requirement, promise }) => ({
    requirement,
    promise,
    windows: holdAvailability(promise, log, zone),
  }));
  const broken = held
    .flatMap(({ windows }) => windows)
    .find(({ window, verdict }) => verdict === "refuted" && window !== "period");
  const month = months.find((each) => each === query.month) ?? broken?.window ?? months.at(-1);
  if (month === undefined) return null;
  const incidents = drawn(log, month, zone);
  const traps = [
    ...months.flatMap((each) => incidentTraps(log, each, zone, query.language)),
    ...held
      .filter(({ promise }) => promise.scope === "per_system")
      .flatMap(({ promise, windows }) => chainTraps(promise, windows, query.language)),
  ];
  return {
    source,
    systems: systemsOf(log),
    months,
    month: { month, midnightsUs: midnightsOf(month, zone) },
    incidents: longest(incidents),
    incidentCount: incidents.length,
    requirements: held.map(({ requirement: { id, level, title }, promise, windows }) => ({
      requirement: { id, level, title },
      threshold: promise.threshold,
      comparator: promise.comparator,
      scope: promise.scope,
      rule: promise.rule,
      windows: windows.map((window) => windowRow(promise, window)),
      rows: windows.flatMap((each) => each.systems.map((system) => row(each.window, system, promise.target))),
    })),
    rows: held.length > 0 ? [] : rowsWithoutLimit(log, months, zone),
    traps: traps.map((trap) => ({
      ...trap,
      name: known.get(trap.id)?.name ?? null,
      about: known.get(trap.id)?.message ?? null,
    })),
  };
}

/** The requirements that an incident log can decide. */
export const heldRequirements = <R extends Pick<TenderRequirement, "id" | "measure">>(
  requirements: readonly R[],
): { readonly requirement: R; readonly promise: AvailabilityRequirement }[] =>
  requirements.flatMap((requirement) => {
    const { id, measure } = requirement;
    const promise = measure === null ? null : availabilityRequirementOf(id, measure);
    return promise === null ? [] : [{ requirement, promise }];
  });

function rowsWithoutLimit(log: IncidentLog, months: readonly string[], zone: Zone): SystemRow[] {
  return months.flatMap((month) =>
    systemsOf(log).map((system) =>
      row(month, { system, ...measureLog(log, [system], monthBounds(month, zone), usualRule, zone) }, null),
    ),
  );
}

const windowRow = (promise: AvailabilityRequirement, held: AvailabilityVerdict) => {
  const { window, verdict, reason, verified, windows, worst } = held;
  return { window, verdict, reason, verified, windows, worst: worst && row(window, worst, promise.target) };
};

type Measured = Omit<MeasuredSystem, "verdict" | "reason"> &
  Partial<Pick<MeasuredSystem, "verdict" | "reason">>;

function row(window: string, measured: Measured, target: Fraction | null): SystemRow {
  const { system, agreed, down, incidents, percent, covered, verdict, reason } = measured;
  return {
    system,
    window,
    agreedS: secondsText(agreed),
    allowedS: target && secondsText(allowedDowntime(agreed, target)),
    downS: secondsText(down),
    incidents,
    percent: percent && { decimal: toSignificant(percent, 12, halfEven), exact: toExact(percent) },
    coverage: toDecimal(multiply(hundred, covered), 4, halfEven),
    verdict: verdict ?? null,
    reason: reason ?? null,
  };
}

const secondsText = (value: Fraction): string => toDecimal(value, 6, halfEven);

const midnightsOf = (month: string, zone: Zone): number[] => {
  const days = daysOfMonth(month);
  return [...days, (days.at(-1) ?? 0) + 1].map((day) => startOfLocalDay(zone, day) * microsPerSecond);
};

function drawn(log: IncidentLog, month: string, zone: Zone): DrawnIncident[] {
  const { from, to } = monthBounds(month, zone);
  return log.incidents.flatMap((incident, key) => {
    const { id, system, class: name, fromUs, toUs, announcedUs, affectedShare } = incident;
    const inMonth = fromUs < to && (toUs ?? to) >= from;
    if (!inMonth) return [];
    return [
      { key, id, system, class: name, fromUs, toUs, announcedUs, affectedShare, kind: kindOf(incident) },
    ];
  });
}

/** More could not be told apart in a picture. */
const mostDrawn = 500;

function longest(incidents: readonly DrawnIncident[]): readonly DrawnIncident[] {
  if (incidents.length <= mostDrawn) return incidents;
  const length = ({ fromUs, toUs }: DrawnIncident) => (toUs ?? Number.MAX_SAFE_INTEGER) - fromUs;
  return incidents
    .toSorted((a, b) => length(b) - length(a))
    .slice(0, mostDrawn)
    .sort((a, b) => a.key - b.key);
}

function kindOf(incident: LoggedIncident): DrawnIncident["kind"] {
  if (isWindow(incident)) return "window";
  if (isBuyerCaused(incident)) return "buyer";
  if (incident.planned) return "planned";
  return isOut(incident) ? "outage" : "partial";
}
