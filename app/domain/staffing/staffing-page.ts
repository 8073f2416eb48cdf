import type { Language, Text } from "#app/domain/language.ts";
import type { Cell } from "#app/domain/measurement/cell.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { toDecimal, toFixedDecimal } from "#app/domain/money/decimal.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { RecordSource } from "#app/domain/records/record-contents.ts";
import { judgeStaffing, type StaffingContext } from "#app/domain/staffing/judge-staffing.ts";
import {
  occupancyImplausible,
  planTrapMessage,
  staffBelowNeed,
  trunksBelowNeed,
} from "#app/domain/staffing/plan-traps.ts";
import { planTrunks } from "#app/domain/staffing/plan-trunks.ts";
import type { JudgedHalfHour, JudgedPlan, PlanVerdict } from "#app/domain/staffing/plan-verdict.ts";
import {
  type ForecastSource,
  forecastSources,
  type StaffedHalfHour,
} from "#app/domain/staffing/planned-half-hours.ts";
import { promisedLevel } from "#app/domain/staffing/promised-level.ts";
import type { StaffingPlan } from "#app/domain/staffing/staffing-plan.ts";
import { type StaffingValue, staffingValuesOf } from "#app/domain/staffing/staffing-value.ts";
import type { PublishedTender, TenderRequirement } from "#app/domain/tender/tender.ts";

export interface StaffingQuery {
  /** The first queue when null or unknown. */
  readonly queue: string | null;
  readonly language: Language;
}

/** One half hour of the shown queue. Numbers are decimal strings for the eye, rounded half up. */
export interface StaffingRow {
  readonly weekday: number;
  readonly slot: number;
  /** The date with the smallest margin of a plan of dates; null for a plan of a week. */
  readonly date: string | null;
  readonly calls: string;
  readonly handlingS: string;
  /** Erlangs. */
  readonly offered: string;
  readonly agents: number;
  readonly neededA: number;
  readonly neededC: number;
  /** Percent answered in time; null where the agents cannot carry the calls. */
  readonly levelA: string;
  readonly levelC: string | null;
  readonly margin: number;
  readonly verdict: PlanVerdict;
  readonly source: ForecastSource;
}

export interface StaffingPage {
  readonly source: RecordSource;
  readonly promise: {
    readonly requirement: string | null;
    readonly target: string;
    readonly thresholdS: number;
  };
  /** Seconds, of the shown queue; assumed where neither plan nor records tell it. */
  readonly patience: { readonly seconds: string; readonly assumed: boolean } | null;
  /** What of the tender's requirements the plan decides, over all queues. */
  readonly requirements: readonly (Omit<StaffingValue, "requirement"> & {
    readonly requirement: Pick<TenderRequirement, "id" | "level" | "title">;
    readonly comparator: string;
    readonly threshold: string;
  })[];
  readonly queues: readonly string[];
  readonly queue: string;
  readonly sources: readonly ForecastSource[];
  readonly counts: Readonly<Record<PlanVerdict, number>>;
  /** Half hours with agents, of which nobody says how many call. */
  readonly unforecast: number;
  readonly withoutCalls: number;
  readonly worst: StaffingRow | null;
  /** By weekday and time. */
  readonly rows: readonly StaffingRow[];
  /** Half hours with one or two agents and calls: how many, and how many of them are not plausible. */
  readonly smallCrews: { readonly count: number; readonly short: number } | null;
  readonly trunks: ReturnType<typeof trunkFigures>;
  readonly traps: readonly {
    readonly id: string;
    readonly severity: "high" | "medium" | "low";
    readonly name: Text | null;
    readonly about: Text | null;
    readonly subject: string | null;
    readonly month: null;
    readonly message: string;
  }[];
}

/** A crew so small that one who is away, or two who call at once, leave nobody to answer. */
const smallCrew = 2;

/** A staffing plan against what its calls need, half hour by half hour. Null for a plan without lines. */
export function staffingPage(
  source: RecordSource,
  plan: StaffingPlan,
  tender: Pick<PublishedTender, "requirements" | "priceItems" | "contractMonths">,
  cells: readonly Cell[],
  known: ReadonlyMap<string, { readonly name: Text; readonly message: Text }>,
  { queue: asked, language }: StaffingQuery,
  zone: Zone,
): StaffingPage | null {
  const promise = promisedLevel(tender.requirements);
  const context = { tender, cells, zone };
  const { queues, staffed, unforecast } = judgeStaffing(plan, promise, context, (halfHour) =>
    timeWords(halfHour, language),
  );
  const shown = queues.find(({ queue }) => queue === asked) ?? queues[0];
  if (shown === undefined) return null;
  const first = staffed.find(({ queue }) => queue === shown.queue);
  const trunks = planTrunks(staffed, promise.threshold);
  const findings = [
    ...queues.map((each) => ({ subject: each.queue, finding: staffBelowNeed(each.plan) })),
    ...queues.map((each) => ({ subject: each.queue, finding: occupancyImplausible(each.plan, promise) })),
    { subject: "", finding: trunks && trunksBelowNeed(trunks) },
  ];
  return {
    source,
    promise: { requirement: promise.requirement, target: promise.percent, thresholdS: promise.thresholdS },
    patience: first
      ? { seconds: toDecimal(first.patience, 0, halfUp), assumed: first.patienceAssumed }
      : null,
    requirements: valuesOf(tender.requirements, plan, context),
    queues: queues.map(({ queue }) => queue),
    queue: shown.queue,
    sources: forecastSources.filter((each) => staffed.some(({ source: from }) => from === each)),
    counts: shown.plan.counts,
    unforecast: unforecast.filter(({ queue }) => queue === shown.queue).length,
    withoutCalls: shown.plan.withoutCalls,
    worst: shown.plan.worst && row(shown.plan.worst),
    rows: week(shown.plan),
    smallCrews: smallCrewsOf(shown.plan),
    trunks: trunkFigures(trunks),
    traps: findings.flatMap(({ subject, finding }) =>
      finding === null
        ? []
        : [
            {
              id: finding.id,
              severity: finding.severity,
              name: known.get(finding.id)?.name ?? null,
              about: known.get(finding.id)?.message ?? null,
              subject: subject === "" ? null : subject,
              month: null,
              message: planTrapMessage(finding, language),
            },
          ],
    ),
  };
}

function valuesOf(
  requirements: readonly TenderRequirement[],
  plan: StaffingPlan,
  context: StaffingContext,
): StaffingPage["requirements"] {
  const values = staffingValuesOf(requirements, plan, context);
  return requirements.flatMap(({ id, level, title, measure }) => {
    const value = values.find((each) => each.requirement === id);
    if (value === undefined || measure === null) return [];
    const { comparator, threshold } = measure;
    return [
      {
        ...value,
        requirement: { id, level, title },
        comparator: comparator ?? "",
        threshold: threshold ?? "",
      },
    ];
  });
}

/** Of each half hour of the week the date with the smallest margin. */
function week({ halfHours }: JudgedPlan<StaffedHalfHour>): StaffingRow[] {
  const slots = Map.groupBy(halfHours, ({ plan }) => plan.weekday * 48 + plan.slot);
  return [...slots]
    .sort(([a], [b]) => a - b)
    .flatMap(([, same]) => same.toSorted((a, b) => a.margin - b.margin).slice(0, 1))
    .map(row);
}

function row({
  plan,
  offered,
  needed,
  level,
  margin,
  verdict,
}: JudgedHalfHour<StaffedHalfHour>): StaffingRow {
  return {
    weekday: plan.weekday,
    slot: plan.slot,
    date: plan.date,
    calls: toFixedDecimal(plan.calls, 1, halfUp),
    handlingS: toDecimal(plan.handling, 0, halfUp),
    offered: toFixedDecimal(offered, 2, halfUp),
    agents: plan.agents,
    neededA: needed.erlangA,
    neededC: needed.erlangC,
    levelA: percent(level.erlangA),
    levelC: level.erlangC === null ? null : percent(level.erlangC),
    margin,
    verdict,
    source: plan.source,
  };
}

const percent = (share: number): string => (100 * share).toFixed(1);

function smallCrewsOf({ halfHours }: JudgedPlan<StaffedHalfHour>): StaffingPage["smallCrews"] {
  const small = halfHours.filter(({ plan }) => plan.agents > 0 && plan.agents <= smallCrew);
  if (small.length === 0) return null;
  return { count: small.length, short: small.filter(({ verdict }) => verdict !== "plausible").length };
}

const trunkFigures = (judged: ReturnType<typeof planTrunks>) =>
  judged?.worst
    ? {
        trunks: judged.trunks,
        needed: judged.worst.needed,
        start: judged.worst.start,
        offered: toDecimal(judged.worst.offered, 2, halfUp),
        blocked: percent(judged.worst.blocked),
        short: judged.short,
        counted: judged.counted,
      }
    : null;

const weekdayNames: { readonly [L in Language]: readonly string[] } = {
  sv: ["mån", "tis", "ons", "tor", "fre", "lör", "sön"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

function timeWords({ date, weekday, slot }: StaffedHalfHour, language: Language): string {
  const clock = `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;
  return `${date ?? weekdayNames[language][weekday - 1]} ${clock}`;
}
